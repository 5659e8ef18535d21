//! French.

use crate::plural::plural;
use crate::{Messages, Term};

pub(crate) const MESSAGES: Messages = Messages {
    language: "fr",
    direction: "ltr",
    cloud_connect_heading: "Utilisation des licences Cloud Connect",
    backup_server_heading: "Utilisation des licences des serveurs de sauvegarde",
    availability_console_heading: "Utilisation des licences Availability Console",
    rental: Term {
        name: "Location",
        meaning: "Couvertes par la licence de location propre à l’entreprise. N’utilisent pas la \
                  licence du fournisseur.",
    },
    new: Term {
        name: "Nouvelles",
        meaning: "Protégées pour la première fois ce mois-ci. Commencent à utiliser la licence le \
                  1er du mois prochain.",
    },
    used: Term {
        name: "Utilisées",
        meaning: "Utilisent actuellement la licence du fournisseur : protégées au cours des \
                  31 derniers jours, ni en location ni nouvelles.",
    },
    total: Term {
        name: "Protégées",
        meaning: "Toutes les machines protégées : utilisées, en location et nouvelles.",
    },
    machines: plural! {
        one: "{} machine",
        many: "{} de machines",
        other: "{} machines",
    },
    machines_column: "Machines",
    instances: Term {
        name: "Instances",
        meaning: "Unités de licence. Chaque type de charge de travail a son propre poids.",
    },
    points: "Points",
    counted_instances: plural! {
        one: "{} instance",
        many: "{} d’instances",
        other: "{} instances",
    },
    counted_points: plural! {
        one: "{} point",
        many: "{} de points",
        other: "{} points",
    },
    weight: Term {
        name: "Par machine",
        meaning: "Le poids d’une machine : unités de licence divisées par le nombre de machines.",
    },
    unit: "Unité affichée",
    workload: "Charge de travail",
    all_workloads: "Total",
    table_caption: "Utilisation des licences par type de charge de travail",
    chart_label: "Part de chaque type de charge de travail",
    largest: "Les types de charges de travail les plus importants ; le tableau les contient tous.",
    exactly: "Exactement {}",
    limit: "Limite",
    within_limit: "En deçà de la limite : {} sur {}",
    near_limit: "Proche de la limite : {} sur {}",
    over_limit: "Au-delà de la limite : {} sur {}",
    share_of_limit: "{} de la limite",
    refresh: "Actualiser",
    refreshing: "Actualisation en cours",
    export: "Télécharger le CSV",
    copy: "Copier comme tableau",
    copied: "Le tableau est copié.",
    copy_failed: "Le navigateur ne permet pas de copier le tableau.",
    print: "Imprimer",
    retry: "Réessayer",
    updated: "Mis à jour : {}",
    loading: "Chargement de l’utilisation des licences",
    empty: "Aucune utilisation de licence signalée",
    empty_detail: "Aucune charge de travail n’est protégée, ou la licence employée ne compte pas \
                   d’instances.",
    stale: "Non actualisé : ces chiffres datent du {} ({}).",
    failed: "L’utilisation des licences n’a pas pu être chargée",
    retry_at: "Le serveur demande d’attendre jusqu’au {}.",
    server_says: "Le serveur indique : « {} »",
    no_tenant: "Aucune entreprise n’est choisie. L’attribut tenant de la carte doit contenir l’ID \
                de l’entreprise.",
    bad_tenant: "L’ID de l’entreprise n’est pas valide. L’attribut tenant de la carte accepte \
                 jusqu’à 19 chiffres ou un UUID.",
    bad_endpoint: "L’adresse de l’API est inutilisable. L’attribut endpoint de la carte accepte \
                   une adresse https: ou un chemin sur ce site, sans nom d’utilisateur ni mot de \
                   passe.",
    bad_token: "Le jeton d’accès ne peut pas être envoyé. Vérifiez ce que la page transmet à la \
                carte.",
    offline: "Cet appareil est hors ligne. Les chiffres seront chargés dès qu’il sera de nouveau \
              connecté.",
    unreachable: "Le serveur est injoignable. Le réseau, le certificat du serveur ou sa politique \
                  multiorigine (CORS) peuvent en être la cause ; un navigateur ne dit pas laquelle.",
    timeout: "Le serveur n’a pas répondu à temps. Réessayez dans un instant.",
    unauthorized: "Vous n’êtes pas connecté ou votre session a expiré. Veuillez vous reconnecter.",
    forbidden: "Votre compte n’est pas autorisé à voir l’utilisation des licences de cette \
                entreprise. Adressez-vous à votre fournisseur.",
    not_found: "Le serveur ne connaît pas cette entreprise ou l’utilisation de ses licences. \
                Vérifiez l’ID de l’entreprise.",
    throttled: "Le serveur a reçu trop de demandes. Réessayez dans un instant.",
    server: "Le serveur rencontre un problème. Réessayez plus tard ; s’il persiste, prévenez votre \
             fournisseur.",
    http: "Le serveur a donné une réponse inattendue (statut {}). Si cela persiste, prévenez votre \
           fournisseur.",
    invalid_response: "La réponse du serveur n’est pas une utilisation de licences qui puisse être \
                       affichée de manière fiable. Si cela persiste, prévenez votre fournisseur.",
    not_loaded: "La carte n’a pas pu être chargée.",
    crashed: "La carte s’est arrêtée.",
    reload: " Veuillez recharger la page.",
    vm_backup: "Sauvegarde de VM",
    vm_replica: "Réplica de VM",
    server_backup: "Sauvegarde de serveur",
    workstation_backup: "Sauvegarde de poste de travail",
    vmware_vm: "VM VMware",
    hyper_v_vm: "VM Hyper-V",
    nutanix_vm: "VM Nutanix AHV",
    rhv_vm: "VM RHV",
    vm: "VM",
    cloud_vm: "VM cloud",
    file_share: "Partage de fichiers",
    enterprise_application: "Application d’entreprise",
    server_agent: "Agent pour serveur",
    workstation_agent: "Agent pour poste de travail",
    managed_server_agent: "Agent géré pour serveur",
    managed_workstation_agent: "Agent géré pour poste de travail",
};

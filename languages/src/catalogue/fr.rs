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
        meaning: "Couvertes par la licence de location de l’entreprise. N’utilisent pas la licence \
                  du fournisseur.",
    },
    new: Term {
        name: "Nouvelles",
        meaning: "Protégées pour la première fois ce mois-ci. Utilisent la licence du fournisseur \
                  à partir du 1er du mois prochain.",
    },
    used: Term {
        name: "Utilisées",
        meaning: "Utilisent la licence du fournisseur : protégées au cours des 31 derniers jours, \
                  ni en location ni nouvelles.",
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
    machines_below: "{}, machines en dessous",
    instances: Term {
        name: "Instances",
        meaning: "Unités de licence. Le nombre utilisé par machine dépend du type de charge de \
                  travail.",
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
        meaning: "Unités de licence utilisées par machine.",
    },
    workload: "Charge de travail",
    all_workloads: "Total",
    table_caption: "Utilisation des licences par type de charge de travail",
    others: plural! {
        one: "{} autre type",
        many: "{} d’autres types",
        other: "{} autres types",
    },
    show_all: "Tout afficher ({})",
    show_largest: "Afficher les plus importants",
    meaning: "Signification de ces chiffres",
    exactly: "Exactement {}",
    limit: "Limite",
    within_limit: "En deçà de la limite : {} sur {}",
    near_limit: "Proche de la limite : {} sur {}",
    over_limit: "Au-delà de la limite : {} sur {}",
    refresh: "Actualiser",
    refreshing: "Actualisation en cours",
    export: "Télécharger le CSV",
    copy: "Copier comme tableau",
    copied: "Tableau copié.",
    copy_failed: "Votre navigateur a bloqué la copie.",
    no_download: "Si aucun fichier n’apparaît, cette page n’autorise pas les téléchargements. \
                  Copiez plutôt le tableau.",
    print: "Imprimer",
    retry: "Réessayer",
    updated: "Mis à jour : {}",
    loading: "Chargement de l’utilisation des licences",
    empty: "Aucune utilisation de licence signalée",
    empty_detail: "Aucune charge de travail n’est protégée, ou la licence ne compte pas \
                   d’instances.",
    stale: "Actualisation impossible. Ces chiffres datent du {} ({}).",
    failed: "Utilisation des licences non chargée",
    retry_at: "Prochaine tentative possible après le {}.",
    server_says: "Message du serveur : « {} »",
    no_tenant: "Aucune entreprise n’est indiquée. Définissez l’attribut tenant de la carte sur \
                l’ID de l’entreprise.",
    bad_tenant: "L’ID de l’entreprise n’est pas valide. L’attribut tenant de la carte attend 19 \
                 chiffres au plus ou un UUID.",
    bad_endpoint: "L’adresse de l’API est inutilisable. L’attribut endpoint attend un chemin sur \
                   ce site ou une adresse https:.",
    bad_token: "Le jeton d’accès ne peut pas être envoyé. Vérifiez le jeton que la page fournit à \
                la carte.",
    offline: "Cet appareil est hors ligne. Les chiffres se chargeront dès qu’il sera de nouveau en \
              ligne.",
    unreachable: "Le serveur est injoignable. Vérifiez le réseau, le certificat du serveur et sa \
                  politique multiorigine (CORS).",
    timeout: "Le serveur n’a pas répondu à temps. Réessayez dans un instant.",
    unauthorized: "Vous n’êtes pas connecté ou votre session a expiré. Reconnectez-vous.",
    forbidden: "Votre compte ne peut pas voir l’utilisation des licences de cette entreprise. \
                Demandez l’accès à votre fournisseur.",
    not_found: "Le serveur ne connaît pas cette entreprise ou ses licences. Vérifiez l’ID de \
                l’entreprise.",
    throttled: "Le serveur a reçu trop de requêtes. Réessayez dans un instant.",
    server: "Le serveur rencontre un problème. Réessayez plus tard ou contactez votre fournisseur.",
    http: "Le serveur a renvoyé un statut inattendu ({}). Si cela persiste, contactez votre \
           fournisseur.",
    invalid_response: "La réponse n’était pas une utilisation de licences valide ; aucun chiffre \
                       n’est donc affiché. Si cela persiste, contactez votre fournisseur.",
    not_loaded: "La carte n’a pas pu être chargée.",
    crashed: "La carte s’est arrêtée.",
    reload: " Rechargez la page.",
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

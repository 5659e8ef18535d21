//! Italian.

use crate::plural::plural;
use crate::{Messages, Term};

pub(crate) const MESSAGES: Messages = Messages {
    language: "it",
    direction: "ltr",
    cloud_connect_heading: "Utilizzo delle licenze Cloud Connect",
    backup_server_heading: "Utilizzo delle licenze dei server di backup",
    availability_console_heading: "Utilizzo delle licenze di Availability Console",
    rental: Term {
        name: "Noleggio",
        meaning: "Coperte dalla licenza a noleggio dell’azienda. Non utilizzano la licenza del \
                  provider.",
    },
    new: Term {
        name: "Nuove",
        meaning: "Protette per la prima volta questo mese. Utilizzano la licenza del provider dal \
                  1º del mese prossimo.",
    },
    used: Term {
        name: "In uso",
        meaning: "Utilizzano la licenza del provider: protette negli ultimi 31 giorni, né a \
                  noleggio né nuove.",
    },
    total: Term {
        name: "Protette",
        meaning: "Tutte le macchine protette: in uso, a noleggio e nuove.",
    },
    machines: plural! {
        one: "{} macchina",
        many: "{} di macchine",
        other: "{} macchine",
    },
    machines_column: "Macchine",
    machines_below: "{}, sotto le macchine",
    instances: Term {
        name: "Istanze",
        meaning: "Unità di licenza. Quante ne utilizza una macchina dipende dal tipo di workload.",
    },
    points: "Punti",
    counted_instances: plural! {
        one: "{} istanza",
        many: "{} di istanze",
        other: "{} istanze",
    },
    counted_points: plural! {
        one: "{} punto",
        many: "{} di punti",
        other: "{} punti",
    },
    weight: Term {
        name: "Per macchina",
        meaning: "Unità di licenza utilizzate per macchina.",
    },
    workload: "Workload",
    all_workloads: "Totale",
    table_caption: "Utilizzo delle licenze per tipo di workload",
    others: plural! {
        one: "{} altro tipo",
        many: "{} di altri tipi",
        other: "{} altri tipi",
    },
    show_all: "Mostra tutti ({})",
    show_largest: "Mostra solo i maggiori",
    meaning: "Che cosa significano questi numeri",
    exactly: "Esattamente {}",
    limit: "Limite",
    within_limit: "Entro il limite: {} di {}",
    near_limit: "Vicino al limite: {} di {}",
    over_limit: "Oltre il limite: {} di {}",
    refresh: "Aggiorna",
    refreshing: "Aggiornamento in corso",
    export: "Scarica CSV",
    copy: "Copia come tabella",
    copied: "Tabella copiata.",
    copy_failed: "Il browser ha bloccato la copia.",
    no_download: "Se non compare alcun file, questa pagina non consente i download. In \
                  alternativa, copiare la tabella.",
    print: "Stampa",
    retry: "Riprova",
    updated: "Aggiornato: {}",
    loading: "Caricamento dell’utilizzo delle licenze",
    empty: "Nessun utilizzo di licenze segnalato",
    empty_detail: "Nessun workload è protetto oppure la licenza non conta le istanze.",
    stale: "Aggiornamento non riuscito. Dati del {} ({}).",
    failed: "Utilizzo delle licenze non caricato",
    retry_at: "Prossimo tentativo possibile dopo il {}.",
    server_says: "Messaggio del server: «{}»",
    no_tenant: "Nessuna azienda indicata. Impostare l’attributo tenant della scheda sull’ID \
                dell’azienda.",
    bad_tenant: "L’ID dell’azienda non è valido. L’attributo tenant della scheda accetta fino a 19 \
                 cifre o un UUID.",
    bad_endpoint: "L’indirizzo dell’API non è utilizzabile. L’attributo endpoint accetta un \
                   percorso di questo sito o un indirizzo https:.",
    bad_token: "Impossibile inviare il token di accesso. Verificare il token che la pagina \
                fornisce alla scheda.",
    offline: "Questo dispositivo è offline. I dati verranno caricati quando tornerà online.",
    unreachable: "Impossibile raggiungere il server. Verificare la rete, il certificato del server \
                  e i suoi criteri multiorigine (CORS).",
    timeout: "Il server non ha risposto in tempo. Riprovare tra qualche istante.",
    unauthorized: "L’accesso non è stato eseguito o la sessione è scaduta. Accedere di nuovo.",
    forbidden: "L’account non è autorizzato a vedere l’utilizzo delle licenze di questa azienda. \
                Chiedere l’accesso al provider.",
    not_found: "Il server non conosce questa azienda o il suo utilizzo delle licenze. Verificare \
                l’ID dell’azienda.",
    throttled: "Il server ha ricevuto troppe richieste. Riprovare tra qualche istante.",
    server: "Il server ha un problema. Riprovare più tardi o contattare il provider.",
    http: "Il server ha inviato uno stato imprevisto ({}). Se persiste, contattare il provider.",
    invalid_response: "La risposta non era un utilizzo di licenze valido, quindi non vengono \
                       mostrati numeri. Se persiste, contattare il provider.",
    not_loaded: "Impossibile caricare la scheda.",
    crashed: "La scheda si è arrestata.",
    reload: " Ricaricare la pagina.",
    vm_backup: "Backup di VM",
    vm_replica: "Replica di VM",
    server_backup: "Backup di server",
    workstation_backup: "Backup di workstation",
    vmware_vm: "VM VMware",
    hyper_v_vm: "VM Hyper-V",
    nutanix_vm: "VM Nutanix AHV",
    rhv_vm: "VM RHV",
    vm: "VM",
    cloud_vm: "VM cloud",
    file_share: "Condivisione file",
    enterprise_application: "Applicazione aziendale",
    server_agent: "Agent per server",
    workstation_agent: "Agent per workstation",
    managed_server_agent: "Agent gestito per server",
    managed_workstation_agent: "Agent gestito per workstation",
};

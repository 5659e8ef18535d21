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
        meaning: "Coperte dalla licenza a noleggio dell’azienda stessa. Non utilizzano la licenza \
                  del provider.",
    },
    new: Term {
        name: "Nuove",
        meaning: "Protette per la prima volta in questo mese solare. Iniziano a utilizzare la \
                  licenza il 1º del mese prossimo.",
    },
    used: Term {
        name: "In uso",
        meaning: "Utilizzano ora la licenza del provider: protette negli ultimi 31 giorni, né a \
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
    instances: Term {
        name: "Istanze",
        meaning: "Unità di licenza. Ogni tipo di workload ha il proprio peso.",
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
        meaning: "Quanto pesa una macchina: unità di licenza divise per il numero di macchine.",
    },
    unit: "Unità mostrata",
    workload: "Workload",
    all_workloads: "Totale",
    table_caption: "Utilizzo delle licenze per tipo di workload",
    chart_label: "Quota di ogni tipo di workload",
    largest: "I tipi di workload più grandi; la tabella li contiene tutti.",
    exactly: "Esattamente {}",
    limit: "Limite",
    within_limit: "Entro il limite: {} di {}",
    near_limit: "Vicino al limite: {} di {}",
    over_limit: "Oltre il limite: {} di {}",
    share_of_limit: "{} del limite",
    refresh: "Aggiorna",
    refreshing: "Aggiornamento in corso",
    export: "Scarica CSV",
    copy: "Copia come tabella",
    copied: "La tabella è stata copiata.",
    copy_failed: "Il browser non consente di copiare la tabella.",
    print: "Stampa",
    retry: "Riprova",
    updated: "Aggiornato: {}",
    loading: "Caricamento dell’utilizzo delle licenze",
    empty: "Nessun utilizzo di licenze segnalato",
    empty_detail: "Nessun workload è protetto, oppure la licenza in uso non conta le istanze.",
    stale: "Non aggiornato: questi dati risalgono al {} ({}).",
    failed: "Impossibile caricare l’utilizzo delle licenze",
    retry_at: "Il server chiede di attendere fino al {}.",
    server_says: "Il server risponde: «{}»",
    no_tenant: "Nessuna azienda selezionata. Impostare l’attributo tenant della scheda sull’ID \
                dell’azienda.",
    bad_tenant: "L’ID dell’azienda non è valido. L’attributo tenant della scheda accetta fino a 19 \
                 cifre o un UUID.",
    bad_endpoint: "L’indirizzo dell’API non è utilizzabile. L’attributo endpoint della scheda \
                   accetta un indirizzo https: o un percorso di questo sito, senza nome utente né \
                   password.",
    bad_token: "Impossibile inviare il token di accesso. Verificare che cosa la pagina passa alla \
                scheda.",
    offline: "Questo dispositivo è offline. I dati verranno caricati non appena sarà di nuovo \
              connesso.",
    unreachable: "Impossibile raggiungere il server. La causa può essere la rete, il certificato \
                  del server o i suoi criteri multiorigine (CORS); il browser non indica quale.",
    timeout: "Il server non ha risposto in tempo. Riprovare tra qualche istante.",
    unauthorized: "L’accesso non è stato eseguito o la sessione è scaduta. Accedere di nuovo.",
    forbidden: "Il Suo account non è autorizzato a vedere l’utilizzo delle licenze di questa \
                azienda. Richiedere l’accesso al provider.",
    not_found: "Il server non conosce questa azienda o il suo utilizzo delle licenze. Verificare \
                l’ID dell’azienda.",
    throttled: "Il server ha ricevuto troppe richieste. Riprovare tra qualche istante.",
    server: "Si è verificato un problema sul server. Riprovare più tardi; se persiste, informare \
             il provider.",
    http: "Il server ha dato una risposta imprevista (stato {}). Se persiste, informare il \
           provider.",
    invalid_response: "La risposta del server non è un utilizzo di licenze che si possa mostrare \
                       in modo affidabile. Se persiste, informare il provider.",
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

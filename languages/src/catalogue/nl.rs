//! Dutch.

use crate::plural::plural;
use crate::{Messages, Term};

pub(crate) const MESSAGES: Messages = Messages {
    language: "nl",
    direction: "ltr",
    cloud_connect_heading: "Cloud Connect-licentiegebruik",
    backup_server_heading: "Licentiegebruik van back-upservers",
    availability_console_heading: "Licentiegebruik van Availability Console",
    rental: Term {
        name: "Huur",
        meaning: "Gedekt door de eigen huurlicentie van het bedrijf. Gebruikt de licentie van de \
                  provider niet.",
    },
    new: Term {
        name: "Nieuw",
        meaning: "Deze maand voor het eerst beschermd. Gebruikt de licentie van de provider vanaf \
                  de 1e van de volgende maand.",
    },
    used: Term {
        name: "In gebruik",
        meaning: "Gebruikt de licentie van de provider: beschermd in de afgelopen 31 dagen, geen \
                  huur en niet nieuw.",
    },
    total: Term {
        name: "Beschermd",
        meaning: "Alle beschermde machines: in gebruik, huur en nieuw.",
    },
    machines: plural! {
        one: "{} machine",
        other: "{} machines",
    },
    machines_column: "Machines",
    machines_below: "{}, machines eronder",
    instances: Term {
        name: "Instanties",
        meaning: "Licentie-eenheden. Hoeveel een machine er gebruikt, hangt af van het type \
                  workload.",
    },
    points: "Punten",
    counted_instances: plural! {
        one: "{} instantie",
        other: "{} instanties",
    },
    counted_points: plural! {
        one: "{} punt",
        other: "{} punten",
    },
    weight: Term {
        name: "Per machine",
        meaning: "Gebruikte licentie-eenheden per machine.",
    },
    workload: "Workload",
    all_workloads: "Totaal",
    table_caption: "Licentiegebruik per type workload",
    others: plural! {
        one: "{} ander type",
        other: "{} andere typen",
    },
    show_all: "Alle {} tonen",
    show_largest: "Alleen de grootste tonen",
    meaning: "Wat deze cijfers betekenen",
    exactly: "Precies {}",
    limit: "Limiet",
    within_limit: "Binnen de limiet: {} van {}",
    near_limit: "Bijna aan de limiet: {} van {}",
    over_limit: "Boven de limiet: {} van {}",
    refresh: "Vernieuwen",
    refreshing: "Bezig met vernieuwen",
    export: "CSV downloaden",
    copy: "Kopiëren als tabel",
    copied: "Tabel gekopieerd.",
    copy_failed: "Uw browser heeft het kopiëren geblokkeerd.",
    no_download: "Verschijnt er geen bestand, dan staat deze pagina geen downloads toe. Kopieer \
                  dan de tabel.",
    print: "Afdrukken",
    retry: "Opnieuw proberen",
    updated: "Bijgewerkt: {}",
    loading: "Licentiegebruik wordt geladen",
    empty: "Geen licentiegebruik gemeld",
    empty_detail: "Er zijn geen workloads beschermd, of de licentie telt geen instanties.",
    stale: "Vernieuwen is mislukt. Deze cijfers zijn van {} ({}).",
    failed: "Licentiegebruik niet geladen",
    retry_at: "Volgende poging mogelijk na {}.",
    server_says: "Bericht van de server: ‘{}’",
    no_tenant: "Er is geen bedrijf opgegeven. Stel het attribuut tenant van de kaart in op de ID \
                van het bedrijf.",
    bad_tenant: "De ID van het bedrijf is ongeldig. Het attribuut tenant van de kaart accepteert \
                 maximaal 19 cijfers of een UUID.",
    bad_endpoint: "Het adres van de API is onbruikbaar. Het attribuut endpoint accepteert een pad \
                   op deze site of een https:-adres.",
    bad_token: "Het toegangstoken kan niet worden verzonden. Controleer het token dat de pagina \
                aan de kaart geeft.",
    offline: "Dit apparaat is offline. De cijfers worden geladen zodra het weer online is.",
    unreachable: "De server is niet bereikbaar. Controleer het netwerk, het servercertificaat en \
                  het cross-originbeleid (CORS).",
    timeout: "De server heeft niet op tijd geantwoord. Probeer het zo meteen opnieuw.",
    unauthorized: "U bent niet aangemeld of uw sessie is verlopen. Meld u opnieuw aan.",
    forbidden: "Uw account mag het licentiegebruik van dit bedrijf niet bekijken. Vraag uw \
                provider om toegang.",
    not_found: "De server kent dit bedrijf of het licentiegebruik ervan niet. Controleer de ID van \
                het bedrijf.",
    throttled: "De server heeft te veel aanvragen ontvangen. Probeer het zo meteen opnieuw.",
    server: "De server heeft een probleem. Probeer het later opnieuw of neem contact op met uw \
             provider.",
    http: "De server stuurde een onverwachte status ({}). Houdt dit aan, neem dan contact op met \
           uw provider.",
    invalid_response: "Het antwoord was geen geldig licentiegebruik, dus er worden geen cijfers \
                       getoond. Houdt dit aan, neem dan contact op met uw provider.",
    not_loaded: "De kaart kan niet worden geladen.",
    crashed: "De kaart is gestopt.",
    reload: " Laad de pagina opnieuw.",
    vm_backup: "VM-back-up",
    vm_replica: "VM-replica",
    server_backup: "Serverback-up",
    workstation_backup: "Werkstationback-up",
    vmware_vm: "VMware-VM",
    hyper_v_vm: "Hyper-V-VM",
    nutanix_vm: "Nutanix AHV-VM",
    rhv_vm: "RHV-VM",
    vm: "VM",
    cloud_vm: "Cloud-VM",
    file_share: "Bestandsshare",
    enterprise_application: "Bedrijfstoepassing",
    server_agent: "Serveragent",
    workstation_agent: "Werkstationagent",
    managed_server_agent: "Beheerde serveragent",
    managed_workstation_agent: "Beheerde werkstationagent",
};

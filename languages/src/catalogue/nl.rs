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
        meaning: "Deze kalendermaand voor het eerst beschermd. Gebruikt de licentie vanaf de 1e \
                  van de volgende maand.",
    },
    used: Term {
        name: "In gebruik",
        meaning: "Gebruikt nu de licentie van de provider: beschermd in de afgelopen 31 dagen, \
                  geen huur en niet nieuw.",
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
    instances: Term {
        name: "Instanties",
        meaning: "Licentie-eenheden. Elk type workload heeft een eigen gewicht.",
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
        meaning: "Hoeveel één machine weegt: licentie-eenheden gedeeld door machines.",
    },
    unit: "Weergegeven eenheid",
    workload: "Workload",
    all_workloads: "Totaal",
    table_caption: "Licentiegebruik per type workload",
    chart_label: "Aandeel van elk type workload",
    largest: "De grootste typen workloads; de tabel bevat ze allemaal.",
    exactly: "Precies {}",
    limit: "Limiet",
    within_limit: "Binnen de limiet: {} van {}",
    near_limit: "Bijna aan de limiet: {} van {}",
    over_limit: "Boven de limiet: {} van {}",
    share_of_limit: "{} van de limiet",
    refresh: "Vernieuwen",
    refreshing: "Bezig met vernieuwen",
    export: "CSV downloaden",
    copy: "Kopiëren als tabel",
    copied: "De tabel is gekopieerd.",
    copy_failed: "De browser staat het kopiëren van de tabel niet toe.",
    print: "Afdrukken",
    retry: "Opnieuw proberen",
    updated: "Bijgewerkt: {}",
    loading: "Licentiegebruik wordt geladen",
    empty: "Geen licentiegebruik gemeld",
    empty_detail: "Er zijn geen workloads beschermd, of de gebruikte licentie telt geen instanties.",
    stale: "Niet vernieuwd: deze cijfers zijn van {} ({}).",
    failed: "Het licentiegebruik kan niet worden geladen",
    retry_at: "De server vraagt te wachten tot {}.",
    server_says: "De server meldt: ‘{}’",
    no_tenant: "Er is geen bedrijf gekozen. Stel het attribuut tenant van de kaart in op de ID van \
                het bedrijf.",
    bad_tenant: "De ID van het bedrijf is ongeldig. Het attribuut tenant van de kaart accepteert \
                 maximaal 19 cijfers of een UUID.",
    bad_endpoint: "Het adres van de API kan niet worden gebruikt. Het attribuut endpoint van de \
                   kaart accepteert een https:-adres of een pad op deze site, zonder \
                   gebruikersnaam of wachtwoord.",
    bad_token: "Het toegangstoken kan niet worden verzonden. Controleer wat de pagina aan de kaart \
                doorgeeft.",
    offline: "Dit apparaat is offline. De cijfers worden geladen zodra er weer verbinding is.",
    unreachable: "De server is niet bereikbaar. De oorzaak kan het netwerk, het certificaat van de \
                  server of het cross-originbeleid ervan zijn; een browser vermeldt niet welke.",
    timeout: "De server heeft niet op tijd geantwoord. Probeer het zo meteen opnieuw.",
    unauthorized: "U bent niet aangemeld of uw sessie is verlopen. Meld u opnieuw aan.",
    forbidden: "Uw account mag het licentiegebruik van dit bedrijf niet bekijken. Vraag uw \
                provider om toegang.",
    not_found: "De server kent dit bedrijf of het licentiegebruik ervan niet. Controleer de ID van \
                het bedrijf.",
    throttled: "De server heeft te veel aanvragen ontvangen. Probeer het zo meteen opnieuw.",
    server: "De server heeft een probleem. Probeer het later opnieuw; neem contact op met uw \
             provider als het aanhoudt.",
    http: "De server gaf een onverwacht antwoord (status {}). Neem contact op met uw provider als \
           het aanhoudt.",
    invalid_response: "Het antwoord van de server is geen licentiegebruik dat betrouwbaar kan \
                       worden weergegeven. Neem contact op met uw provider als het aanhoudt.",
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

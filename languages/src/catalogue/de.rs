//! German.

use crate::plural::plural;
use crate::{Messages, Term};

pub(crate) const MESSAGES: Messages = Messages {
    language: "de",
    direction: "ltr",
    cloud_connect_heading: "Cloud-Connect-Lizenznutzung",
    backup_server_heading: "Lizenznutzung der Backup-Server",
    availability_console_heading: "Lizenznutzung der Availability Console",
    rental: Term {
        name: "Miete",
        meaning: "Durch die eigene Mietlizenz des Unternehmens gedeckt. Belastet die Lizenz des \
                  Anbieters nicht.",
    },
    new: Term {
        name: "Neu",
        meaning: "In diesem Kalendermonat erstmals geschützt. Belastet die Lizenz ab dem 1. des \
                  nächsten Monats.",
    },
    used: Term {
        name: "In Nutzung",
        meaning: "Belastet die Lizenz des Anbieters jetzt: in den letzten 31 Tagen geschützt, \
                  weder Miete noch neu.",
    },
    total: Term {
        name: "Geschützt",
        meaning: "Alle geschützten Maschinen: in Nutzung, Miete und neu.",
    },
    machines: plural! {
        one: "{} Maschine",
        other: "{} Maschinen",
    },
    machines_column: "Maschinen",
    instances: Term {
        name: "Instanzen",
        meaning: "Lizenzeinheiten. Jede Art von Workload hat ihr eigenes Gewicht.",
    },
    points: "Punkte",
    counted_instances: plural! {
        one: "{} Instanz",
        other: "{} Instanzen",
    },
    counted_points: plural! {
        one: "{} Punkt",
        other: "{} Punkte",
    },
    weight: Term {
        name: "Je Maschine",
        meaning: "Was eine Maschine wiegt: Lizenzeinheiten geteilt durch Maschinen.",
    },
    unit: "Gezeigte Einheit",
    workload: "Workload",
    all_workloads: "Summe",
    table_caption: "Lizenznutzung nach Art des Workloads",
    chart_label: "Anteil jeder Art von Workload",
    largest: "Die größten Arten von Workloads; die Tabelle hat alle.",
    exactly: "Genau {}",
    limit: "Grenze",
    within_limit: "Unter der Grenze: {} von {}",
    near_limit: "Nahe der Grenze: {} von {}",
    over_limit: "Über der Grenze: {} von {}",
    share_of_limit: "{} der Grenze",
    refresh: "Aktualisieren",
    refreshing: "Wird aktualisiert",
    export: "CSV herunterladen",
    copy: "Als Tabelle kopieren",
    copied: "Die Tabelle ist kopiert.",
    copy_failed: "Der Browser lässt das Kopieren der Tabelle nicht zu.",
    print: "Drucken",
    retry: "Erneut versuchen",
    updated: "Stand: {}",
    loading: "Lizenznutzung wird geladen",
    empty: "Keine Lizenznutzung gemeldet",
    empty_detail: "Es sind keine Workloads geschützt, oder die verwendete Lizenz zählt keine \
                   Instanzen.",
    stale: "Nicht aktualisiert: Stand {} ({}).",
    failed: "Die Lizenznutzung konnte nicht geladen werden",
    retry_at: "Der Server bittet, bis {} zu warten.",
    server_says: "Der Server meldet: „{}“",
    no_tenant: "Es ist kein Unternehmen gewählt. Das Attribut tenant der Karte braucht die ID des \
                Unternehmens.",
    bad_tenant: "Die ID des Unternehmens ist ungültig. Das Attribut tenant der Karte nimmt bis zu \
                 19 Ziffern oder eine UUID.",
    bad_endpoint: "Die Adresse der API ist nicht verwendbar. Das Attribut endpoint der Karte nimmt \
                   eine https:-Adresse oder einen Pfad auf dieser Website, ohne Benutzernamen und \
                   Passwort.",
    bad_token: "Das Zugriffstoken kann nicht gesendet werden. Bitte prüfen, was die Seite der \
                Karte übergibt.",
    offline: "Dieses Gerät ist offline. Die Zahlen werden geladen, sobald es wieder verbunden ist.",
    unreachable: "Der Server ist nicht erreichbar. Ursache kann das Netzwerk, das Zertifikat des \
                  Servers oder seine Cross-Origin-Richtlinie sein; ein Browser sagt nicht, welche.",
    timeout: "Der Server hat nicht rechtzeitig geantwortet. Bitte gleich noch einmal versuchen.",
    unauthorized: "Sie sind nicht angemeldet, oder Ihre Sitzung ist abgelaufen. Bitte melden Sie \
                   sich erneut an.",
    forbidden: "Ihr Konto darf die Lizenznutzung dieses Unternehmens nicht sehen. Bitte fragen Sie \
                Ihren Anbieter.",
    not_found: "Der Server kennt dieses Unternehmen oder seine Lizenznutzung nicht. Bitte die ID \
                des Unternehmens prüfen.",
    throttled: "Der Server hat zu viele Anfragen erhalten. Bitte gleich noch einmal versuchen.",
    server: "Der Server hat ein Problem. Bitte später noch einmal versuchen und, falls es \
             anhält, den Anbieter informieren.",
    http: "Der Server hat unerwartet geantwortet (Status {}). Falls es anhält, bitte den Anbieter \
           informieren.",
    invalid_response: "Die Antwort des Servers ist keine Lizenznutzung, die sich sicher anzeigen \
                       lässt. Falls es anhält, bitte den Anbieter informieren.",
    not_loaded: "Die Karte konnte nicht geladen werden.",
    crashed: "Die Karte wurde beendet.",
    reload: " Bitte die Seite neu laden.",
    vm_backup: "VM-Backup",
    vm_replica: "VM-Replikat",
    server_backup: "Server-Backup",
    workstation_backup: "Workstation-Backup",
    vmware_vm: "VMware-VM",
    hyper_v_vm: "Hyper-V-VM",
    nutanix_vm: "Nutanix-AHV-VM",
    rhv_vm: "RHV-VM",
    vm: "VM",
    cloud_vm: "Cloud-VM",
    file_share: "Dateifreigabe",
    enterprise_application: "Unternehmensanwendung",
    server_agent: "Server-Agent",
    workstation_agent: "Workstation-Agent",
    managed_server_agent: "Verwalteter Server-Agent",
    managed_workstation_agent: "Verwalteter Workstation-Agent",
};

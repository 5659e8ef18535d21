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
        meaning: "In diesem Monat erstmals geschützt. Belastet die Lizenz des Anbieters ab dem 1. \
                  des nächsten Monats.",
    },
    used: Term {
        name: "In Nutzung",
        meaning: "Belastet die Lizenz des Anbieters: in den letzten 31 Tagen geschützt, weder \
                  Miete noch neu.",
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
    machines_below: "{}, darunter Maschinen",
    instances: Term {
        name: "Instanzen",
        meaning: "Lizenzeinheiten. Wie viele eine Maschine belegt, hängt von der Art des Workloads \
                  ab.",
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
        meaning: "Belegte Lizenzeinheiten je Maschine.",
    },
    workload: "Workload",
    all_workloads: "Summe",
    table_caption: "Lizenznutzung nach Art des Workloads",
    others: plural! {
        one: "{} weitere Art",
        other: "{} weitere Arten",
    },
    show_all: "Alle {} anzeigen",
    show_largest: "Nur die größten anzeigen",
    meaning: "Was diese Zahlen bedeuten",
    exactly: "Genau {}",
    limit: "Grenze",
    within_limit: "Unter der Grenze: {} von {}",
    near_limit: "Nahe der Grenze: {} von {}",
    over_limit: "Über der Grenze: {} von {}",
    refresh: "Aktualisieren",
    refreshing: "Wird aktualisiert",
    export: "CSV herunterladen",
    copy: "Als Tabelle kopieren",
    copied: "Tabelle kopiert.",
    copy_failed: "Ihr Browser hat das Kopieren blockiert.",
    no_download: "Falls keine Datei erscheint, erlaubt diese Seite keine Downloads. Kopieren Sie \
                  stattdessen die Tabelle.",
    print: "Drucken",
    retry: "Erneut versuchen",
    updated: "Stand: {}",
    loading: "Lizenznutzung wird geladen",
    empty: "Keine Lizenznutzung gemeldet",
    empty_detail: "Es sind keine Workloads geschützt, oder die Lizenz zählt keine Instanzen.",
    stale: "Aktualisierung fehlgeschlagen. Stand der Zahlen: {} ({}).",
    failed: "Lizenznutzung nicht geladen",
    retry_at: "Nächster Versuch möglich nach {}.",
    server_says: "Meldung des Servers: „{}“",
    no_tenant: "Es ist kein Unternehmen angegeben. Setzen Sie das Attribut tenant der Karte auf \
                die ID des Unternehmens.",
    bad_tenant: "Die ID des Unternehmens ist ungültig. Das Attribut tenant der Karte erwartet bis \
                 zu 19 Ziffern oder eine UUID.",
    bad_endpoint: "Die Adresse der API ist nicht verwendbar. Das Attribut endpoint erwartet einen \
                   Pfad auf dieser Website oder eine https:-Adresse.",
    bad_token: "Das Zugriffstoken kann nicht gesendet werden. Prüfen Sie das Token, das die Seite \
                der Karte übergibt.",
    offline: "Dieses Gerät ist offline. Die Zahlen werden geladen, sobald es wieder online ist.",
    unreachable: "Der Server ist nicht erreichbar. Prüfen Sie das Netzwerk, das Serverzertifikat \
                  und die Cross-Origin-Richtlinie (CORS).",
    timeout: "Der Server hat nicht rechtzeitig geantwortet. Versuchen Sie es gleich noch einmal.",
    unauthorized: "Sie sind nicht angemeldet, oder Ihre Sitzung ist abgelaufen. Melden Sie sich \
                   erneut an.",
    forbidden: "Ihr Konto darf die Lizenznutzung dieses Unternehmens nicht sehen. Bitten Sie Ihren \
                Anbieter um Zugriff.",
    not_found: "Der Server kennt dieses Unternehmen oder seine Lizenznutzung nicht. Prüfen Sie die \
                ID des Unternehmens.",
    throttled: "Der Server hat zu viele Anfragen erhalten. Versuchen Sie es gleich noch einmal.",
    server: "Der Server hat ein Problem. Versuchen Sie es später, oder fragen Sie Ihren Anbieter.",
    http: "Der Server hat einen unerwarteten Status gesendet ({}). Hält das an, wenden Sie sich an \
           Ihren Anbieter.",
    invalid_response: "Die Antwort war keine gültige Lizenznutzung, daher werden keine Zahlen \
                       angezeigt. Hält das an, wenden Sie sich an Ihren Anbieter.",
    not_loaded: "Die Karte konnte nicht geladen werden.",
    crashed: "Die Karte wurde beendet.",
    reload: " Laden Sie die Seite neu.",
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

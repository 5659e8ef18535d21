//! Polish.

use crate::plural::plural;
use crate::{Messages, Term};

pub(crate) const MESSAGES: Messages = Messages {
    language: "pl",
    direction: "ltr",
    cloud_connect_heading: "Wykorzystanie licencji Cloud Connect",
    backup_server_heading: "Wykorzystanie licencji serwerów kopii zapasowych",
    availability_console_heading: "Wykorzystanie licencji Availability Console",
    rental: Term {
        name: "Wynajem",
        meaning: "Objęte własną licencją wynajmu firmy. Nie obciążają licencji dostawcy.",
    },
    new: Term {
        name: "Nowe",
        meaning: "Chronione po raz pierwszy w tym miesiącu. Obciążą licencję dostawcy od 1. dnia \
                  następnego miesiąca.",
    },
    used: Term {
        name: "W użyciu",
        meaning: "Obciążają licencję dostawcy: chronione w ciągu ostatnich 31 dni, nie z wynajmu i \
                  nie nowe.",
    },
    total: Term {
        name: "Chronione",
        meaning: "Wszystkie chronione maszyny: w użyciu, z wynajmu i nowe.",
    },
    machines: plural! {
        one: "{} maszyna",
        few: "{} maszyny",
        many: "{} maszyn",
        other: "{} maszyny",
    },
    machines_column: "Maszyny",
    machines_below: "{}, poniżej maszyny",
    instances: Term {
        name: "Instancje",
        meaning: "Jednostki licencyjne. Ich liczba na maszynę zależy od rodzaju obciążenia.",
    },
    points: "Punkty",
    counted_instances: plural! {
        one: "{} instancja",
        few: "{} instancje",
        many: "{} instancji",
        other: "{} instancji",
    },
    counted_points: plural! {
        one: "{} punkt",
        few: "{} punkty",
        many: "{} punktów",
        other: "{} punktu",
    },
    weight: Term {
        name: "Na maszynę",
        meaning: "Jednostki licencyjne zużywane przez jedną maszynę.",
    },
    workload: "Obciążenie",
    all_workloads: "Razem",
    table_caption: "Wykorzystanie licencji według rodzaju obciążenia",
    others: plural! {
        one: "{} inny rodzaj",
        few: "{} inne rodzaje",
        many: "{} innych rodzajów",
        other: "{} innego rodzaju",
    },
    show_all: "Pokaż wszystkie ({})",
    show_largest: "Pokaż tylko największe",
    meaning: "Co oznaczają te liczby",
    exactly: "Dokładnie {}",
    limit: "Limit",
    within_limit: "W granicach limitu: {} z {}",
    near_limit: "Blisko limitu: {} z {}",
    over_limit: "Powyżej limitu: {} z {}",
    refresh: "Odśwież",
    refreshing: "Odświeżanie",
    export: "Pobierz CSV",
    copy: "Kopiuj jako tabelę",
    copied: "Skopiowano tabelę.",
    copy_failed: "Przeglądarka zablokowała kopiowanie.",
    no_download: "Jeśli plik się nie pojawi, ta strona nie zezwala na pobieranie. Zamiast tego \
                  skopiuj tabelę.",
    print: "Drukuj",
    retry: "Spróbuj ponownie",
    updated: "Zaktualizowano: {}",
    loading: "Ładowanie wykorzystania licencji",
    empty: "Nie zgłoszono wykorzystania licencji",
    empty_detail: "Żadne obciążenia nie są chronione albo licencja nie zlicza instancji.",
    stale: "Nie udało się odświeżyć. Dane z {} ({}).",
    failed: "Nie wczytano wykorzystania licencji",
    retry_at: "Następna próba możliwa po {}.",
    server_says: "Komunikat serwera: „{}”",
    no_tenant: "Nie podano firmy. Ustaw w atrybucie tenant karty identyfikator firmy.",
    bad_tenant: "Identyfikator firmy jest nieprawidłowy. Atrybut tenant karty przyjmuje do 19 cyfr \
                 albo UUID.",
    bad_endpoint: "Nie można użyć adresu API. Atrybut endpoint przyjmuje ścieżkę w tej witrynie \
                   albo adres https:.",
    bad_token: "Nie można wysłać tokenu dostępu. Sprawdź token, który strona przekazuje karcie.",
    offline: "To urządzenie jest offline. Dane wczytają się, gdy znów będzie online.",
    unreachable: "Nie można połączyć się z serwerem. Sprawdź sieć, certyfikat serwera i jego \
                  zasady dostępu między źródłami (CORS).",
    timeout: "Serwer nie odpowiedział na czas. Spróbuj ponownie za chwilę.",
    unauthorized: "Nie zalogowano się lub sesja wygasła. Zaloguj się ponownie.",
    forbidden: "To konto nie może wyświetlać wykorzystania licencji tej firmy. Poproś dostawcę o \
                dostęp.",
    not_found: "Serwer nie zna tej firmy lub jej wykorzystania licencji. Sprawdź identyfikator \
                firmy.",
    throttled: "Serwer otrzymał zbyt wiele żądań. Spróbuj ponownie za chwilę.",
    server: "Na serwerze wystąpił problem. Spróbuj ponownie później lub skontaktuj się z dostawcą.",
    http: "Serwer zwrócił nieoczekiwany stan ({}). Jeśli problem się utrzymuje, skontaktuj się z \
           dostawcą.",
    invalid_response: "Odpowiedź nie zawierała prawidłowego wykorzystania licencji, więc nie \
                       pokazano liczb. Jeśli problem się utrzymuje, skontaktuj się z dostawcą.",
    not_loaded: "Nie udało się załadować karty.",
    crashed: "Karta przestała działać.",
    reload: " Odśwież stronę.",
    vm_backup: "Kopia zapasowa VM",
    vm_replica: "Replika VM",
    server_backup: "Kopia zapasowa serwera",
    workstation_backup: "Kopia zapasowa stacji roboczej",
    vmware_vm: "VM VMware",
    hyper_v_vm: "VM Hyper-V",
    nutanix_vm: "VM Nutanix AHV",
    rhv_vm: "VM RHV",
    vm: "VM",
    cloud_vm: "VM w chmurze",
    file_share: "Udział plików",
    enterprise_application: "Aplikacja korporacyjna",
    server_agent: "Agent serwera",
    workstation_agent: "Agent stacji roboczej",
    managed_server_agent: "Zarządzany agent serwera",
    managed_workstation_agent: "Zarządzany agent stacji roboczej",
};

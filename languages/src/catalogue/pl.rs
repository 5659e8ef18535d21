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
        meaning: "Objęte własną wynajmowaną licencją firmy. Nie obciążają licencji dostawcy.",
    },
    new: Term {
        name: "Nowe",
        meaning: "Chronione po raz pierwszy w tym miesiącu kalendarzowym. Zaczną obciążać licencję \
                  1. dnia następnego miesiąca.",
    },
    used: Term {
        name: "W użyciu",
        meaning: "Obciążają teraz licencję dostawcy: chronione w ciągu ostatnich 31 dni, nie z \
                  wynajmu i nie nowe.",
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
    instances: Term {
        name: "Instancje",
        meaning: "Jednostki licencyjne. Każdy rodzaj obciążenia ma własną wagę.",
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
        meaning: "Waga jednej maszyny: jednostki licencyjne podzielone przez liczbę maszyn.",
    },
    unit: "Wyświetlana jednostka",
    workload: "Obciążenie",
    all_workloads: "Razem",
    table_caption: "Wykorzystanie licencji według rodzaju obciążenia",
    chart_label: "Udział każdego rodzaju obciążenia",
    largest: "Największe rodzaje obciążeń; tabela zawiera wszystkie.",
    exactly: "Dokładnie {}",
    limit: "Limit",
    within_limit: "W granicach limitu: {} z {}",
    near_limit: "Blisko limitu: {} z {}",
    over_limit: "Powyżej limitu: {} z {}",
    share_of_limit: "{} limitu",
    refresh: "Odśwież",
    refreshing: "Odświeżanie",
    export: "Pobierz CSV",
    copy: "Kopiuj jako tabelę",
    copied: "Tabela została skopiowana.",
    copy_failed: "Przeglądarka nie pozwala skopiować tabeli.",
    print: "Drukuj",
    retry: "Spróbuj ponownie",
    updated: "Zaktualizowano: {}",
    loading: "Ładowanie wykorzystania licencji",
    empty: "Nie zgłoszono wykorzystania licencji",
    empty_detail: "Żadne obciążenia nie są chronione albo używana licencja nie zlicza instancji.",
    stale: "Nie odświeżono: dane z {} ({}).",
    failed: "Nie udało się załadować wykorzystania licencji",
    retry_at: "Serwer prosi, aby zaczekać do {}.",
    server_says: "Komunikat serwera: „{}”",
    no_tenant: "Nie wybrano firmy. Atrybut tenant karty musi zawierać identyfikator firmy.",
    bad_tenant: "Identyfikator firmy jest nieprawidłowy. Atrybut tenant karty przyjmuje do 19 cyfr \
                 albo UUID.",
    bad_endpoint: "Nie można użyć adresu API. Atrybut endpoint karty przyjmuje adres https: albo \
                   ścieżkę w tej witrynie, bez nazwy użytkownika i hasła.",
    bad_token: "Nie można wysłać tokenu dostępu. Należy sprawdzić, co strona przekazuje karcie.",
    offline: "To urządzenie jest w trybie offline. Dane zostaną załadowane po przywróceniu \
              połączenia.",
    unreachable: "Nie można połączyć się z serwerem. Przyczyną może być sieć, certyfikat serwera \
                  lub jego zasady CORS; przeglądarka nie podaje, która z nich.",
    timeout: "Serwer nie odpowiedział na czas. Proszę spróbować ponownie za chwilę.",
    unauthorized: "Użytkownik nie jest zalogowany lub sesja wygasła. Proszę zalogować się \
                   ponownie.",
    forbidden: "To konto nie ma uprawnień do wyświetlania wykorzystania licencji tej firmy. O \
                dostęp należy poprosić dostawcę.",
    not_found: "Serwer nie zna tej firmy lub jej wykorzystania licencji. Należy sprawdzić \
                identyfikator firmy.",
    throttled: "Serwer otrzymał zbyt wiele żądań. Proszę spróbować ponownie za chwilę.",
    server: "Na serwerze wystąpił problem. Proszę spróbować później; jeśli będzie się powtarzał, \
             należy powiadomić dostawcę.",
    http: "Serwer odpowiedział w nieoczekiwany sposób (stan {}). Jeśli problem będzie się \
           powtarzał, należy powiadomić dostawcę.",
    invalid_response: "Odpowiedź serwera nie zawiera danych o wykorzystaniu licencji, które można \
                       wiarygodnie wyświetlić. Jeśli problem będzie się powtarzał, należy \
                       powiadomić dostawcę.",
    not_loaded: "Nie udało się załadować karty.",
    crashed: "Karta przestała działać.",
    reload: " Proszę ponownie załadować stronę.",
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

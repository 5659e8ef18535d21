//! Spanish.

use crate::plural::plural;
use crate::{Messages, Term};

pub(crate) const MESSAGES: Messages = Messages {
    language: "es",
    direction: "ltr",
    cloud_connect_heading: "Uso de licencias de Cloud Connect",
    backup_server_heading: "Uso de licencias de los servidores de backup",
    availability_console_heading: "Uso de licencias de Availability Console",
    rental: Term {
        name: "Alquiler",
        meaning: "Cubiertas por la licencia de alquiler de la propia empresa. No usan la licencia \
                  del proveedor.",
    },
    new: Term {
        name: "Nuevas",
        meaning: "Protegidas por primera vez este mes natural. Empiezan a usar la licencia el día \
                  1 del mes siguiente.",
    },
    used: Term {
        name: "En uso",
        meaning: "Usan ahora la licencia del proveedor: protegidas en los últimos 31 días, ni de \
                  alquiler ni nuevas.",
    },
    total: Term {
        name: "Protegidas",
        meaning: "Todas las máquinas protegidas: en uso, de alquiler y nuevas.",
    },
    machines: plural! {
        one: "{} máquina",
        many: "{} de máquinas",
        other: "{} máquinas",
    },
    machines_column: "Máquinas",
    instances: Term {
        name: "Instancias",
        meaning: "Unidades de licencia. Cada tipo de carga de trabajo tiene su propio peso.",
    },
    points: "Puntos",
    counted_instances: plural! {
        one: "{} instancia",
        many: "{} de instancias",
        other: "{} instancias",
    },
    counted_points: plural! {
        one: "{} punto",
        many: "{} de puntos",
        other: "{} puntos",
    },
    weight: Term {
        name: "Por máquina",
        meaning: "Lo que pesa una máquina: unidades de licencia divididas entre máquinas.",
    },
    unit: "Unidad mostrada",
    workload: "Carga de trabajo",
    all_workloads: "Total",
    table_caption: "Uso de licencias por tipo de carga de trabajo",
    chart_label: "Porcentaje de cada tipo de carga de trabajo",
    largest: "Los tipos de carga de trabajo más grandes; la tabla los incluye todos.",
    exactly: "Exactamente {}",
    limit: "Límite",
    within_limit: "Dentro del límite: {} de {}",
    near_limit: "Cerca del límite: {} de {}",
    over_limit: "Por encima del límite: {} de {}",
    share_of_limit: "{} del límite",
    refresh: "Actualizar",
    refreshing: "Actualizando",
    export: "Descargar CSV",
    copy: "Copiar como tabla",
    copied: "La tabla se ha copiado.",
    copy_failed: "El navegador no permite copiar la tabla.",
    print: "Imprimir",
    retry: "Reintentar",
    updated: "Actualizado: {}",
    loading: "Cargando el uso de licencias",
    empty: "No se ha notificado ningún uso de licencias",
    empty_detail: "No hay cargas de trabajo protegidas, o la licencia en uso no cuenta instancias.",
    stale: "Sin actualizar: estas cifras son del {} ({}).",
    failed: "No se ha podido cargar el uso de licencias",
    retry_at: "El servidor pide esperar hasta el {}.",
    server_says: "El servidor indica: «{}»",
    no_tenant: "No se ha elegido ninguna empresa. Asigne el ID de la empresa al atributo tenant de \
                la tarjeta.",
    bad_tenant: "El ID de la empresa no es válido. El atributo tenant de la tarjeta admite hasta \
                 19 dígitos o un UUID.",
    bad_endpoint: "No se puede usar la dirección de la API. El atributo endpoint de la tarjeta \
                   admite una dirección https: o una ruta de este sitio, sin nombre de usuario ni \
                   contraseña.",
    bad_token: "No se puede enviar el token de acceso. Compruebe lo que la página entrega a la \
                tarjeta.",
    offline: "Este dispositivo está sin conexión. Las cifras se cargarán cuando vuelva a estar \
              conectado.",
    unreachable: "No se ha podido acceder al servidor. La causa puede ser la red, el certificado \
                  del servidor o su política de origen cruzado (CORS); el navegador no indica cuál.",
    timeout: "El servidor no ha respondido a tiempo. Vuelva a intentarlo en unos instantes.",
    unauthorized: "No ha iniciado sesión o la sesión ha caducado. Inicie sesión de nuevo.",
    forbidden: "Su cuenta no puede ver el uso de licencias de esta empresa. Solicite acceso a su \
                proveedor.",
    not_found: "El servidor no conoce esta empresa o su uso de licencias. Compruebe el ID de la \
                empresa.",
    throttled: "El servidor ha recibido demasiadas solicitudes. Vuelva a intentarlo en unos \
                instantes.",
    server: "El servidor tiene un problema. Vuelva a intentarlo más tarde; si persiste, avise a su \
             proveedor.",
    http: "El servidor ha dado una respuesta inesperada (estado {}). Si persiste, avise a su \
           proveedor.",
    invalid_response: "La respuesta del servidor no es un uso de licencias que se pueda mostrar \
                       con seguridad. Si persiste, avise a su proveedor.",
    not_loaded: "No se ha podido cargar la tarjeta.",
    crashed: "La tarjeta se ha detenido.",
    reload: " Vuelva a cargar la página.",
    vm_backup: "Backup de VM",
    vm_replica: "Réplica de VM",
    server_backup: "Backup de servidor",
    workstation_backup: "Backup de estación de trabajo",
    vmware_vm: "VM de VMware",
    hyper_v_vm: "VM de Hyper-V",
    nutanix_vm: "VM de Nutanix AHV",
    rhv_vm: "VM de RHV",
    vm: "VM",
    cloud_vm: "VM en la nube",
    file_share: "Recurso compartido de archivos",
    enterprise_application: "Aplicación empresarial",
    server_agent: "Agente de servidor",
    workstation_agent: "Agente de estación de trabajo",
    managed_server_agent: "Agente de servidor administrado",
    managed_workstation_agent: "Agente de estación de trabajo administrado",
};

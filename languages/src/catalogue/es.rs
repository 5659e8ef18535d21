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
        meaning: "Protegidas por primera vez este mes. Usan la licencia del proveedor a partir del \
                  día 1 del mes siguiente.",
    },
    used: Term {
        name: "En uso",
        meaning: "Usan la licencia del proveedor: protegidas en los últimos 31 días, ni de \
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
    machines_below: "{}, debajo las máquinas",
    instances: Term {
        name: "Instancias",
        meaning: "Unidades de licencia. Las que usa cada máquina dependen del tipo de carga de \
                  trabajo.",
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
        meaning: "Unidades de licencia usadas por máquina.",
    },
    workload: "Carga de trabajo",
    all_workloads: "Total",
    table_caption: "Uso de licencias por tipo de carga de trabajo",
    others: plural! {
        one: "{} tipo más",
        many: "{} de tipos más",
        other: "{} tipos más",
    },
    show_all: "Mostrar los {}",
    show_largest: "Mostrar solo los mayores",
    meaning: "Qué significan estas cifras",
    exactly: "Exactamente {}",
    limit: "Límite",
    within_limit: "Dentro del límite: {} de {}",
    near_limit: "Cerca del límite: {} de {}",
    over_limit: "Por encima del límite: {} de {}",
    refresh: "Actualizar",
    refreshing: "Actualizando",
    export: "Descargar CSV",
    copy: "Copiar como tabla",
    copied: "Tabla copiada.",
    copy_failed: "Su navegador ha bloqueado la copia.",
    no_download: "Si no aparece ningún archivo, esta página no permite descargas. Copie la tabla \
                  en su lugar.",
    print: "Imprimir",
    retry: "Reintentar",
    updated: "Actualizado: {}",
    loading: "Cargando el uso de licencias",
    empty: "No se ha notificado ningún uso de licencias",
    empty_detail: "No hay cargas de trabajo protegidas o la licencia no cuenta instancias.",
    stale: "No se ha podido actualizar. Estas cifras son del {} ({}).",
    failed: "No se ha cargado el uso de licencias",
    retry_at: "Próximo intento posible después del {}.",
    server_says: "Mensaje del servidor: «{}»",
    no_tenant: "No se ha indicado ninguna empresa. Asigne el ID de la empresa al atributo tenant \
                de la tarjeta.",
    bad_tenant: "El ID de la empresa no es válido. El atributo tenant de la tarjeta admite hasta \
                 19 dígitos o un UUID.",
    bad_endpoint: "No se puede usar la dirección de la API. El atributo endpoint admite una ruta \
                   de este sitio o una dirección https:.",
    bad_token: "No se puede enviar el token de acceso. Compruebe el token que la página entrega a \
                la tarjeta.",
    offline: "Este dispositivo está sin conexión. Las cifras se cargarán cuando vuelva a estar en \
              línea.",
    unreachable: "No se puede acceder al servidor. Compruebe la red, el certificado del servidor y \
                  su política de origen cruzado (CORS).",
    timeout: "El servidor no ha respondido a tiempo. Vuelva a intentarlo en unos instantes.",
    unauthorized: "No ha iniciado sesión o la sesión ha caducado. Inicie sesión de nuevo.",
    forbidden: "Su cuenta no puede ver el uso de licencias de esta empresa. Solicite acceso a su \
                proveedor.",
    not_found: "El servidor no conoce esta empresa o su uso de licencias. Compruebe el ID de la \
                empresa.",
    throttled: "El servidor ha recibido demasiadas solicitudes. Vuelva a intentarlo en unos \
                instantes.",
    server: "El servidor tiene un problema. Vuelva a intentarlo más tarde o póngase en contacto \
             con su proveedor.",
    http: "El servidor ha enviado un estado inesperado ({}). Si persiste, póngase en contacto con \
           su proveedor.",
    invalid_response: "La respuesta no era un uso de licencias válido, por lo que no se muestran \
                       cifras. Si persiste, póngase en contacto con su proveedor.",
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

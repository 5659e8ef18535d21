//! Portuguese, as in Brazil.

use crate::plural::plural;
use crate::{Messages, Term};

pub(crate) const MESSAGES: Messages = Messages {
    language: "pt-BR",
    direction: "ltr",
    cloud_connect_heading: "Uso de licenças do Cloud Connect",
    backup_server_heading: "Uso de licenças dos servidores de backup",
    availability_console_heading: "Uso de licenças do Availability Console",
    rental: Term {
        name: "Aluguel",
        meaning: "Cobertas pela licença de aluguel da própria empresa. Não usam a licença do \
                  provedor.",
    },
    new: Term {
        name: "Novas",
        meaning: "Protegidas pela primeira vez neste mês. Começam a usar a licença no dia 1º do \
                  próximo mês.",
    },
    used: Term {
        name: "Em uso",
        meaning: "Usam agora a licença do provedor: protegidas nos últimos 31 dias, nem de aluguel \
                  nem novas.",
    },
    total: Term {
        name: "Protegidas",
        meaning: "Todas as máquinas protegidas: em uso, de aluguel e novas.",
    },
    machines: plural! {
        one: "{} máquina",
        many: "{} de máquinas",
        other: "{} máquinas",
    },
    machines_column: "Máquinas",
    instances: Term {
        name: "Instâncias",
        meaning: "Unidades de licença. Cada tipo de carga de trabalho tem seu próprio peso.",
    },
    points: "Pontos",
    counted_instances: plural! {
        one: "{} instância",
        many: "{} de instâncias",
        other: "{} instâncias",
    },
    counted_points: plural! {
        one: "{} ponto",
        many: "{} de pontos",
        other: "{} pontos",
    },
    weight: Term {
        name: "Por máquina",
        meaning: "Quanto pesa uma máquina: unidades de licença divididas pelo número de máquinas.",
    },
    unit: "Unidade exibida",
    workload: "Carga de trabalho",
    all_workloads: "Total",
    table_caption: "Uso de licenças por tipo de carga de trabalho",
    chart_label: "Participação de cada tipo de carga de trabalho",
    largest: "Os maiores tipos de carga de trabalho; a tabela contém todos.",
    exactly: "Exatamente {}",
    limit: "Limite",
    within_limit: "Dentro do limite: {} de {}",
    near_limit: "Perto do limite: {} de {}",
    over_limit: "Acima do limite: {} de {}",
    share_of_limit: "{} do limite",
    refresh: "Atualizar",
    refreshing: "Atualizando",
    export: "Baixar CSV",
    copy: "Copiar como tabela",
    copied: "A tabela foi copiada.",
    copy_failed: "O navegador não permite copiar a tabela.",
    print: "Imprimir",
    retry: "Tentar novamente",
    updated: "Atualizado: {}",
    loading: "Carregando o uso de licenças",
    empty: "Nenhum uso de licença informado",
    empty_detail: "Nenhuma carga de trabalho está protegida, ou a licença em uso não conta \
                   instâncias.",
    stale: "Não atualizado: estes números são de {} ({}).",
    failed: "Não foi possível carregar o uso de licenças",
    retry_at: "O servidor pede para aguardar até {}.",
    server_says: "O servidor informa: “{}”",
    no_tenant: "Nenhuma empresa foi escolhida. Defina o atributo tenant do cartão com o ID da \
                empresa.",
    bad_tenant: "O ID da empresa não é válido. O atributo tenant do cartão aceita até 19 dígitos \
                 ou um UUID.",
    bad_endpoint: "O endereço da API não pode ser usado. O atributo endpoint do cartão aceita um \
                   endereço https: ou um caminho neste site, sem nome de usuário nem senha.",
    bad_token: "Não é possível enviar o token de acesso. Verifique o que a página passa para o \
                cartão.",
    offline: "Este dispositivo está offline. Os números serão carregados quando ele se conectar \
              novamente.",
    unreachable: "Não foi possível acessar o servidor. A causa pode ser a rede, o certificado do \
                  servidor ou sua política de origem cruzada (CORS); o navegador não informa qual.",
    timeout: "O servidor não respondeu a tempo. Tente novamente em instantes.",
    unauthorized: "Você não está conectado ou sua sessão expirou. Entre novamente.",
    forbidden: "Sua conta não pode ver o uso de licenças desta empresa. Solicite acesso ao seu \
                provedor.",
    not_found: "O servidor não conhece esta empresa ou seu uso de licenças. Verifique o ID da \
                empresa.",
    throttled: "O servidor recebeu solicitações demais. Tente novamente em instantes.",
    server: "O servidor está com um problema. Tente novamente mais tarde; se persistir, avise seu \
             provedor.",
    http: "O servidor deu uma resposta inesperada (status {}). Se persistir, avise seu provedor.",
    invalid_response: "A resposta do servidor não é um uso de licenças que possa ser exibido com \
                       segurança. Se persistir, avise seu provedor.",
    not_loaded: "Não foi possível carregar o cartão.",
    crashed: "O cartão parou de funcionar.",
    reload: " Recarregue a página.",
    vm_backup: "Backup de VM",
    vm_replica: "Réplica de VM",
    server_backup: "Backup de servidor",
    workstation_backup: "Backup de estação de trabalho",
    vmware_vm: "VM do VMware",
    hyper_v_vm: "VM do Hyper-V",
    nutanix_vm: "VM do Nutanix AHV",
    rhv_vm: "VM do RHV",
    vm: "VM",
    cloud_vm: "VM na nuvem",
    file_share: "Compartilhamento de arquivos",
    enterprise_application: "Aplicativo empresarial",
    server_agent: "Agente de servidor",
    workstation_agent: "Agente de estação de trabalho",
    managed_server_agent: "Agente de servidor gerenciado",
    managed_workstation_agent: "Agente de estação de trabalho gerenciado",
};

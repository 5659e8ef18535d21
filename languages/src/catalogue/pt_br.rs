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
        meaning: "Protegidas pela primeira vez neste mês. Usam a licença do provedor a partir do \
                  dia 1º do próximo mês.",
    },
    used: Term {
        name: "Em uso",
        meaning: "Usam a licença do provedor: protegidas nos últimos 31 dias, nem de aluguel nem \
                  novas.",
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
    machines_below: "{}, máquinas abaixo",
    instances: Term {
        name: "Instâncias",
        meaning: "Unidades de licença. Quantas uma máquina usa depende do tipo de carga de \
                  trabalho.",
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
        meaning: "Unidades de licença usadas por máquina.",
    },
    workload: "Carga de trabalho",
    all_workloads: "Total",
    table_caption: "Uso de licenças por tipo de carga de trabalho",
    others: plural! {
        one: "{} outro tipo",
        many: "{} de outros tipos",
        other: "{} outros tipos",
    },
    show_all: "Mostrar todos os {}",
    show_largest: "Mostrar só os maiores",
    meaning: "O que estes números significam",
    exactly: "Exatamente {}",
    limit: "Limite",
    within_limit: "Dentro do limite: {} de {}",
    near_limit: "Perto do limite: {} de {}",
    over_limit: "Acima do limite: {} de {}",
    refresh: "Atualizar",
    refreshing: "Atualizando",
    export: "Baixar CSV",
    copy: "Copiar como tabela",
    copied: "Tabela copiada.",
    copy_failed: "Seu navegador bloqueou a cópia.",
    no_download: "Se nenhum arquivo aparecer, esta página não permite downloads. Copie a tabela em \
                  vez disso.",
    print: "Imprimir",
    retry: "Tentar novamente",
    updated: "Atualizado: {}",
    loading: "Carregando o uso de licenças",
    empty: "Nenhum uso de licença informado",
    empty_detail: "Nenhuma carga de trabalho está protegida ou a licença não conta instâncias.",
    stale: "Não foi possível atualizar. Estes números são de {} ({}).",
    failed: "Uso de licenças não carregado",
    retry_at: "Próxima tentativa possível após {}.",
    server_says: "Mensagem do servidor: “{}”",
    no_tenant: "Nenhuma empresa foi informada. Defina o atributo tenant do cartão com o ID da \
                empresa.",
    bad_tenant: "O ID da empresa não é válido. O atributo tenant do cartão aceita até 19 dígitos \
                 ou um UUID.",
    bad_endpoint: "O endereço da API não pode ser usado. O atributo endpoint aceita um caminho \
                   neste site ou um endereço https:.",
    bad_token: "Não é possível enviar o token de acesso. Verifique o token que a página fornece ao \
                cartão.",
    offline: "Este dispositivo está offline. Os números serão carregados quando ele voltar a ficar \
              online.",
    unreachable: "Não foi possível acessar o servidor. Verifique a rede, o certificado do servidor \
                  e a política de origem cruzada (CORS).",
    timeout: "O servidor não respondeu a tempo. Tente novamente em instantes.",
    unauthorized: "Você não entrou ou sua sessão expirou. Entre novamente.",
    forbidden: "Sua conta não pode ver o uso de licenças desta empresa. Peça acesso ao seu \
                provedor.",
    not_found: "O servidor não conhece esta empresa ou seu uso de licenças. Verifique o ID da \
                empresa.",
    throttled: "O servidor recebeu solicitações demais. Tente novamente em instantes.",
    server: "O servidor está com um problema. Tente novamente mais tarde ou entre em contato com \
             seu provedor.",
    http: "O servidor enviou um status inesperado ({}). Se persistir, entre em contato com seu \
           provedor.",
    invalid_response: "A resposta não era um uso de licenças válido, por isso nenhum número é \
                       exibido. Se persistir, entre em contato com seu provedor.",
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

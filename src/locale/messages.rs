//! What a language has to say: a catalogue is a value of [`Messages`], so none can lack a word.

use crate::usage::Label;

/// A message whose form depends on a number.
#[derive(Debug)]
pub struct Plural {
    /// For one.
    pub one: &'static str,
    /// For any other number.
    pub other: &'static str,
}

/// A measure's name and what it means.
#[derive(Debug)]
pub struct Term {
    /// The name.
    pub name: &'static str,
    /// The meaning, in a sentence or two.
    pub meaning: &'static str,
}

/// All words of a language. `{}` stands for a value.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the English catalogue shows what each one says"
)]
pub struct Messages {
    pub language: &'static str,
    // Titles.
    pub cloud_connect_heading: &'static str,
    pub backup_server_heading: &'static str,
    pub availability_console_heading: &'static str,
    // The numbers' names.
    pub rental: Term,
    pub new: Term,
    pub used: Term,
    pub total: Term,
    pub machines: Plural,
    pub machines_column: &'static str,
    pub instances: Term,
    pub points: &'static str,
    pub weight: Term,
    pub unit: &'static str,
    pub workload: &'static str,
    pub all_workloads: &'static str,
    pub table_caption: &'static str,
    pub chart_label: &'static str,
    pub largest: &'static str,
    pub exactly: &'static str,
    // The limit: used, then allowed.
    pub limit: &'static str,
    pub within_limit: &'static str,
    pub near_limit: &'static str,
    pub over_limit: &'static str,
    pub share_of_limit: &'static str,
    // What can be done.
    pub refresh: &'static str,
    pub refreshing: &'static str,
    pub export: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub print: &'static str,
    pub retry: &'static str,
    // The state.
    pub updated: &'static str,
    pub loading: &'static str,
    pub empty: &'static str,
    pub empty_detail: &'static str,
    pub stale: &'static str,
    pub failed: &'static str,
    pub retry_at: &'static str,
    pub server_says: &'static str,
    // Errors: the cause and the next step.
    pub no_tenant: &'static str,
    pub bad_tenant: &'static str,
    pub bad_endpoint: &'static str,
    pub bad_token: &'static str,
    pub offline: &'static str,
    pub unreachable: &'static str,
    pub timeout: &'static str,
    pub unauthorized: &'static str,
    pub forbidden: &'static str,
    pub not_found: &'static str,
    pub throttled: &'static str,
    pub server: &'static str,
    pub http: &'static str,
    pub invalid_response: &'static str,
    // A crash, and what follows where it was not the first.
    pub crashed: &'static str,
    pub reload: &'static str,
    // Workload types.
    pub vm_backup: &'static str,
    pub vm_replica: &'static str,
    pub server_backup: &'static str,
    pub workstation_backup: &'static str,
    pub vmware_vm: &'static str,
    pub hyper_v_vm: &'static str,
    pub nutanix_vm: &'static str,
    pub rhv_vm: &'static str,
    pub vm: &'static str,
    pub cloud_vm: &'static str,
    pub file_share: &'static str,
    pub enterprise_application: &'static str,
    pub server_agent: &'static str,
    pub workstation_agent: &'static str,
    pub managed_server_agent: &'static str,
    pub managed_workstation_agent: &'static str,
}

impl Messages {
    /// What a known workload type is called.
    #[must_use]
    pub const fn label(&self, label: Label) -> &'static str {
        match label {
            Label::VmBackup => self.vm_backup,
            Label::VmReplica => self.vm_replica,
            Label::ServerBackup => self.server_backup,
            Label::WorkstationBackup => self.workstation_backup,
            Label::VmwareVm => self.vmware_vm,
            Label::HyperVVm => self.hyper_v_vm,
            Label::NutanixVm => self.nutanix_vm,
            Label::RhvVm => self.rhv_vm,
            Label::Vm => self.vm,
            Label::CloudVm => self.cloud_vm,
            Label::FileShare => self.file_share,
            Label::EnterpriseApplication => self.enterprise_application,
            Label::ServerAgent => self.server_agent,
            Label::WorkstationAgent => self.workstation_agent,
            Label::ManagedServerAgent => self.managed_server_agent,
            Label::ManagedWorkstationAgent => self.managed_workstation_agent,
        }
    }
}

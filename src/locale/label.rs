//! The names of known workload types.

use super::Locale;
use crate::usage::Label;

impl Locale {
    /// The name of a known workload type.
    #[must_use]
    pub const fn label(&self, label: Label) -> &'static str {
        match label {
            Label::VmBackup => self.messages.vm_backup,
            Label::VmReplica => self.messages.vm_replica,
            Label::ServerBackup => self.messages.server_backup,
            Label::WorkstationBackup => self.messages.workstation_backup,
            Label::VmwareVm => self.messages.vmware_vm,
            Label::HyperVVm => self.messages.hyper_v_vm,
            Label::NutanixVm => self.messages.nutanix_vm,
            Label::RhvVm => self.messages.rhv_vm,
            Label::Vm => self.messages.vm,
            Label::CloudVm => self.messages.cloud_vm,
            Label::FileShare => self.messages.file_share,
            Label::EnterpriseApplication => self.messages.enterprise_application,
            Label::ServerAgent => self.messages.server_agent,
            Label::WorkstationAgent => self.messages.workstation_agent,
            Label::ManagedServerAgent => self.messages.managed_server_agent,
            Label::ManagedWorkstationAgent => self.messages.managed_workstation_agent,
        }
    }
}

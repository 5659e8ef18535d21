//! Workload types: an open set of names, compared without case, with a known order and labels.

use std::borrow::Cow;
use std::cmp::Ordering;

/// A known type's name on screen; the texts are the locale's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A virtual machine's backup.
    VmBackup,
    /// A virtual machine's replica.
    VmReplica,
    /// A server's backup by an agent, in Cloud Connect.
    ServerBackup,
    /// A workstation's backup by an agent, in Cloud Connect.
    WorkstationBackup,
    /// A VM of `VMware` vSphere.
    VmwareVm,
    /// A Microsoft Hyper-V VM.
    HyperVVm,
    /// A Nutanix AHV VM.
    NutanixVm,
    /// A Red Hat Virtualization VM.
    RhvVm,
    /// A VM of any other platform.
    Vm,
    /// A VM in a public cloud.
    CloudVm,
    /// A file share.
    FileShare,
    /// A database or another enterprise application.
    EnterpriseApplication,
    /// A server with an agent, backed up by Veeam Backup & Replication.
    ServerAgent,
    /// A workstation with an agent, backed up by Veeam Backup & Replication.
    WorkstationAgent,
    /// A server with an agent that the console manages.
    ManagedServerAgent,
    /// A workstation with an agent that the console manages.
    ManagedWorkstationAgent,
}

/// The types that Veeam documents, in the order of the card, with their names.
/// Availability Console 3 put `Windows_` into agents' names; later versions dropped it.
const KNOWN: [(&str, Label); 21] = [
    ("CC_VM_Backup", Label::VmBackup),
    ("CC_VM_Replica", Label::VmReplica),
    ("CC_Server_Backup", Label::ServerBackup),
    ("CC_Workstation_Backup", Label::WorkstationBackup),
    ("VBR_vSphere_VM", Label::VmwareVm),
    ("VBR_HyperV_VM", Label::HyperVVm),
    ("VBR_Nutanix_VM", Label::NutanixVm),
    ("VBR_AHV_VM", Label::NutanixVm),
    ("VBR_RHV_VM", Label::RhvVm),
    ("VBR_VM", Label::Vm),
    ("VBR_Cloud_VM", Label::CloudVm),
    ("VBR_NAS_Backup", Label::FileShare),
    ("VBR_Application_Plugins", Label::EnterpriseApplication),
    ("VBR_Server_Agent", Label::ServerAgent),
    ("VBR_Workstation_Agent", Label::WorkstationAgent),
    ("VBR_Windows_Server_Agent", Label::ServerAgent),
    ("VBR_Windows_Workstation_Agent", Label::WorkstationAgent),
    ("VAC_Server_Agent", Label::ManagedServerAgent),
    ("VAC_Workstation_Agent", Label::ManagedWorkstationAgent),
    ("VAC_Windows_Server_Agent", Label::ManagedServerAgent),
    (
        "VAC_Windows_Workstation_Agent",
        Label::ManagedWorkstationAgent,
    ),
];

/// A workload's type. Equal to every other spelling in upper and lower case (ASCII); ordered as
/// the card lists them, known types first, then the others by name.
#[derive(Clone, Debug)]
pub struct WorkloadType {
    name: Cow<'static, str>,
    label: Option<Label>,
    // The place in KNOWN, or its length for any other type.
    rank: usize,
}

impl WorkloadType {
    /// The name of a type that has none.
    pub(super) const UNKNOWN: &str = "Unknown";

    /// The type that a row names.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let known = KNOWN
            .iter()
            .enumerate()
            .find(|(_, (known, _))| known.eq_ignore_ascii_case(name));
        match known {
            Some((rank, (known, label))) => Self {
                name: Cow::Borrowed(known),
                label: Some(*label),
                rank,
            },
            None => Self {
                name: Cow::Owned(name.to_owned()),
                label: None,
                rank: KNOWN.len(),
            },
        }
    }

    /// Whether that is its name, in any case.
    pub(super) fn is_spelled(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The known spelling, or the one served.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// Its label; `None` for an unknown type, which is shown by its name.
    #[must_use]
    pub const fn label(&self) -> Option<Label> {
        self.label
    }
}

impl Ord for WorkloadType {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank
            .cmp(&other.rank)
            .then_with(|| lower(&self.name).cmp(lower(&other.name)))
    }
}

fn lower(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().map(|byte| byte.to_ascii_lowercase())
}

impl PartialOrd for WorkloadType {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for WorkloadType {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for WorkloadType {}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> WorkloadType {
        WorkloadType::new(name)
    }

    #[test]
    fn a_known_type_is_found_in_any_case() {
        for (served, spelling, label) in [
            ("CC_VM_Backup", "CC_VM_Backup", Label::VmBackup),
            (
                "cc_workstation_backup",
                "CC_Workstation_Backup",
                Label::WorkstationBackup,
            ),
            ("VBR_Nas_Backup", "VBR_NAS_Backup", Label::FileShare),
            ("VBR_AHV_VM", "VBR_AHV_VM", Label::NutanixVm),
            (
                "VAC_WINDOWS_SERVER_AGENT",
                "VAC_Windows_Server_Agent",
                Label::ManagedServerAgent,
            ),
        ] {
            assert_eq!(named(served).as_str(), spelling);
            assert_eq!(named(served).label(), Some(label));
        }
    }

    #[test]
    fn known_types_come_first_and_others_by_name() {
        let mut types = [
            "zeta",
            "Alpha",
            "VBR_VM",
            "beta",
            "cc_vm_replica",
            "CC_VM_Backup",
        ]
        .map(named)
        .to_vec();
        types.sort();
        let names: Vec<_> = types.iter().map(WorkloadType::as_str).collect();
        assert_eq!(
            names,
            [
                "CC_VM_Backup",
                "CC_VM_Replica",
                "VBR_VM",
                "Alpha",
                "beta",
                "zeta"
            ]
        );
    }
}

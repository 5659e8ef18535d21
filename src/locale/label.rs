//! The names of workload types.

use super::Locale;
use crate::usage::WorkloadType;

impl Locale {
    /// A known type's name in the card's language, and any other type's own name.
    #[must_use]
    pub fn label<'w>(&self, kind: &'w WorkloadType) -> &'w str {
        let label = kind.label();
        let name = label.and_then(|label| self.messages.workloads(label));
        name.unwrap_or(kind.as_str())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use licensing_card_languages::WORKLOADS;

    use super::*;

    #[test]
    fn a_known_type_has_a_name_and_any_other_its_own() {
        let locale = Locale::new("en");
        for (kind, expected) in [
            ("CC_VM_Backup", "VM backup"),
            ("CC_VM_Replica", "VM replica"),
            ("CC_Server_Backup", "Server backup"),
            ("CC_Workstation_Backup", "Workstation backup"),
            ("VBR_vSphere_VM", "VMware VM"),
            ("VBR_HyperV_VM", "Hyper-V VM"),
            ("VBR_Nutanix_VM", "Nutanix AHV VM"),
            ("VBR_AHV_VM", "Nutanix AHV VM"),
            ("VBR_RHV_VM", "RHV VM"),
            ("VBR_VM", "VM"),
            ("VBR_Cloud_VM", "Cloud VM"),
            ("VBR_NAS_Backup", "File share"),
            ("VBR_Application_Plugins", "Enterprise application"),
            ("VBR_Server_Agent", "Server agent"),
            ("VBR_Workstation_Agent", "Workstation agent"),
            ("VBR_Windows_Server_Agent", "Server agent"),
            ("VBR_Windows_Workstation_Agent", "Workstation agent"),
            ("VAC_Server_Agent", "Managed server agent"),
            ("VAC_Workstation_Agent", "Managed workstation agent"),
            ("VAC_Windows_Server_Agent", "Managed server agent"),
            ("VAC_Windows_Workstation_Agent", "Managed workstation agent"),
            ("Something_Else", "Something_Else"),
        ] {
            assert_eq!(locale.label(&WorkloadType::new(kind)), expected);
        }
    }

    #[test]
    fn the_known_types_and_the_packs_have_the_same_labels() {
        let known: BTreeSet<_> = WorkloadType::known()
            .filter_map(|kind| kind.label())
            .collect();
        assert_eq!(known, WORKLOADS.iter().copied().collect());
    }
}

//! Workload types: an open set of names, compared without case, with a known order and labels.

use std::borrow::Cow;
use std::cmp::Ordering;

/// The types that Veeam documents, in the order of the card, each with its label: the type by whose
/// name the language packs have its text.
/// Availability Console 3 put `Windows_` into agents' names; later versions dropped it.
const KNOWN: &[(&str, &str)] = &[
    ("CC_VM_Backup", "CC_VM_Backup"),
    ("CC_VM_Replica", "CC_VM_Replica"),
    ("CC_Server_Backup", "CC_Server_Backup"),
    ("CC_Workstation_Backup", "CC_Workstation_Backup"),
    ("VBR_vSphere_VM", "VBR_vSphere_VM"),
    ("VBR_HyperV_VM", "VBR_HyperV_VM"),
    ("VBR_Nutanix_VM", "VBR_Nutanix_VM"),
    ("VBR_AHV_VM", "VBR_Nutanix_VM"),
    ("VBR_RHV_VM", "VBR_RHV_VM"),
    ("VBR_VM", "VBR_VM"),
    ("VBR_Cloud_VM", "VBR_Cloud_VM"),
    ("VBR_NAS_Backup", "VBR_NAS_Backup"),
    ("VBR_Application_Plugins", "VBR_Application_Plugins"),
    ("VBR_Server_Agent", "VBR_Server_Agent"),
    ("VBR_Workstation_Agent", "VBR_Workstation_Agent"),
    ("VBR_Windows_Server_Agent", "VBR_Server_Agent"),
    ("VBR_Windows_Workstation_Agent", "VBR_Workstation_Agent"),
    ("VAC_Server_Agent", "VAC_Server_Agent"),
    ("VAC_Workstation_Agent", "VAC_Workstation_Agent"),
    ("VAC_Windows_Server_Agent", "VAC_Server_Agent"),
    ("VAC_Windows_Workstation_Agent", "VAC_Workstation_Agent"),
];

/// A workload's type. Equal to every other spelling in upper and lower case (ASCII); ordered as
/// the card lists them, known types first, then the others by name.
#[derive(Clone, Debug)]
pub struct WorkloadType {
    name: Cow<'static, str>,
    label: Option<&'static str>,
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
                label: Some(label),
                rank,
            },
            None => Self {
                name: Cow::Owned(name.to_owned()),
                label: None,
                rank: KNOWN.len(),
            },
        }
    }

    /// All types that have a label.
    #[cfg(test)]
    pub(crate) fn known() -> impl Iterator<Item = Self> {
        KNOWN.iter().map(|(name, _)| Self::new(name))
    }

    /// Whether that is its name, in any case.
    pub(super) fn is_spelled(&self, name: &str) -> bool {
        &*self.name == name || self.name.eq_ignore_ascii_case(name)
    }

    /// The known spelling, or the one served.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The type by whose name the language packs have its text; `None` for an unknown type, which
    /// is shown by its own name.
    #[must_use]
    pub const fn label(&self) -> Option<&'static str> {
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
            ("CC_VM_Backup", "CC_VM_Backup", "CC_VM_Backup"),
            (
                "cc_workstation_backup",
                "CC_Workstation_Backup",
                "CC_Workstation_Backup",
            ),
            ("VBR_Nas_Backup", "VBR_NAS_Backup", "VBR_NAS_Backup"),
            ("VBR_AHV_VM", "VBR_AHV_VM", "VBR_Nutanix_VM"),
            (
                "VAC_WINDOWS_SERVER_AGENT",
                "VAC_Windows_Server_Agent",
                "VAC_Server_Agent",
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

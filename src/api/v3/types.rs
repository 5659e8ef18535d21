//! Which type a workload is of: by its platform's `typeId`, else by its `id`, else by its
//! description. The names are those of version 2, so that labels, order and translations hold.
//!
//! All of it is from the examples in Veeam's `OpenAPI` files; newer ones leave the platforms out
//! and word the descriptions in another order.

use super::Resource;

/// Longer ones are not known.
pub(super) const LONGEST_ID: usize = 64;

/// `typeId` and type. But for those of Cloud Connect, each stands for all that begin with it, and
/// the first that fits counts.
const PLATFORMS: [(&str, &str); 12] = [
    ("VCC-VM-BACKUP", "CC_VM_Backup"),
    ("VCC-VM-REPLICA", "CC_VM_Replica"),
    ("VCC-SERVER-BACKUP", "CC_Server_Backup"),
    ("VCC-WORKSTATION-BACKUP", "CC_Workstation_Backup"),
    ("VSPC-SERVER-", "VAC_Server_Agent"),
    ("VSPC-WORKSTATION-", "VAC_Workstation_Agent"),
    ("VBR-VM-CLOUD", "VBR_Cloud_VM"),
    ("VBR-VM-", "VBR_VM"),
    ("VBR-SERVER-", "VBR_Server_Agent"),
    ("VBR-WORKSTATION-", "VBR_Workstation_Agent"),
    ("VBR-NAS-SHARE", "VBR_NAS_Backup"),
    ("VBR-APPLICATION-PLUGIN", "VBR_Application_Plugins"),
];

/// `id` and type. They were the same for every organization and server.
const IDS: [(&str, &str); 8] = [
    ("97e257f5-b50b-4844-90dd-f8bb6f9ecc20", "CC_VM_Backup"),
    ("dd20bce2-fedc-451b-8399-6ba6eaada4a0", "CC_VM_Replica"),
    ("44204712-d6d1-466b-93d0-ac32f02b5a75", "CC_Server_Backup"),
    ("15dd8880-4379-40b9-adbb-08ac396823cb", "VAC_Server_Agent"),
    (
        "3cd1c49e-6ccd-42ee-8892-5d027efca157",
        "VAC_Workstation_Agent",
    ),
    ("dd79949a-2fc8-4673-a466-c184ccf8d0b9", "VBR_VM"),
    ("a4e11b25-9808-4c0e-a896-d8d895d8ff5e", "VBR_Server_Agent"),
    ("7d5e9198-8972-4c44-8074-60be5212b9d4", "VBR_Cloud_VM"),
];

/// The words of a description, in any order, and type, for each resource.
const CLOUD_CONNECT: &[(&str, &str)] = &[
    ("cloud backup vm", "CC_VM_Backup"),
    ("cloud replica vm", "CC_VM_Replica"),
    ("cloud backup server", "CC_Server_Backup"),
    ("cloud backup workstation", "CC_Workstation_Backup"),
];
const BACKUP_SERVER: &[(&str, &str)] = &[
    ("vm", "VBR_VM"),
    ("cloud vm", "VBR_Cloud_VM"),
    ("server", "VBR_Server_Agent"),
    ("server agent", "VBR_Server_Agent"),
    ("workstation", "VBR_Workstation_Agent"),
    ("workstation agent", "VBR_Workstation_Agent"),
    ("file share", "VBR_NAS_Backup"),
    ("nas 250 gb", "VBR_NAS_Backup"),
    ("application", "VBR_Application_Plugins"),
];
const AVAILABILITY_CONSOLE: &[(&str, &str)] = &[
    ("server", "VAC_Server_Agent"),
    ("server agent", "VAC_Server_Agent"),
    ("workstation", "VAC_Workstation_Agent"),
    ("workstation agent", "VAC_Workstation_Agent"),
];

pub(super) fn of_platform(type_id: &str) -> Option<&'static str> {
    find(&PLATFORMS, |known| {
        let start = type_id.get(..known.len()).unwrap_or_default();
        let is_whole = start.len() == type_id.len();
        start.eq_ignore_ascii_case(known) && (is_whole || !known.starts_with("VCC-"))
    })
}

pub(super) fn of_id(id: &str) -> Option<&'static str> {
    find(&IDS, |known| known.eq_ignore_ascii_case(id))
}

pub(super) fn of_words(resource: Resource, description: &str) -> Option<&'static str> {
    let known = match resource {
        Resource::CloudConnectUsage => CLOUD_CONNECT,
        Resource::BackupServerUsage => BACKUP_SERVER,
        Resource::AvailabilityConsoleUsage => AVAILABILITY_CONSOLE,
    };
    find(known, |known| {
        has_words(description, known) && has_words(known, description)
    })
}

fn find(known: &[(&str, &'static str)], is_it: impl Fn(&str) -> bool) -> Option<&'static str> {
    known
        .iter()
        .find(|(name, _)| is_it(name))
        .map(|(_, kind)| *kind)
}

/// Whether a text has every word of another.
fn has_words(text: &str, other: &str) -> bool {
    words(other).all(|word| words(text).any(|one| one.eq_ignore_ascii_case(word)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_separator).filter(|word| !word.is_empty())
}

/// Punctuation and spaces; by their blocks, since a table of all letters takes 1.7 kB.
fn is_separator(char: char) -> bool {
    if char.is_ascii() {
        return !char.is_ascii_alphanumeric();
    }
    char.is_whitespace() || matches!(char, '\u{2010}'..='\u{205e}' | '（' | '）')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn platforms_are_known_by_their_type_id() {
        for (type_id, kind) in [
            ("VCC-VM-BACKUP", Some("CC_VM_Backup")),
            ("vcc-workstation-backup", Some("CC_Workstation_Backup")),
            ("VCC-VM-BACKUP-COPY", None),
            ("VCC-VM", None),
            ("VSPC-SERVER-WINDOWS", Some("VAC_Server_Agent")),
            ("VSPC-WORKSTATION-MACOS", Some("VAC_Workstation_Agent")),
            ("VBR-VM-CLOUD", Some("VBR_Cloud_VM")),
            ("VBR-VM-VSPHERE", Some("VBR_VM")),
            ("VBR-VM-CLOUD-AZURE", Some("VBR_Cloud_VM")),
            ("VBR-NAS-SHARE", Some("VBR_NAS_Backup")),
            ("ONE-VM", None),
            ("ÜBR-VM-VSPHERE", None),
            ("", None),
        ] {
            assert_eq!(of_platform(type_id), kind, "{type_id}");
        }
    }

    #[test]
    fn descriptions_are_known_within_their_resource() {
        const CLOUD: Resource = Resource::CloudConnectUsage;
        const SERVER: Resource = Resource::BackupServerUsage;
        const CONSOLE: Resource = Resource::AvailabilityConsoleUsage;
        for (resource, description, kind) in [
            (CLOUD, "Cloud Backup (VM)", Some("CC_VM_Backup")),
            (CLOUD, "VM Cloud Backup", Some("CC_VM_Backup")),
            (CLOUD, "vm cloud replica", Some("CC_VM_Replica")),
            (CLOUD, "Server Cloud Backup", Some("CC_Server_Backup")),
            (CLOUD, "Cloud Backup", None),
            (CLOUD, "Cloud Backup (VM) Archive", None),
            (CLOUD, "Cloud Backup VM 予備", None),
            (CLOUD, "Cloud\u{a0}Backup – VM", Some("CC_VM_Backup")),
            (CLOUD, "Cloud Backup（VM）", Some("CC_VM_Backup")),
            (CLOUD, "Server", None),
            (CLOUD, "", None),
            (SERVER, "VM", Some("VBR_VM")),
            (SERVER, "Cloud VM", Some("VBR_Cloud_VM")),
            (SERVER, "Server agent", Some("VBR_Server_Agent")),
            (SERVER, "NAS (250 GB)", Some("VBR_NAS_Backup")),
            (CONSOLE, "Server", Some("VAC_Server_Agent")),
            (CONSOLE, "Workstation agent", Some("VAC_Workstation_Agent")),
            (CONSOLE, "VM", None),
        ] {
            assert_eq!(of_words(resource, description), kind, "{description}");
        }
    }
}

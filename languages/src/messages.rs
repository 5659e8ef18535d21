//! All messages of a language. A catalogue is a value of [`Messages`], so none can lack one.

use crate::texts::{BETWEEN, Texts, fingerprint};
use crate::{Plural, Term};

/// Defines the struct, and how its values are written and read: in the order of the fields, which is
/// said once.
macro_rules! catalogue {
    ($(#[$attribute:meta])* pub struct $name:ident {
        $(pub $field:ident: $kind:ty,)*
    }) => {
        $(#[$attribute])*
        pub struct $name { $(pub $field: $kind,)* }

        impl $name {
            const FINGERPRINT: [u8; 8] =
                fingerprint(concat!($(stringify!($field), ":", stringify!($kind), ";"),*));

            /// Each field's name with its texts, in order.
            #[must_use]
            pub fn fields(&self) -> Vec<(&'static str, Vec<&'static str>)> {
                vec![$((stringify!($field), self.$field.texts()),)*]
            }

            /// Reads what [`Self::write`] has written, and keeps it for good; `None` where it was
            /// written for other fields, as by another version.
            #[must_use]
            pub fn read(written: String) -> Option<Self> {
                if !written.as_bytes().starts_with(&Self::FINGERPRINT) {
                    return None;
                }
                let mut texts = written.leak().split(BETWEEN);
                texts.next();
                Some(Self { $($field: Texts::read(&mut texts),)* })
            }
        }
    };
}

catalogue! {
/// All words of a language. `{}` stands for a value.
#[derive(Debug)]
#[expect(
    missing_docs,
    reason = "the English catalogue shows what each one says"
)]
pub struct Messages {
    // A BCP 47 tag, and "ltr" or "rtl".
    pub language: &'static str,
    pub direction: &'static str,
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
    // The unit, in the head of the first column.
    pub machines_below: &'static str,
    pub instances: Term,
    pub points: &'static str,
    pub counted_instances: Plural,
    pub counted_points: Plural,
    pub weight: Term,
    pub workload: &'static str,
    pub all_workloads: &'static str,
    pub table_caption: &'static str,
    pub others: Plural,
    pub show_all: &'static str,
    pub show_largest: &'static str,
    pub meaning: &'static str,
    pub exactly: &'static str,
    // The limit: its state, a colon, then the amount or share in use and the allowance.
    pub limit: &'static str,
    pub within_limit: &'static str,
    pub near_limit: &'static str,
    pub over_limit: &'static str,
    // Actions and their results.
    pub refresh: &'static str,
    pub refreshing: &'static str,
    pub export: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub no_download: &'static str,
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
    // The WebAssembly could not be loaded.
    pub not_loaded: &'static str,
    // A crash, and the sentence that follows where it was not the first.
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
}

impl Messages {
    /// All of it in one text, for a file.
    #[must_use]
    pub fn write(&self) -> String {
        let mut written: String = Self::FINGERPRINT.map(char::from).iter().collect();
        for text in self.fields().into_iter().flat_map(|(_, texts)| texts) {
            written.push(BETWEEN);
            written.push_str(text);
        }
        written
    }
}

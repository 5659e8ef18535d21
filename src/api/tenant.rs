//! A company's ID.

use super::{Api, ConfigProblem};

/// A company's ID: an integer of up to 19 digits, or the UUID of newer consoles, which version 3 of
/// the API alone knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tenant {
    /// An integer, as digits.
    Id(String),
    /// A UUID.
    Uid(String),
}

impl Tenant {
    /// Reads an ID as given on the page.
    ///
    /// # Errors
    /// The [`ConfigProblem`] where there is none, or none that the API knows.
    pub fn new(api: Api, text: &str) -> Result<Self, ConfigProblem> {
        let is_id = text.len() <= 19 && text.bytes().all(|byte| byte.is_ascii_digit());
        if text.is_empty() {
            Err(ConfigProblem::NoTenant)
        } else if is_uuid(text) {
            Ok(Self::Uid(text.to_owned()))
        } else if is_id && api.has_numbers() {
            Ok(Self::Id(text.to_owned()))
        } else {
            Err(ConfigProblem::Tenant)
        }
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_and_uuids_are_ids() {
        const UUID: &str = "0f8fad5b-D9CB-469f-a165-70867728950e";
        for (text, expected) in [
            ("2", Ok(Tenant::Id("2".to_owned()))),
            (
                "9999999999999999999",
                Ok(Tenant::Id("9999999999999999999".to_owned())),
            ),
            (UUID, Ok(Tenant::Uid(UUID.to_owned()))),
            ("", Err(ConfigProblem::NoTenant)),
            ("10000000000000000000", Err(ConfigProblem::Tenant)),
            ("-1", Err(ConfigProblem::Tenant)),
            ("1.5", Err(ConfigProblem::Tenant)),
            ("../admin", Err(ConfigProblem::Tenant)),
            ("2?x=1", Err(ConfigProblem::Tenant)),
            ("٢", Err(ConfigProblem::Tenant)),
            (
                "0f8fad5bd9cb469fa16570867728950e",
                Err(ConfigProblem::Tenant),
            ),
            (
                "0f8fad5b-d9cb-469f-a165-70867728950g",
                Err(ConfigProblem::Tenant),
            ),
        ] {
            assert_eq!(Tenant::new(Api::V2, text), expected, "{text}");
        }
        let uid = Tenant::new(Api::V3, UUID);
        assert_eq!(uid, Ok(Tenant::Uid(UUID.to_owned())));
        assert_eq!(Tenant::new(Api::V3, "2"), Err(ConfigProblem::Tenant));
        assert_eq!(Tenant::new(Api::V3, ""), Err(ConfigProblem::NoTenant));
    }
}

//! Why a payload is no usage, for the page's developer.

use std::fmt;

use super::json::Fault;
use crate::usage::Rejected;

/// Where and why a payload is no usage. It never has a value of the payload's in it, but for the
/// message that a server itself reports.
///
/// ```
/// use licensing_card::api::{Api, Expected, Resource, read};
///
/// let expected = Expected {
///     api: Api::V2,
///     resource: Resource::CloudConnectUsage,
///     tenant: None,
///     is_fetched: true,
/// };
/// let invalid = read(br#"[{"usedCount": 1}, {"usedCount": -1}]"#, &expected).unwrap_err();
/// assert_eq!(invalid.to_string(), "row 2: usedCount is negative");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// Which row, from the outside to the inside, each with its number counted from 1: `row 2`, or
    /// `organization 1, server 2, workload 3`; or at which byte. Empty for the payload as a whole.
    pub row: String,
    /// Which field; empty for none.
    pub field: &'static str,
    /// How it is wrong.
    pub why: &'static str,
    /// The server's message: plain text, short.
    pub quoted: Option<String>,
}

impl From<Why> for Invalid {
    fn from(why: Why) -> Self {
        Self {
            row: String::new(),
            field: "",
            why: why.as_str(),
            quoted: None,
        }
    }
}

impl From<Fault> for Invalid {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotJson(at) => Self {
                row: step("byte", at),
                ..Why::NotJson.into()
            },
            Fault::TooDeep => Why::TooDeep.into(),
        }
    }
}

/// One step of the way to a row.
pub(super) fn step(name: &str, number: usize) -> String {
    format!("{name} {number}")
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let after = |text: &str, mark| if text.is_empty() { "" } else { mark };
        let quoted = self.quoted.as_deref().unwrap_or_default();
        for part in &[
            &self.row,
            after(&self.row, ": "),
            self.field,
            after(self.field, " "),
            self.why,
            after(quoted, ": "),
            quoted,
        ] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// The problem and the slot of its field; the root's slot for the whole payload.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wrong {
    pub(super) slot: u8,
    pub(super) why: Why,
}

impl From<Why> for Wrong {
    fn from(why: Why) -> Self {
        Self { slot: 0, why }
    }
}

impl From<Rejected> for Wrong {
    fn from(why: Rejected) -> Self {
        Why::Rejected(why).into()
    }
}

/// How a payload, a row or a field is wrong.
#[derive(Clone, Copy, Debug)]
pub(super) enum Why {
    Rejected(Rejected),
    NotJson,
    TooDeep,
    TooLong,
    GivenUp,
    NoPayload,
    NotEmpty,
    Missing,
    NoList,
    NoObject,
    NoText,
    NoNumber,
    LongText,
    AboveRows,
    NotZero,
    LeadsOn,
    NoNumbers,
    NoServer,
    NoOrganization,
    OtherCompany,
}

impl Why {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Rejected(why) => why.as_str(),
            Self::NotJson => "not JSON",
            Self::TooDeep => "nested deeper than 64 levels",
            Self::TooLong => "longer than 16 MiB",
            Self::GivenUp => "not read to its end",
            Self::NoPayload => "neither a list nor an object",
            Self::NotEmpty => "is not empty",
            Self::Missing => "is missing",
            Self::NoList => "is no list",
            Self::NoObject => "is no object",
            Self::NoText => "is no text",
            Self::NoNumber => "is no number",
            Self::LongText => "is longer than 256 characters",
            Self::AboveRows => "is above the number of rows",
            Self::NotZero => "is not 0",
            Self::LeadsOn => "says that there is more",
            Self::NoNumbers => "has no number of machines or units",
            Self::NoServer => "is no server",
            Self::NoOrganization => "is no organization",
            Self::OtherCompany => "is another company's",
        }
    }
}

//! Why a payload is no usage, for the page's developer.

use std::fmt;

use super::json::Fault;

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
    /// Which row, from the outside to the inside, each with its number counted from 1: `row`, or
    /// `organization`, `server` and `workload`.
    pub row: Vec<(&'static str, usize)>,
    /// Which field.
    pub field: Option<&'static str>,
    /// How it is wrong.
    pub why: &'static str,
    /// What the server says about that: plain text, short.
    pub quoted: Option<String>,
    /// At which byte of the payload.
    pub at: Option<usize>,
}

impl Invalid {
    /// Of the payload as a whole.
    pub(super) const fn new(why: &'static str) -> Self {
        Self {
            row: Vec::new(),
            field: None,
            why,
            quoted: None,
            at: None,
        }
    }

    /// Of one field.
    pub(super) const fn field(field: &'static str, why: &'static str) -> Self {
        let mut invalid = Self::new(why);
        invalid.field = Some(field);
        invalid
    }
}

impl From<Fault> for Invalid {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotJson(at) => Self {
                at: Some(at),
                ..Self::new("not JSON")
            },
            Fault::TooDeep => Self::new("nested deeper than 64 levels"),
        }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (name, number)) in self.row.iter().enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            write!(f, "{comma}{name} {number}")?;
        }
        if !self.row.is_empty() {
            f.write_str(": ")?;
        }
        if let Some(field) = self.field {
            write!(f, "{field} ")?;
        }
        f.write_str(self.why)?;
        if let Some(quoted) = &self.quoted {
            write!(f, ": {quoted}")?;
        }
        if let Some(at) = self.at {
            write!(f, ", at byte {at}")?;
        }
        Ok(())
    }
}

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
    /// Which row, from the outside to the inside, each with its number counted from 1: `row`, or
    /// `organization`, `server` and `workload`; 0 for none.
    pub row: [(&'static str, usize); 3],
    /// Which field; empty for none.
    pub field: &'static str,
    /// How it is wrong.
    pub why: &'static str,
    /// What the server says about that: plain text, short.
    pub quoted: Option<String>,
    /// At which byte of the payload.
    pub at: Option<usize>,
}

/// What is wrong, wherever that is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wrong {
    pub(super) field: &'static str,
    pub(super) why: &'static str,
}

impl Wrong {
    /// Of a row, or the payload as a whole.
    pub(super) const fn new(why: &'static str) -> Self {
        Self { field: "", why }
    }
}

impl From<Rejected> for Wrong {
    fn from(why: Rejected) -> Self {
        Self::new(why.as_str())
    }
}

impl From<Wrong> for Invalid {
    fn from(Wrong { field, why }: Wrong) -> Self {
        Self {
            row: [("", 0); 3],
            field,
            why,
            quoted: None,
            at: None,
        }
    }
}

impl From<Fault> for Invalid {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotJson(at) => Self {
                at: Some(at),
                ..Wrong::new("not JSON").into()
            },
            Fault::TooDeep => Wrong::new("nested deeper than 64 levels").into(),
        }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut colon = "";
        for (name, number) in self.row {
            if number > 0 {
                let comma = if colon.is_empty() { "" } else { ", " };
                write!(f, "{comma}{name} {number}")?;
                colon = ": ";
            }
        }
        let space = if self.field.is_empty() { "" } else { " " };
        write!(f, "{colon}{}{space}{}", self.field, self.why)?;
        if let Some(quoted) = &self.quoted {
            write!(f, ": {quoted}")?;
        }
        if let Some(at) = self.at {
            write!(f, ", at byte {at}")?;
        }
        Ok(())
    }
}

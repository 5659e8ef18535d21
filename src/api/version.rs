//! The versions of the API. Each has its requests, its rule of retries and its rows in a file of
//! its own; outside this folder nothing but the page's choice names them.

use std::str::FromStr;

use super::json::Node;
use super::read::{Expected, Rows};
use super::{Request, v2, v3};

/// Which API an endpoint speaks.
///
/// ```
/// use licensing_card::api::Api;
///
/// assert_eq!("v3".parse(), Ok(Api::V3));
/// assert_eq!(Api::default().default_endpoint(), "/v2");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Api {
    /// Veeam Availability Console 3 to Veeam Service Provider Console 6.
    #[default]
    V2,
    /// Veeam Service Provider Console 7 and later.
    V3,
}

impl Api {
    /// The name that pages use.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V2 => "v2",
            Self::V3 => "v3",
        }
    }

    /// The base URL where a page names none.
    #[must_use]
    pub const fn default_endpoint(self) -> &'static str {
        match self {
            Self::V2 => v2::ENDPOINT,
            Self::V3 => v3::ENDPOINT,
        }
    }

    /// Whether it knows companies by numbers, and not by UUIDs alone.
    pub(super) const fn has_numbers(self) -> bool {
        matches!(self, Self::V2)
    }

    /// Whether a payload names the company and the resource that it is about.
    pub(super) const fn names_subject(self) -> bool {
        matches!(self, Self::V3)
    }

    /// The URL of a request.
    pub(super) fn url(self, request: &Request) -> String {
        match self {
            Self::V2 => v2::url(request),
            Self::V3 => v3::url(request),
        }
    }

    /// Whether a status may pass by itself, where this version has a rule of its own; `kind` is the
    /// type of error that the body names.
    pub(super) fn is_transient(self, status: u16, kind: Option<&str>) -> Option<bool> {
        match self {
            Self::V2 => None,
            Self::V3 => v3::is_transient(status, kind),
        }
    }

    /// Whether `retryAfter` in the body of a 429 counts.
    pub(super) const fn has_retry_after_in_body(self) -> bool {
        matches!(self, Self::V3)
    }

    /// The parts of a row that are read, and the reader for them.
    pub(super) fn rows<'a>(
        self,
        expected: &'a Expected,
    ) -> (&'static Node, Box<dyn Rows<'a> + 'a>) {
        match self {
            Self::V2 => (&v2::ROW, Box::new(v2::Reader::default())),
            Self::V3 => (&v3::ROW, Box::new(v3::Reader::new(expected))),
        }
    }
}

impl FromStr for Api {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::V2, Self::V3]
            .into_iter()
            .find(|api| api.as_str() == text)
            .ok_or(())
    }
}

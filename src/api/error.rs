//! The kinds of error, one for each next step that a person can take.

use super::Invalid;
use crate::instant::Instant;

/// A mistake in the settings that the page has to correct before a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfigProblem {
    /// No company's ID.
    NoTenant,
    /// A company's ID that the API does not know: neither up to 19 digits nor a UUID.
    Tenant,
    /// An endpoint that is neither on the page's own origin nor `https:`, nor `http:` on this
    /// machine, or that carries credentials, a query or a fragment.
    Endpoint,
    /// A token that cannot be sent in a header.
    Token,
}

/// The cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// No request could be made.
    Config(ConfigProblem),
    /// The browser says that it is offline.
    Offline,
    /// No answer: network, certificate or cross-origin policy, which a browser does not tell apart.
    Unreachable,
    /// No complete answer in time.
    Timeout,
    /// 401, a redirect to a sign-in page, or no token to be had.
    Unauthorized,
    /// 403.
    Forbidden,
    /// 404.
    NotFound,
    /// 429.
    Throttled,
    /// 5xx.
    Server,
    /// Any other status that is not 200.
    Http,
    /// An answer that is not a license usage.
    InvalidResponse,
}

impl ErrorKind {
    /// The kind of a status that is not 200.
    #[must_use]
    pub const fn of_status(status: u16) -> Self {
        match status {
            401 => Self::Unauthorized,
            403 => Self::Forbidden,
            404 => Self::NotFound,
            429 => Self::Throttled,
            500..=599 => Self::Server,
            _ => Self::Http,
        }
    }

    /// Whether another token may mend it.
    #[must_use]
    pub const fn is_about_token(self) -> bool {
        matches!(
            self,
            Self::Unauthorized | Self::Forbidden | Self::Config(ConfigProblem::Token)
        )
    }

    /// The name that pages see.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Config(_) => "config",
            Self::Offline => "offline",
            Self::Unreachable => "unreachable",
            Self::Timeout => "timeout",
            Self::Unauthorized => "unauthorized",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Throttled => "throttled",
            Self::Server => "server",
            Self::Http => "http",
            Self::InvalidResponse => "invalid-response",
        }
    }
}

/// One failed load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The cause.
    pub kind: ErrorKind,
    /// The HTTP status, where there was one.
    pub status: Option<u16>,
    /// The earliest time of the next request, by the server.
    pub retry_at: Option<Instant>,
    /// The server's own words: plain text, short, never the token. For people.
    pub server_words: Option<String>,
    /// The problem, in English, for the page's developer.
    pub detail: Option<String>,
    /// Whether it is likely to pass by itself, where the API has a rule of its own for it.
    pub transient: Option<bool>,
}

impl Failure {
    /// A failure without an HTTP status.
    #[must_use]
    pub const fn new(kind: ErrorKind) -> Self {
        Self {
            kind,
            status: None,
            retry_at: None,
            server_words: None,
            detail: None,
            transient: None,
        }
    }

    /// Whether the fault is likely to pass by itself, so that the card tries again: no answer, none
    /// in time, or a status of a server that is busy or broken.
    #[must_use]
    pub const fn is_transient(&self) -> bool {
        if let Some(transient) = self.transient {
            return transient;
        }
        matches!(
            (self.kind, self.status),
            (ErrorKind::Unreachable | ErrorKind::Timeout, _)
                | (_, Some(408 | 425 | 429 | 500 | 502 | 503 | 504 | 520))
        )
    }

    /// Whether the same request can succeed later, with nothing changed on the page.
    #[must_use]
    pub const fn retryable(&self) -> bool {
        if let Some(transient) = self.transient {
            return transient;
        }
        match self.kind {
            ErrorKind::Config(_) | ErrorKind::Forbidden | ErrorKind::NotFound => false,
            ErrorKind::Http => matches!(self.status, Some(408 | 425)),
            ErrorKind::Offline
            | ErrorKind::Unreachable
            | ErrorKind::Timeout
            // A new sign-in, or another call of the provider, mends it without a change to the page.
            | ErrorKind::Unauthorized
            | ErrorKind::Throttled
            | ErrorKind::Server
            | ErrorKind::InvalidResponse => true,
        }
    }
}

impl From<ErrorKind> for Failure {
    fn from(kind: ErrorKind) -> Self {
        Self::new(kind)
    }
}

impl From<Invalid> for Failure {
    fn from(invalid: Invalid) -> Self {
        Self {
            detail: Some(invalid.to_string()),
            ..ErrorKind::InvalidResponse.into()
        }
    }
}

impl From<ConfigProblem> for Failure {
    fn from(problem: ConfigProblem) -> Self {
        Self::new(ErrorKind::Config(problem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_has_its_kind_and_says_whether_to_try_again() {
        for (status, kind, retryable) in [
            (201, "http", false),
            (204, "http", false),
            (304, "http", false),
            (400, "http", false),
            (401, "unauthorized", true),
            (403, "forbidden", false),
            (404, "not-found", false),
            (405, "http", false),
            (408, "http", true),
            (425, "http", true),
            (429, "throttled", true),
            (500, "server", true),
            (503, "server", true),
            (520, "server", true),
            (599, "server", true),
        ] {
            let kind_of = ErrorKind::of_status(status);
            let failure = Failure {
                status: Some(status),
                ..kind_of.into()
            };
            assert_eq!(
                (kind_of.as_str(), failure.retryable()),
                (kind, retryable),
                "{status}"
            );
        }
    }
}

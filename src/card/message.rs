//! The sentence for each error: its cause and the next step.

use crate::api::{ConfigProblem, ErrorKind, Failure};
use crate::locale::{Locale, fill};

/// The sentence on screen for a failure.
#[must_use]
pub fn message(failure: &Failure, locale: &Locale) -> String {
    let messages = locale.messages;
    let sentence = match failure.kind {
        ErrorKind::Config(ConfigProblem::NoTenant) => messages.no_tenant(),
        ErrorKind::Config(ConfigProblem::Tenant) => messages.bad_tenant(),
        ErrorKind::Config(ConfigProblem::Endpoint) => messages.bad_endpoint(),
        ErrorKind::Config(ConfigProblem::Token) => messages.bad_token(),
        ErrorKind::Offline => messages.offline(),
        ErrorKind::Unreachable => messages.unreachable(),
        ErrorKind::Timeout => messages.timeout(),
        ErrorKind::Unauthorized => messages.unauthorized(),
        ErrorKind::Forbidden => messages.forbidden(),
        ErrorKind::NotFound => messages.not_found(),
        ErrorKind::Throttled => messages.throttled(),
        ErrorKind::Server => messages.server(),
        ErrorKind::Http => {
            return fill(
                messages.http(),
                &failure.status.unwrap_or_default().to_string(),
            );
        }
        ErrorKind::InvalidResponse => messages.invalid_response(),
    };
    sentence.to_owned()
}

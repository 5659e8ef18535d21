//! A fault in JSON, and the checks: an impossible fault is refused when it is set.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde::Deserialize;

use super::fault::{Changes, Fault, Instead, Outcome, Wrong};
use super::generated::Content;
use super::pacing::Pacing;
use crate::cut::Cut;

/// Longer than any test waits; it keeps a slip of the pen from holding a connection for days.
const MOST_MS: u64 = 600_000;

/// The JSON; the crate's documentation explains each field.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Written {
    times: Option<NonZeroU32>,
    #[serde(default)]
    delay_ms: u64,
    connection: Option<Connection>,
    status: Option<u16>,
    #[serde(default)]
    headers: BTreeMap<String, String>,
    content_type: Option<String>,
    body: Option<Content>,
    wrong: Option<Wrong>,
    async_ms: Option<u64>,
    #[serde(default)]
    drip_ms: u64,
    truncate_at: Option<usize>,
    #[serde(default)]
    chunked: bool,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Connection {
    Hang,
    Close,
    Reset,
}

impl TryFrom<Written> for Fault {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        let async_ms = written.async_ms.unwrap_or_default();
        if written.delay_ms.max(written.drip_ms).max(async_ms) > MOST_MS {
            return Err(format!("delayMs, dripMs and asyncMs are at most {MOST_MS}"));
        }
        if written.chunked && written.truncate_at.is_some() {
            return Err("truncateAt needs a Content-Length, which chunked leaves out".to_owned());
        }
        let times = written.times;
        let delay = Duration::from_millis(written.delay_ms);
        let connection = written.connection;
        let outcome = match (connection, changes(written)?) {
            (Some(Connection::Hang), None) => Outcome::Hang,
            (Some(Connection::Close), None) => Outcome::Cut(Cut::Close),
            (Some(Connection::Reset), None) => Outcome::Cut(Cut::Reset),
            (Some(_), Some(_)) => {
                return Err("connection goes only with delayMs and times".to_owned());
            }
            (None, Some(changes)) => Outcome::Answer(Box::new(changes)),
            (None, None) if delay.is_zero() => {
                return Err(
                    "it has none of status, headers, contentType, body, wrong, asyncMs, delayMs, \
                            dripMs, truncateAt, chunked and connection"
                        .to_owned(),
                );
            }
            (None, None) => Outcome::Answer(Box::default()),
        };
        Ok(Self {
            times,
            delay,
            outcome,
        })
    }
}

/// The changes of the answer; `None` if there are none.
fn changes(written: Written) -> Result<Option<Changes>, String> {
    let Written {
        status,
        headers,
        content_type,
        body,
        wrong,
        async_ms,
        ..
    } = written;
    let pacing = Pacing {
        drip: Duration::from_millis(written.drip_ms),
        truncate_at: written.truncate_at,
        chunked: written.chunked,
    };
    let mut parsed = HeaderMap::new();
    for (name, value) in headers {
        let header: HeaderName = name
            .parse()
            .map_err(|_| format!("\"{name}\" is no header name"))?;
        if header == header::CONTENT_LENGTH || header == header::TRANSFER_ENCODING {
            return Err(format!(
                "{header} is set by the console; see truncateAt and chunked"
            ));
        }
        parsed.insert(header, header_value(&name, &value)?);
    }
    if let Some(value) = content_type {
        parsed.insert(header::CONTENT_TYPE, header_value("contentType", &value)?);
    }
    let instead = match (status, body) {
        (None, None) => None,
        (None, Some(content)) => Some(Instead {
            status: content.usual_status(),
            content: Some(content),
        }),
        (Some(status), content) => {
            let status = StatusCode::from_u16(status)
                .ok()
                .filter(|status| (200..=599).contains(&status.as_u16()))
                .ok_or_else(|| format!("the status {status} is not one of 200 to 599"))?;
            Some(Instead { status, content })
        }
    };
    if let Some(content) = instead
        .as_ref()
        .and_then(|instead| instead.content.as_ref())
    {
        content.check()?;
    }
    if instead.is_some() && wrong.is_some() {
        return Err("wrong is about the console's own answer, without status and body".to_owned());
    }
    let own = instead.is_none() && wrong.is_none() && async_ms.is_none();
    let nothing = own && parsed.is_empty() && pacing.is_usual();
    Ok((!nothing).then_some(Changes {
        instead,
        wrong,
        headers: parsed,
        pacing,
        asynchronous: async_ms.map(Duration::from_millis),
    }))
}

fn header_value(name: &str, value: &str) -> Result<HeaderValue, String> {
    value
        .parse()
        .map_err(|_| format!("the value of \"{name}\" cannot be sent in a header"))
}

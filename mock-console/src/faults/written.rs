//! A fault as JSON says it, and the checks: what cannot be done is refused when it is set.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::time::Duration;

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde::Deserialize;

use super::fault::{Fault, Instead, Outcome};
use super::generated::Content;
use super::pacing::Pacing;
use crate::server::Cut;

/// Longer than any test waits; it keeps a slip of the pen from holding a connection for days.
const MOST_MS: u64 = 600_000;

/// The JSON; the crate's documentation says what each field means.
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
        if written.delay_ms > MOST_MS || written.drip_ms > MOST_MS {
            return Err(format!("delayMs and dripMs are at most {MOST_MS}"));
        }
        if written.chunked && written.truncate_at.is_some() {
            return Err("truncateAt needs a Content-Length, which chunked leaves out".to_owned());
        }
        let times = written.times;
        let delay = Duration::from_millis(written.delay_ms);
        let connection = written.connection;
        let answer = answer(written)?;
        let outcome = match (connection, answer) {
            (Some(Connection::Hang), None) => Outcome::Hang,
            (Some(Connection::Close), None) => Outcome::Cut(Cut::Close),
            (Some(Connection::Reset), None) => Outcome::Cut(Cut::Reset),
            (Some(_), Some(_)) => {
                return Err("connection goes only with delayMs and times".to_owned());
            }
            (None, Some(answer)) => answer,
            (None, None) if delay.is_zero() => {
                return Err(
                    "it has none of status, headers, contentType, body, delayMs, dripMs, \
                            truncateAt, chunked and connection"
                        .to_owned(),
                );
            }
            (None, None) => Outcome::Answer {
                instead: None,
                headers: HeaderMap::new(),
                pacing: Pacing::default(),
            },
        };
        Ok(Self {
            times,
            delay,
            outcome,
        })
    }
}

/// What is said about the answer; `None` if nothing is.
fn answer(written: Written) -> Result<Option<Outcome>, String> {
    let Written {
        status,
        headers,
        content_type,
        body,
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
            status: StatusCode::OK,
            content,
        }),
        (Some(status), content) => {
            let status = StatusCode::from_u16(status)
                .ok()
                .filter(|status| (200..=599).contains(&status.as_u16()))
                .ok_or_else(|| format!("the status {status} is not one of 200 to 599"))?;
            let content = content.unwrap_or_else(|| Content::usual(status));
            Some(Instead { status, content })
        }
    };
    if let Some(instead) = &instead {
        instead.content.check()?;
    }
    let nothing = instead.is_none() && parsed.is_empty() && pacing.is_usual();
    Ok((!nothing).then_some(Outcome::Answer {
        instead,
        headers: parsed,
        pacing,
    }))
}

fn header_value(name: &str, value: &str) -> Result<HeaderValue, String> {
    value
        .parse()
        .map_err(|_| format!("the value of \"{name}\" cannot be sent in a header"))
}

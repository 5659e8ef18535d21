//! The flags, their defaults and their checks.

use std::path::PathBuf;
use std::str::FromStr;

use axum::http::{HeaderValue, Uri, header::InvalidHeaderValue};
use clap::Parser;

const AFTER_HELP: &str = "\
Sign in with the username and password and ask for a company's usage:

  curl -d grant_type=password -d username=admin -d password=console http://127.0.0.1:1282/token
  curl -H 'Authorization: Bearer ACCESS_TOKEN' \\
      http://127.0.0.1:1282/v2/tenants/2/licensing/cloudConnectUsage

In v3, an API key does, and without an organization's UID the answer has all:

  curl -H 'Authorization: Bearer key-portal-administrator-read-only' \\
      http://127.0.0.1:1282/api/v3/licensing/usage/organizations?limit=500

The API keys are key-portal-administrator, key-portal-operator and key-company-owner-ID (of
company ID), each also with -read-only.

Make company 2's next two answers fail, then list the requests:

  curl -X PUT http://127.0.0.1:1282/console/faults/2 -d '{\"status\": 503, \"times\": 2}'
  curl http://127.0.0.1:1282/console/requests

The companies are listed in fixtures/README.md, the faults in mock-console/README.md.";

/// A stand-in for Veeam's Availability Console, for developing and testing the licensing card.
///
/// Serves the console's licensing REST APIs, v2 and v3, from recorded payloads, on loopback only.
/// Prints its addresses (v2 over HTTPS, both over HTTP, v3 over HTTPS) and then `ready`, one a
/// line.
#[derive(Debug, Clone, Parser)]
#[command(name = "mock-console", version, after_long_help = AFTER_HELP)]
pub struct Options {
    /// Port for v2 over HTTPS, with a self-signed certificate; 0 for any free one
    #[arg(long, value_name = "PORT", default_value_t = 1281)]
    pub https_port: u16,

    /// Port for v3 over HTTPS, with the same certificate; 0 for any free one
    #[arg(long, value_name = "PORT", default_value_t = 1280)]
    pub v3_https_port: u16,

    /// Port for v2 and v3 over plain HTTP; 0 for any free one
    #[arg(long, value_name = "PORT", default_value_t = 1282)]
    pub http_port: u16,

    /// Username of the provider's administrator
    #[arg(long, default_value = "admin")]
    pub username: String,

    /// Password of all users
    #[arg(long, default_value = "console")]
    pub password: String,

    /// Time after which an access token expires, up to a year
    #[arg(long, value_name = "SECONDS", default_value_t = 3600,
        value_parser = clap::value_parser!(u32).range(1..=31_536_000))]
    pub token_lifetime: u32,

    /// Version of v3: before 3.7, users of companies may not read their license usage
    #[arg(long, value_name = "VERSION", default_value = "3.7")]
    pub v3_version: Version,

    /// A further API key of the provider's administrator, which only reads; may be repeated
    #[arg(long, value_name = "KEY")]
    pub api_key: Vec<String>,

    /// Makes up so many companies besides the recorded ones, up to 100,000
    #[arg(long, value_name = "NUMBER", default_value_t = 0,
        value_parser = clap::value_parser!(u32).range(..=100_000))]
    pub companies: u32,

    /// Origin of a page that may call the API from a browser, such as `http://localhost:8080`;
    /// may be repeated
    #[arg(long, value_name = "ORIGIN")]
    pub cors: Vec<Origin>,

    /// Folder of recorded payloads, as fixtures/README.md describes it [default: the repository's
    /// fixtures]
    #[arg(long, value_name = "DIR", hide_default_value = true,
        default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures"))]
    pub data: PathBuf,

    /// Faults to begin with: a JSON object with a fault, or several in turn, for each tenant or
    /// for `every` one
    #[arg(long, value_name = "FILE")]
    pub faults: Option<PathBuf>,
}

/// A version of v3, such as 3.7 or 3.5.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version([u16; 3]);

impl Version {
    /// The first in which users of companies may read their license usage.
    pub(crate) const FIRST_FOR_COMPANIES: Self = Self([3, 7, 0]);
    /// The first in which `X-Request-id` is but a name. Before, it asks for an asynchronous action.
    pub(crate) const FIRST_WITH_NAMED_REQUESTS: Self = Self([3, 6, 0]);
}

impl FromStr for Version {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refusal = || format!("a version of v3 is 3.5.1, 3.7 or the like, not \"{text}\"");
        let parts: Result<Vec<u16>, _> = text.split('.').map(str::parse).collect();
        match *parts.map_err(|_| refusal())? {
            [3, minor] => Ok(Self([3, minor, 0])),
            [3, minor, patch] => Ok(Self([3, minor, patch])),
            _ => Err(refusal()),
        }
    }
}

/// A web origin, `scheme://host` or `scheme://host:port`, as a browser sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin(HeaderValue);

impl Origin {
    pub(crate) fn header(&self) -> HeaderValue {
        self.0.clone()
    }
}

impl FromStr for Origin {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refusal =
            || format!("an origin is http:// or https://, a host and maybe a port, not \"{text}\"");
        let uri: Uri = text.parse().map_err(|_| refusal())?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(refusal());
        };
        let origin = format!("{scheme}://{authority}").to_ascii_lowercase();
        let complete = matches!(scheme, "http" | "https")
            && !authority.as_str().contains('@')
            && text.eq_ignore_ascii_case(&origin);
        if !complete {
            return Err(refusal());
        }
        origin
            .parse()
            .map(Self)
            .map_err(|_: InvalidHeaderValue| refusal())
    }
}

//! A stand-in for Veeam's Availability Console, so that the card can be run without one.
//!
//! `cargo run -p mock-console` serves the licensing part of the console's REST API, version 2, from
//! the recorded payloads in `fixtures/`: over HTTPS on 127.0.0.1:1281 with a certificate made at
//! start, as the real one does, and over plain HTTP on 127.0.0.1:1282. Sign in as `admin` with
//! the password `console`. `--help` lists the flags.
//!
//! ```sh
//! token=$(curl -s http://127.0.0.1:1282/token \
//!     -d grant_type=password -d username=admin -d password=console | jq -r .access_token)
//! curl -H "Authorization: Bearer $token" \
//!     http://127.0.0.1:1282/v2/tenants/2/licensing/cloudConnectUsage
//! ```
//!
//! It shares no code with the card: each tests the other.
//!
//! # The API
//!
//! | request | answer |
//! |---|---|
//! | `POST /token` | a token pair, for the form-encoded grants `password` and `refresh_token` |
//! | `POST /v2/accounts/logout` | ends the session |
//! | `GET /v2/tenants`, `GET /v2/tenants/{ID}` | the companies |
//! | `GET /v2/tenants/{ID}/licensing/{resource}` | `cloudConnectUsage`, `backupServerUsage` or `availabilityConsoleUsage` |
//! | `GET /v2/tenants/{UUID}/licensing/{resource}/byVCCTenantUid` | the same by the company's UUID |
//!
//! # The control API
//!
//! `/console/…`, on both ports, makes the console misbehave and tells what it was asked. It needs
//! no token, so it refuses every request with an `Origin` header, that is, every web page, and
//! every request for a host that is not this machine.
//!
//! | request | effect |
//! |---|---|
//! | `PUT /console/faults/{tenant}` | sets the tenant's [fault, or several in turn](#faults): 204 |
//! | `DELETE /console/faults/{tenant}`, `DELETE /console/faults` | ends one tenant's faults, or all: 204 |
//! | `GET /console/requests` | the API requests received, oldest first; `?tenant=ID` for one tenant's |
//! | `DELETE /console/requests` | empties that log; `?tenant=ID` for one tenant's part: 204 |
//! | `POST /console/expire-tokens` | expires all access tokens, or `?token=TOKEN`; refresh tokens stay |
//!
//! A logged request is `{ "number", "time", "method", "path", "query", "headers", "status" }`:
//! `time` in milliseconds since 1970, `query` and `status` possibly `null`, the latter while there
//! is no answer, and header names in lower case. The newest 10,000 are kept.
//!
//! `--faults FILE` begins with those of a JSON object, which has tenants for keys.
//!
//! # Faults
//!
//! A fault is an object that says what is different about the answers to a tenant's licensing
//! requests, and `times`, for how many of them (without it, until it is deleted). An array of
//! faults is worked off in turn. The tenant is an ID or a UUID and need not exist, so that each
//! test can have its own.
//!
//! ```json
//! [ { "status": 503, "headers": { "Retry-After": "2" }, "times": 2 },
//!   { "body": { "rows": 100000 }, "dripMs": 3000 } ]
//! ```
//!
//! | field | meaning |
//! |---|---|
//! | `status` | 200–599 |
//! | `headers` | header names and values, set on the answer |
//! | `contentType` | the answer's content type |
//! | `body` | `{ "text": "…" }` served as it is; `{ "json": … }`; `{ "bytes": N }`, JSON rows and padding of exactly N bytes; `{ "rows": N }`, N rows that merge into the four Cloud Connect types; `"signIn"`, an HTML sign-in page |
//! | `delayMs` | waits before answering, or before doing what `connection` says |
//! | `dripMs` | sends the body in pieces over this time |
//! | `truncateAt` | closes the connection after this many bytes of the body, with the whole body's `Content-Length` |
//! | `chunked` | `true`: no `Content-Length` |
//! | `connection` | `"hang"` never answers, `"close"` closes the connection, `"reset"` resets it; only with `delayMs` and `times` |
//! | `times` | the number of requests it lasts for |
//!
//! With `status` or `body` the answer is made up and no token is asked for; a status without a
//! body has the console's usual error body, or none below 400, and a body without a status is a
//! 200. Without both, the console's own answer, the token check included, is what is delayed,
//! dripped, truncated or relabelled.

mod api;
mod cli;
mod control;
mod data;
mod extract;
mod faults;
mod lock;
mod problem;
mod server;
mod shared;
mod tls;
mod tokens;
mod visits;

pub use cli::{Options, Origin};
pub use data::DataError;
pub use server::{Server, StartError};

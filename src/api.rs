//! The wire: what is asked of the console, what it answers, and what can go wrong in between.
//!
//! [`send()`] and [`read()`] alone touch the browser; everything else is pure and tested on the host.

mod endpoint;
mod envelope;
mod error;
mod error_body;
mod read;
mod request;
mod retry_after;
mod send;
mod tenant;
mod token;
mod v2;

pub use endpoint::{Endpoint, UrlParts};
pub use envelope::{Envelope, Json};
pub use error::{ConfigProblem, ErrorKind, Failure};
pub use error_body::{error_text, server_words};
pub use read::read;
pub use request::{Credentials, Request, Resource};
pub use retry_after::retry_after;
pub use send::{json, resolve, send};
pub use tenant::Tenant;
pub use token::{Token, Unsendable};
pub use v2::Row;

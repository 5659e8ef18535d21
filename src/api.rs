//! The wire: the card's request, the responses to it, and the errors in between.
//!
//! [`Api`] says which versions there are. [`read()`] is the one way from bytes to a
//! [`Usage`](crate::usage::Usage). Only the folder `send` touches the browser; everything else is
//! pure and tested on the host.

mod endpoint;
mod error;
mod error_body;
mod invalid;
mod json;
mod read;
mod request;
mod retry_after;
mod row;
mod send;
mod tenant;
mod token;
mod v2;
mod v3;
mod version;
mod words;

pub use endpoint::{Endpoint, Form};
pub use error::{ConfigProblem, ErrorKind, Failure};
pub use error_body::ErrorBody;
pub use invalid::Invalid;
pub use read::{Expected, read};
pub use request::{Credentials, Request, Resource};
pub use retry_after::{age, retry_after};
pub use send::{Fetched, read_in_turns, receive, resolve, send};
pub use tenant::Tenant;
pub use token::{Token, Unsendable};
pub use version::Api;
pub use words::server_words;

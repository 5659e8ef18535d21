//! State that all requests share.

use std::net::SocketAddr;
use std::sync::Arc;

use crate::actions::Actions;
use crate::cli::Version;
use crate::data::Data;
use crate::faults::Faults;
use crate::tokens::Tokens;
use crate::visits::Visits;

pub(crate) type Shared = Arc<Console>;

#[derive(Debug)]
pub(crate) struct Console {
    pub(crate) account: Account,
    pub(crate) data: Data,
    pub(crate) v2_tokens: Tokens,
    pub(crate) v3: V3,
    pub(crate) faults: Faults,
    pub(crate) visits: Visits,
}

/// State of v3 alone.
#[derive(Debug)]
pub(crate) struct V3 {
    pub(crate) version: Version,
    pub(crate) tokens: Tokens,
    /// Further API keys of the provider's administrator, which only read.
    pub(crate) keys: Vec<String>,
    pub(crate) actions: Actions,
    /// The address that the console itself writes into a `Location`.
    pub(crate) address: SocketAddr,
}

/// The account of the provider's administrator. Its password is that of the other users too.
#[derive(Debug)]
pub(crate) struct Account {
    pub(crate) username: String,
    pub(crate) password: String,
}

impl Account {
    pub(crate) fn opens(&self, username: &str, password: &str) -> bool {
        username == self.username && password == self.password
    }
}

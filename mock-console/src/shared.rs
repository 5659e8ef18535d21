//! What all requests share.

use std::sync::Arc;

use crate::data::Data;
use crate::faults::Faults;
use crate::tokens::Tokens;
use crate::visits::Visits;

pub(crate) type Shared = Arc<Console>;

#[derive(Debug)]
pub(crate) struct Console {
    pub(crate) account: Account,
    pub(crate) data: Data,
    pub(crate) tokens: Tokens,
    pub(crate) faults: Faults,
    pub(crate) visits: Visits,
}

/// The one account that can sign in.
#[derive(Debug)]
pub(crate) struct Account {
    pub(crate) username: String,
    pub(crate) password: String,
}

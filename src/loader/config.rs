//! The settings of a load, and the consequences of a change for the numbers on screen.

use std::time::Duration;

use super::{Payload, TokenSource};
use crate::api::{ConfigProblem, Expected, Request};
use crate::instant::Instant;

/// Where a card's numbers come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// From the API, or why no request can be made.
    Fetch(Result<Request, ConfigProblem>),
    /// From the page, which handed a payload over.
    Handed {
        /// What it handed over.
        payload: Payload,
        /// How it has to fit the page's settings.
        expected: Expected,
    },
}

/// All that a loader needs to know of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// Where the numbers come from.
    pub source: Source,
    /// Where the token comes from.
    pub token: TokenSource,
    /// Time between automatic refreshes; zero for none.
    pub refresh_interval: Duration,
    /// When the request was sent ahead of the load, if it was.
    pub began: Option<Instant>,
}

/// The consequence of a new config.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Nothing needs to be loaded.
    None,
    /// A new load; the numbers on screen still answer the request.
    Request,
    /// A new load of something else; the numbers on screen are wrong for it.
    Subject,
}

impl Config {
    pub(super) fn change_to(&self, new: &Self) -> Change {
        match (&self.source, &new.source) {
            (
                Source::Handed {
                    payload: old,
                    expected,
                },
                Source::Handed {
                    payload: new,
                    expected: newly,
                },
            ) => {
                if old == new && expected.reads_like(newly) {
                    Change::None
                } else {
                    Change::Request
                }
            }
            (Source::Fetch(Err(old)), Source::Fetch(Err(new))) if old == new => Change::None,
            (Source::Fetch(Ok(old)), Source::Fetch(Ok(request))) if old.same_subject(request) => {
                if old.credentials == request.credentials && self.token.asks_as(&new.token) {
                    Change::None
                } else {
                    Change::Request
                }
            }
            _ => Change::Subject,
        }
    }
}

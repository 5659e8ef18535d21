//! The loader's events and effects.

use std::rc::Rc;

use super::{Config, Payload, State, TokenProvider};
use crate::api::{Expected, Failure, Fetched, Invalid, Request, Token};
use crate::instant::Instant;
use crate::usage::Usage;

/// Names a card of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CardId(pub u32);

/// Numbers the effects, so that a late result is not taken for a pending one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket(u32);

impl Ticket {
    pub(super) const fn first() -> Self {
        Self(0)
    }

    pub(super) const fn next(self) -> Self {
        Self(self.0.wrapping_add(1))
    }
}

/// When an event happens, and the chance that goes with it.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// The time.
    pub at: Instant,
    /// A random number from 0 up to but not including 1.
    pub random: f64,
}

/// Why no token came of asking for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenProblem {
    /// The provider threw or rejected.
    Refused,
    /// Its token cannot be sent.
    Unsendable,
}

/// Why a token is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenReason {
    /// For the first request.
    Initial,
    /// The one before was not accepted.
    Expired,
}

impl TokenReason {
    /// The name that providers see.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Expired => "expired",
        }
    }
}

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// The page configured a card; the first time, the card is new.
    Configured(CardId, Config),
    /// A person or the page asks for a load now.
    RefreshRequested(CardId),
    /// The card was removed.
    Disconnected(CardId),
    /// The provider answered.
    TokenGiven(Ticket, Result<Option<Token>, TokenProblem>),
    /// The server answered.
    Answered(Ticket, Result<Fetched, Failure>),
    /// A payload handed over was read.
    PayloadRead(Ticket, Result<Usage, Invalid>),
    /// The time of the last [`Effect::WakeAt`] has come.
    Woken,
    /// The page was shown or hidden.
    Visible(bool),
    /// The browser went online or offline.
    Online(bool),
}

/// The events for the page, in this order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Announcement {
    /// A load begins.
    LoadStarted,
    /// Numbers came.
    Loaded,
    /// None came.
    Failed(Failure),
    /// None will come without another token.
    AuthRequired(Failure),
}

/// A card's new state, and the event to announce once it is on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// Its new state.
    pub state: State,
    /// Whether a load is under way.
    pub busy: bool,
    /// The event to announce, if any.
    pub announcement: Option<Announcement>,
}

/// Something to be done, in the order given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask the provider; answer with [`Event::TokenGiven`].
    AskToken(Ticket, TokenProvider, TokenReason),
    /// Send the request; answer with [`Event::Answered`].
    Send(Ticket, Rc<Request>, Option<Token>),
    /// Give up that request.
    Abort(Ticket),
    /// Read the payload; answer with [`Event::PayloadRead`].
    ReadPayload(Ticket, Payload, Expected),
    /// Say [`Event::Woken`] at that time, and at no other; `None` for never.
    WakeAt(Option<Instant>),
    /// Draw the card anew.
    Show(CardId, Update),
}

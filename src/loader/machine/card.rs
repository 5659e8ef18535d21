//! One card: its state, its pending load, and its next automatic load.

use std::time::Duration;

use super::super::config::Change;
use super::retry::part;
use super::{CardId, Config, Source, State, Ticket};
use crate::instant::Instant;

/// The end that a card waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Nothing.
    None,
    /// The end of a fetch that it takes part in.
    Fetch,
    /// The end of reading the page's payload.
    Payload(Ticket),
}

/// When a card loads by itself, and the how manieth try after a failure that is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Due {
    pub(super) at: Instant,
    pub(super) retries: u32,
}

#[derive(Debug)]
pub(super) struct Card {
    pub(super) id: CardId,
    pub(super) config: Config,
    pub(super) state: State,
    pub(super) work: Work,
    pub(super) due: Option<Due>,
    ended_at: Option<Instant>,
}

impl Card {
    pub(super) const fn new(id: CardId, config: Config) -> Self {
        Self {
            id,
            config,
            state: State::Idle,
            work: Work::None,
            due: None,
            ended_at: None,
        }
    }

    pub(super) const fn is_busy(&self) -> bool {
        !matches!(self.work, Work::None)
    }

    /// Takes the page's new settings, and returns their consequence.
    pub(super) fn take(&mut self, config: Config, random: f64) -> Change {
        let old = std::mem::replace(&mut self.config, config);
        let mut change = old.change_to(&self.config);
        // Whoever brings another provider after a refusal wants to be let in.
        let failure = self.state.failure();
        if old.token != self.config.token
            && failure.is_some_and(|failure| failure.kind.is_about_token())
            && change == Change::None
            && self.fetches()
        {
            change = Change::Request;
        }
        if change == Change::Subject {
            self.state = State::Idle;
        }
        if change == Change::None && old.refresh_interval != self.config.refresh_interval {
            self.due = self.ended_at.and_then(|at| self.next_refresh(at, random));
        }
        change
    }

    /// A load is over, well or not. `again` is when to try again, and the how manieth try that is.
    /// `random`, from 0 to 1, varies the time to the next refresh.
    pub(super) fn end(&mut self, at: Instant, again: Option<(Instant, u32)>, random: f64) {
        self.work = Work::None;
        self.ended_at = Some(at);
        self.due = match again {
            Some((at, retries)) => Some(Due { at, retries }),
            None => self.next_refresh(at, random),
        };
    }

    /// When the interval next asks for a load: never sooner than the server did.
    fn next_refresh(&self, ended_at: Instant, random: f64) -> Option<Due> {
        let interval = self.config.refresh_interval;
        if interval == Duration::ZERO || !self.fetches() {
            return None;
        }
        let retry_at = self.state.failure().and_then(|failure| failure.retry_at);
        // So that pages that were opened together do not refresh together.
        let at = ended_at.plus(interval).plus(part(interval / 10, random));
        let at = at.max(retry_at.unwrap_or_default());
        Some(Due { at, retries: 0 })
    }

    const fn fetches(&self) -> bool {
        matches!(self.config.source, Source::Fetch(Ok(_)))
    }
}

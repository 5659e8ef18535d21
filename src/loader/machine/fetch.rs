//! One load from the API, shared by all cards that ask for the same with the same token: the
//! request, its replay after a 401, and its retries.

use std::rc::Rc;

use super::retry::{Next, next_try};
use super::{By, Card, CardId, Effect, Loaded, Loader, Now, Ticket, TokenSource, Work};
use crate::api::{ErrorKind, Failure, Fetched, Request, Token};
use crate::instant::Instant;

#[derive(Debug)]
pub(super) struct Fetch {
    pub(super) request: Rc<Request>,
    pub(super) token: TokenSource,
    /// Those that wait for its end.
    pub(super) cards: Vec<CardId>,
    pub(super) step: Step,
    by: By,
    /// When its first request was sent ahead of it, if it was.
    pub(super) began: Option<Instant>,
    /// It has requested another token already.
    pub(super) replayed: bool,
    pub(super) retries: u32,
}

/// How far it is.
#[derive(Debug)]
pub(super) enum Step {
    /// It waits for its provider.
    Token,
    /// It waits for the server.
    Answer {
        ticket: Ticket,
        deadline: Instant,
        /// Which of its provider's tokens the request has; 0 for none.
        version: u32,
    },
    /// It waits before it tries again after this.
    Pause { until: Instant, after: Failure },
}

impl Fetch {
    pub(super) fn new(request: Request, token: TokenSource, card: CardId, by: By) -> Self {
        Self {
            request: Rc::new(request),
            token,
            cards: vec![card],
            step: Step::Token,
            by,
            began: None,
            replayed: false,
            retries: match by {
                By::Hand => 0,
                By::Itself { retries } => retries,
            },
        }
    }

    pub(super) fn awaits(&self, awaited: Ticket) -> bool {
        matches!(self.step, Step::Answer { ticket, .. } if ticket == awaited)
    }

    fn same_as(&self, other: &Self) -> bool {
        self.request.same_as(&other.request) && self.token == other.token
    }
}

impl Loader {
    /// Lets the fetch's card take part in one that is under way, or begins it.
    pub(super) fn join(&mut self, fetch: Fetch, now: Now) {
        match self.fetches.iter_mut().find(|known| known.same_as(&fetch)) {
            Some(known) => known.cards.extend(fetch.cards),
            None => self.go_on(fetch, now),
        }
    }

    /// The card waits no longer; a fetch that nobody waits for is given up.
    pub(super) fn leave(&mut self, id: CardId) {
        let Some(card) = self.card(id) else { return };
        card.work = Work::None;
        for fetch in &mut self.fetches {
            fetch.cards.retain(|card| *card != id);
        }
        if let Some(fetch) = self.take_fetch(&|fetch| fetch.cards.is_empty())
            && let Step::Answer { ticket, .. } = fetch.step
        {
            self.effects.push(Effect::Abort(ticket));
        }
    }

    /// From when on a card may load this by itself: at once where a fetch of the same is under way,
    /// which costs no request.
    pub(super) fn free_at(&self, request: &Request, token: &TokenSource, now: Instant) -> Instant {
        let same = |fetch: &Fetch| fetch.request.same_as(request) && fetch.token == *token;
        if self.fetches.iter().any(same) {
            now
        } else {
            self.sent.free_at(request, now)
        }
    }

    pub(super) fn take_fetch(&mut self, is_it: &dyn Fn(&Fetch) -> bool) -> Option<Fetch> {
        let at = self.fetches.iter().position(is_it)?;
        Some(self.fetches.swap_remove(at))
    }

    /// Sends the request, once there is a token for it.
    pub(super) fn go_on(&mut self, mut fetch: Fetch, now: Now) {
        let token = match &fetch.token {
            TokenSource::Fixed(token) => Some((token.clone().ok().flatten(), 0)),
            TokenSource::Provider(source) => self.token_of(source, now),
        };
        if let Some((token, version)) = token {
            self.send(fetch, token, version, now);
        } else {
            fetch.step = Step::Token;
            self.fetches.push(fetch);
        }
    }

    pub(super) fn send(&mut self, mut fetch: Fetch, token: Option<Token>, version: u32, now: Now) {
        if !self.online {
            return self.end(fetch, &ErrorKind::Offline.into(), None, now);
        }
        let ticket = self.next_ticket();
        self.sent.note(&fetch.request, now.at);
        let began = fetch.began.take().unwrap_or(now.at);
        let request = Rc::clone(&fetch.request);
        self.calls.push(Effect::Send(ticket, request, token));
        fetch.step = Step::Answer {
            ticket,
            deadline: began.plus(fetch.request.timeout),
            version,
        };
        self.fetches.push(fetch);
    }

    pub(super) fn take_answer(
        &mut self,
        ticket: Ticket,
        outcome: Result<Fetched, Failure>,
        now: Now,
    ) {
        // A late answer belongs to a request that was given up.
        let Some(fetch) = self.take_fetch(&|fetch| fetch.awaits(ticket)) else {
            return;
        };
        match outcome {
            Ok(Fetched { usage, age }) => {
                // A retry went out by itself, also for a load that a person started.
                if fetch.by == By::Hand && fetch.retries == 0 {
                    self.sent.forgive(&fetch.request);
                }
                let fetched_at = now.at.minus(age);
                let loaded = Rc::new(Loaded { usage, fetched_at });
                for card in fetch.cards {
                    self.succeed(card, &loaded, now);
                }
            }
            Err(failure) => self.take_failure(fetch, failure, now),
        }
    }

    /// An attempt has failed: there is another token to be had, or another try, or it is over.
    pub(super) fn take_failure(&mut self, mut fetch: Fetch, mut failure: Failure, now: Now) {
        if failure.status == Some(401)
            && let (TokenSource::Provider(source), Step::Answer { version, .. }) =
                (&fetch.token, &fetch.step)
        {
            self.refuse(source, *version);
            if !std::mem::replace(&mut fetch.replayed, true) {
                return self.go_on(fetch, now);
            }
        }
        if failure.is_transient() && !self.online {
            failure = ErrorKind::Offline.into();
        }
        let free_at = self.sent.free_at(&fetch.request, now.at);
        match next_try(&failure, fetch.retries, free_at, now) {
            Next::Soon(until) => {
                fetch.retries += 1;
                fetch.step = Step::Pause {
                    until,
                    after: failure,
                };
                self.fetches.push(fetch);
            }
            Next::Later(at) => {
                let again = Some((at, fetch.retries + 1));
                self.end(fetch, &failure, again, now);
            }
            Next::Never => self.end(fetch, &failure, None, now),
        }
    }

    /// It has failed for good, or for so long that its cards say so.
    pub(super) fn end(
        &mut self,
        fetch: Fetch,
        failure: &Failure,
        again: Option<(Instant, u32)>,
        now: Now,
    ) {
        for id in fetch.cards {
            // A provider that the page has replaced meanwhile is no reason to fail, but for as long
            // as there were too many requests lately.
            let replaced = |card: &&mut Card| card.config.token != fetch.token;
            let token = self
                .card(id)
                .filter(replaced)
                .map(|card| card.config.token.clone());
            match token.filter(|_| failure.kind.is_about_token()) {
                Some(token) => match self.free_at(&fetch.request, &token, now.at) {
                    at if at <= now.at => self.begin(id, By::Itself { retries: 0 }, now),
                    at => self.fail(id, failure.clone(), Some((at, 0)), now),
                },
                None => self.fail(id, failure.clone(), again, now),
            }
        }
    }
}

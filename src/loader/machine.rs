//! The machine: events in, state and effects out, for all cards of a page.
//!
//! A [`Card`] is the state of one card. A [`Fetch`] is one load from the API, shared by all cards
//! that ask for the same. A [`Provider`] is the token of one of the page's functions, shared by all
//! fetches that are to use it.

mod card;
mod fetch;
mod provider;
mod retry;
mod timing;

use std::rc::Rc;

use super::config::Change;
use super::{
    Announcement, CardId, Config, Effect, Event, Loaded, Now, Source, State, Ticket, TokenSource,
    Update,
};
use crate::api::{ConfigProblem, ErrorKind, Failure, Invalid};
use crate::instant::Instant;
use crate::usage::Usage;
use card::{Card, Work};
use fetch::Fetch;
use provider::Provider;
use retry::Sent;

/// Loads the numbers of all cards of a page. See [`Event`] and [`Effect`] for how to run it.
#[derive(Debug)]
pub struct Loader {
    cards: Vec<Card>,
    fetches: Vec<Fetch>,
    providers: Vec<Provider>,
    sent: Sent,
    ticket: Ticket,
    visible: bool,
    online: bool,
    /// The last [`Effect::WakeAt`].
    wake_at: Option<Instant>,
    /// The time of the last event.
    clock: Instant,
    effects: Vec<Effect>,
    /// The effects that run code of the page's. They come last, so that it finds all else done.
    calls: Vec<Effect>,
}

/// The origin of a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// The page, or a person.
    Hand,
    /// The card, which has tried again so often already.
    Itself { retries: u32 },
}

impl Loader {
    /// A loader that knows no card yet.
    #[must_use]
    pub const fn new(visible: bool, online: bool) -> Self {
        Self {
            cards: Vec::new(),
            fetches: Vec::new(),
            providers: Vec::new(),
            sent: Sent::new(),
            ticket: Ticket::first(),
            visible,
            online,
            wake_at: None,
            clock: Instant::EPOCH,
            effects: Vec::new(),
            calls: Vec::new(),
        }
    }

    /// A card's state; idle for one that is not there.
    #[must_use]
    pub fn state(&self, id: CardId) -> State {
        let card = self.cards.iter().find(|card| card.id == id);
        card.map(|card| card.state.clone()).unwrap_or_default()
    }

    /// Whether a load of the card is under way.
    #[must_use]
    pub fn is_busy(&self, id: CardId) -> bool {
        self.cards
            .iter()
            .any(|card| card.id == id && card.is_busy())
    }

    /// Whether the payload that is read under that number is still wanted.
    #[must_use]
    pub fn awaits_payload(&self, ticket: Ticket) -> bool {
        let work = Work::Payload(ticket);
        self.cards.iter().any(|card| card.work == work)
    }

    /// Takes an event and returns its effects.
    pub fn on(&mut self, event: Event, now: Now) -> Vec<Effect> {
        self.follow_clock(now.at);
        match event {
            Event::Configured(id, config) => self.configure(id, config, now),
            Event::RefreshRequested(id) if self.is_busy(id) => {}
            Event::RefreshRequested(id) => self.begin(id, By::Hand, now),
            Event::Disconnected(id) => self.disconnect(id),
            Event::TokenGiven(ticket, outcome) => self.take_token(ticket, outcome, now),
            Event::Answered(ticket, outcome) => self.take_answer(ticket, outcome, now),
            Event::PayloadRead(ticket, outcome) => self.take_payload(ticket, outcome, now),
            Event::Woken => {
                self.wake_at = None;
                self.wake(now);
            }
            Event::Visible(visible) => {
                self.visible = visible;
                self.come_back(now);
            }
            Event::Online(online) => {
                self.online = online;
                if !online {
                    self.cut_off(now);
                }
                self.come_back(now);
            }
        }
        self.schedule();
        self.effects.append(&mut self.calls);
        std::mem::take(&mut self.effects)
    }

    fn configure(&mut self, id: CardId, config: Config, now: Now) {
        if let TokenSource::Provider(source) = &config.token
            && self.provider(source).is_none()
        {
            self.providers.push(Provider::new(source.clone()));
        }
        let change = if let Some(card) = self.card(id) {
            card.take(config, now.random)
        } else {
            self.cards.push(Card::new(id, config));
            Change::Subject
        };
        if change != Change::None {
            self.leave(id);
            self.begin(id, By::Hand, now);
        }
        self.forget_providers();
    }

    fn disconnect(&mut self, id: CardId) {
        self.leave(id);
        self.cards.retain(|card| card.id != id);
        self.forget_providers();
    }

    /// Begins a load; there is none of the card under way.
    fn begin(&mut self, id: CardId, by: By, now: Now) {
        let (online, ticket) = (self.online, self.next_ticket());
        let Some(card) = self.card(id) else { return };
        card.due = None;
        let began = card.config.began.take();
        match (&card.config.source, &card.config.token) {
            (Source::Handed { payload, expected }, _) => {
                let read = Effect::ReadPayload(ticket, payload.clone(), expected.clone());
                card.state.begin();
                card.work = Work::Payload(ticket);
                self.effects.push(read);
                self.show(id, None);
            }
            (Source::Fetch(Err(problem)), _) => {
                let failure = (*problem).into();
                self.fail(id, failure, None, now);
            }
            (Source::Fetch(Ok(_)), TokenSource::Fixed(Err(_))) => {
                self.fail(id, ConfigProblem::Token.into(), None, now);
            }
            (Source::Fetch(Ok(request)), token) => {
                let mut fetch = Fetch::new(request.clone(), token.clone(), id, by);
                fetch.began = began;
                card.state.begin();
                card.work = Work::Fetch;
                self.show(id, Some(Announcement::LoadStarted));
                if online {
                    self.join(fetch, now);
                } else {
                    self.fail(id, ErrorKind::Offline.into(), None, now);
                }
            }
        }
    }

    fn take_payload(&mut self, ticket: Ticket, outcome: Result<Usage, Invalid>, now: Now) {
        let awaits =
            |card: &&mut Card| matches!(card.work, Work::Payload(awaited) if awaited == ticket);
        let Some(card) = self.cards.iter_mut().find(awaits) else {
            return;
        };
        let (id, fetched_at) = match &card.config.source {
            Source::Handed { payload, .. } => (card.id, payload.at()),
            Source::Fetch(_) => (card.id, now.at),
        };
        match outcome {
            Ok(usage) => self.succeed(id, &Rc::new(Loaded { usage, fetched_at }), now),
            Err(invalid) => self.fail(id, invalid.into(), None, now),
        }
    }

    fn succeed(&mut self, id: CardId, loaded: &Rc<Loaded>, now: Now) {
        if let Some(card) = self.card(id) {
            card.state = State::Ready(Rc::clone(loaded));
            card.end(now.at, None, now.random);
        }
        self.show(id, Some(Announcement::Loaded));
    }

    /// `again` is when the card is to try again by itself.
    fn fail(&mut self, id: CardId, failure: Failure, again: Option<(Instant, u32)>, now: Now) {
        if let Some(card) = self.card(id) {
            card.state.fail(failure.clone());
            card.end(now.at, again, now.random);
        }
        let barred = failure.kind == ErrorKind::Unauthorized;
        self.show(id, Some(Announcement::Failed(failure.clone())));
        if barred {
            self.show(id, Some(Announcement::AuthRequired(failure)));
        }
    }

    fn card(&mut self, id: CardId) -> Option<&mut Card> {
        self.cards.iter_mut().find(|card| card.id == id)
    }

    fn next_ticket(&mut self) -> Ticket {
        self.ticket = self.ticket.next();
        self.ticket
    }

    /// Has the card drawn anew, and perhaps something announced once that can be seen.
    fn show(&mut self, id: CardId, announcement: Option<Announcement>) {
        if let Some(card) = self.card(id) {
            let update = Update {
                state: card.state.clone(),
                busy: card.is_busy(),
                announcement,
            };
            self.effects.push(Effect::Show(id, update));
        }
    }
}

//! The page: the one loader of all its cards, and the browser's part in it.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::AbortController;

use super::super::load::HeadStart;
use super::super::{CardId, Effect, Event, Loader, Now, Ticket, Update};
use super::browser;
use crate::api;
use crate::instant::Instant;

thread_local! {
    static PAGE: Rc<Page> = Rc::new(Page::new());
}

/// The page that the cards are on.
pub(super) fn page() -> Rc<Page> {
    PAGE.with(Rc::clone)
}

/// One loader for all cards, with its timers, requests and listeners.
pub(super) struct Page {
    loader: RefCell<Loader>,
    cards: RefCell<Vec<Card>>,
    /// The last card's number.
    count: Cell<u32>,
    requests: RefCell<Vec<(Ticket, AbortGuard)>>,
    /// A request that was sent ahead, for the load that begins now.
    head_start: RefCell<Option<HeadStart>>,
    wake: RefCell<Option<Timeout>>,
    /// Held for as long as there is a card.
    listeners: RefCell<Vec<EventListener>>,
}

struct Card {
    id: CardId,
    observer: Observer,
}

type Observer = Rc<dyn Fn(Update)>;

/// Aborts a request when it is dropped.
struct AbortGuard(AbortController);

impl Drop for AbortGuard {
    fn drop(&mut self) {
        // Without a reason: a page's own `fetch` may pass it on as the rejection.
        self.0.abort();
    }
}

impl Page {
    fn new() -> Self {
        Self {
            loader: RefCell::new(Loader::new(browser::is_visible(), browser::is_online())),
            cards: RefCell::default(),
            count: Cell::default(),
            requests: RefCell::default(),
            head_start: RefCell::default(),
            wake: RefCell::default(),
            listeners: RefCell::default(),
        }
    }

    /// Adds a card; the loader hears of it with its first config.
    pub(super) fn add(&self, observer: Observer) -> CardId {
        if self.cards.borrow().is_empty() {
            // Nobody has listened since the last card went.
            self.listeners.replace(browser::listeners(notify));
            self.on(Event::Visible(browser::is_visible()));
            self.on(Event::Online(browser::is_online()));
        }
        self.count.set(self.count.get().wrapping_add(1));
        let id = CardId(self.count.get());
        self.cards.borrow_mut().push(Card { id, observer });
        id
    }

    pub(super) fn remove(&self, id: CardId) {
        self.on(Event::Disconnected(id));
        self.cards.borrow_mut().retain(|card| card.id != id);
        if self.cards.borrow().is_empty() {
            self.listeners.take();
        }
    }

    /// Keeps a request that was sent ahead, for the load that begins now.
    pub(super) fn offer(&self, head_start: Option<HeadStart>) {
        self.head_start.replace(head_start);
    }

    /// Passes an event to the loader, and runs its effects.
    pub(super) fn on(&self, event: Event) {
        if let Event::Answered(ticket, _) = &event {
            self.forget(*ticket);
        }
        let now = Now {
            at: browser::now(),
            random: js_sys::Math::random(),
        };
        let effects = self.loader.borrow_mut().on(event, now);
        for effect in effects {
            self.run(effect);
        }
    }

    fn run(&self, effect: Effect) {
        match effect {
            Effect::AskToken(ticket, provider, reason) => {
                let token = provider.ask(reason);
                later(Box::pin(
                    async move { Event::TokenGiven(ticket, token.await) },
                ));
            }
            Effect::Send(ticket, request, token) => {
                let head_start = self.head_start.take();
                let controller = match &head_start {
                    Some(head_start) => Ok(head_start.controller()),
                    None => AbortController::new(),
                };
                let Ok(controller) = controller else {
                    return;
                };
                let signal = controller.signal();
                let guard = AbortGuard(controller);
                self.requests.borrow_mut().push((ticket, guard));
                // At once, so that whatever is drawn now is drawn while the response is on its way.
                let sent = match head_start {
                    Some(head_start) => {
                        head_start.set_taken(true);
                        Ok(head_start.response().into())
                    }
                    None => api::send(&request, token.as_ref(), &signal),
                };
                later(Box::pin(async move {
                    let outcome = api::receive(sent, &request, token.as_ref(), &signal).await;
                    Event::Answered(ticket, outcome)
                }));
            }
            Effect::Abort(ticket) => self.forget(ticket),
            Effect::ReadPayload(ticket, payload, expected) => {
                later(Box::pin(async move {
                    let is_over = &|| !page().loader.borrow().awaits_payload(ticket);
                    let read = api::read_in_turns(payload.json(), &expected, is_over);
                    Event::PayloadRead(ticket, read.await)
                }));
            }
            Effect::WakeAt(at) => {
                self.wake.replace(at.map(timer));
            }
            Effect::Show(id, update) => {
                let cards = self.cards.borrow();
                let card = cards.iter().find(|card| card.id == id);
                let observer = card.map(|card| Rc::clone(&card.observer));
                drop(cards);
                if let Some(observer) = observer {
                    observer(update);
                }
            }
        }
    }

    /// Ends a request, if it has not ended yet.
    fn forget(&self, ticket: Ticket) {
        let mut requests = self.requests.borrow_mut();
        if let Some(at) = requests.iter().position(|(known, _)| *known == ticket) {
            let ended = requests.swap_remove(at);
            drop(requests);
            drop(ended);
        }
    }
}

fn notify(event: Event) {
    page().on(event);
}

/// Passes the future's event to the loader. Boxed: the wasm would have a copy for each future.
fn later(event: Pin<Box<dyn Future<Output = Event>>>) {
    spawn_local(async move { notify(event.await) });
}

fn timer(at: Instant) -> Timeout {
    // A browser's timers hold 31 bits of milliseconds. Woken early, the loader asks for the rest.
    const LONGEST: u32 = i32::MAX as u32;
    let wait = at.since(browser::now()).as_millis();
    let wait = u32::try_from(wait).unwrap_or(LONGEST).min(LONGEST);
    Timeout::new(wait, || notify(Event::Woken))
}

//! The driver: runs a [`Loader`] in the browser. Timers, visibility, aborting and the network are
//! touched here and nowhere else; every decision is the machine's.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, VisibilityState};

use super::load::{Load, TokenSource};
use super::{Announcement, Auth, Config, Effect, Event, Loader, Now, Source, State};
use crate::api::{self, ErrorKind, Request, Tenant};
use crate::instant::Instant;

/// Runs one card's loader until it is dropped, which aborts whatever is under way.
#[derive(Debug)]
pub struct Driver {
    inner: Rc<Inner>,
    /// Held for as long as they are to listen.
    #[expect(dead_code, reason = "a guard")]
    listeners: Vec<EventListener>,
}

struct Inner {
    loader: RefCell<Loader>,
    load: RefCell<Load>,
    // Tell one payload, and one provider, from the next.
    payload: Cell<u32>,
    provider: Cell<u32>,
    abort: RefCell<Option<AbortGuard>>,
    wake: RefCell<Option<Timeout>>,
    observer: Box<dyn Fn(Vec<Announcement>)>,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Inner")
    }
}

/// Aborts a request when it is dropped.
struct AbortGuard(AbortController);

impl Drop for AbortGuard {
    fn drop(&mut self) {
        // Without a reason: a page's own `fetch` may pass it on as the rejection.
        self.0.abort();
    }
}

impl Driver {
    /// A driver that tells `observer`, after every event, what is to be announced.
    pub fn new(observer: impl Fn(Vec<Announcement>) + 'static) -> Self {
        let inner = Rc::new(Inner {
            loader: RefCell::new(Loader::new(is_visible(), is_online())),
            load: RefCell::default(),
            payload: Cell::default(),
            provider: Cell::default(),
            abort: RefCell::default(),
            wake: RefCell::default(),
            observer: Box::new(observer),
        });
        let listeners = listeners(&inner);
        Self { inner, listeners }
    }

    /// Takes what the page gives. The first call starts the loader.
    pub fn configure(&self, load: &Load) {
        let old = self.inner.load.replace(load.clone());
        let count = |counter: &Cell<u32>, changed: bool| {
            counter.set(counter.get().wrapping_add(u32::from(changed)));
            counter.get()
        };
        let payload = count(&self.inner.payload, old.data != load.data);
        let provider = count(&self.inner.provider, old.token != load.token);
        let config = Config {
            source: match &load.data {
                Some(data) => Source::Handed {
                    payload,
                    at: data.at,
                },
                None => Source::Fetch(request(load)),
            },
            auth: match &load.token {
                TokenSource::Fixed(token) => Auth::Token(token.clone()),
                TokenSource::Provider(_) => Auth::Provider(provider),
            },
            refresh_interval: load.refresh_interval,
        };
        self.inner.on(Event::Configured(config));
    }

    /// Loads now, or goes on with the load that is under way.
    pub fn refresh(&self) {
        self.inner.on(Event::RefreshAsked);
    }

    /// What to show.
    #[must_use]
    pub fn state(&self) -> State {
        self.inner.loader.borrow().state().clone()
    }

    /// Whether a load is under way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.inner.loader.borrow().is_busy()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.inner.on(Event::Disconnected);
    }
}

fn request(load: &Load) -> Result<Request, api::ConfigProblem> {
    Ok(Request {
        tenant: Tenant::new(&load.tenant)?,
        endpoint: api::resolve(&load.endpoint)?,
        resource: load.resource,
        credentials: load.credentials,
        timeout: load.timeout,
    })
}

impl Inner {
    fn on(self: &Rc<Self>, event: Event) {
        let now = Now {
            at: now(),
            random: js_sys::Math::random(),
        };
        let disconnected = matches!(event, Event::Disconnected);
        let effects = self.loader.borrow_mut().on(event, now);
        let mut announcements = Vec::new();
        for effect in effects {
            match effect {
                Effect::Announce(announcement) => announcements.push(announcement),
                effect => self.run(effect),
            }
        }
        if !disconnected {
            (self.observer)(announcements);
        }
    }

    fn run(self: &Rc<Self>, effect: Effect) {
        let this = Rc::downgrade(self);
        match effect {
            Effect::AskToken(generation, reason) => {
                let TokenSource::Provider(provider) = self.load.borrow().token.clone() else {
                    return;
                };
                spawn_local(async move {
                    let outcome = provider.ask(reason).await;
                    tell(&this, Event::TokenGiven(generation, outcome));
                });
            }
            Effect::Send(generation, request, token) => {
                let Ok(controller) = AbortController::new() else {
                    return;
                };
                let signal = controller.signal();
                self.abort.replace(Some(AbortGuard(controller)));
                spawn_local(async move {
                    let outcome = api::send(&request, token.as_ref(), &signal).await;
                    tell(&this, Event::Answered(generation, outcome));
                });
            }
            Effect::ReadPayload(generation) => {
                let Some(data) = self.load.borrow().data.clone() else {
                    return;
                };
                spawn_local(async move {
                    let usage = api::read(data.json).await;
                    let outcome = usage.ok_or_else(|| ErrorKind::InvalidResponse.into());
                    tell(&this, Event::Answered(generation, outcome));
                });
            }
            Effect::Abort => drop(self.abort.take()),
            Effect::WakeAt(at) => {
                self.wake.replace(at.map(|at| timer(at, this)));
            }
            Effect::Announce(_) => {}
        }
    }
}

fn tell(inner: &Weak<Inner>, event: Event) {
    if let Some(inner) = inner.upgrade() {
        inner.on(event);
    }
}

fn timer(at: Instant, inner: Weak<Inner>) -> Timeout {
    // Longer waits than a browser's timer can hold are cut, and asked for again on waking.
    let wait = at
        .since(now())
        .as_millis()
        .min(i32::MAX.unsigned_abs().into());
    Timeout::new(wait.try_into().unwrap_or(u32::MAX >> 1), move || {
        tell(&inner, Event::Woken);
    })
}

fn listeners(inner: &Rc<Inner>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let mut listeners = Vec::new();
    for (name, online) in [("online", true), ("offline", false)] {
        let inner = Rc::downgrade(inner);
        listeners.push(EventListener::new(&window, name, move |_| {
            tell(&inner, Event::Online(online));
        }));
    }
    if let Some(document) = window.document() {
        let inner = Rc::downgrade(inner);
        listeners.push(EventListener::new(
            &document,
            "visibilitychange",
            move |_| {
                tell(&inner, Event::Visible(is_visible()));
            },
        ));
    }
    listeners
}

fn now() -> Instant {
    Instant::from_millis(js_sys::Date::now())
}

fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() != VisibilityState::Hidden)
}

fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

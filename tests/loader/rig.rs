//! A loader with a clock of its own, and the effects of the last thing that happened.

use std::time::Duration;

use licensing_card::api::{
    Api, Credentials, Endpoint, ErrorKind, Failure, Fetched, Form, Request, Resource, Tenant, Token,
};
use licensing_card::instant::Instant;
use licensing_card::loader::{
    Announcement, CardId, Config, Effect, Event, Loader, Now, Payload, Source, State, Ticket,
    TokenProblem, TokenProvider, TokenReason, TokenSource,
};
use licensing_card::usage::{Amount, Entry, Tally, Unit, Usage, UsageBuilder};

/// The card of tests that need only one.
pub(crate) const CARD: CardId = CardId(1);
/// Another card of the page.
pub(crate) const OTHER: CardId = CardId(2);

/// A loader without a browser, and its effects.
pub(crate) struct Rig {
    pub(crate) loader: Loader,
    pub(crate) effects: Vec<Effect>,
    /// The time of each effect.
    pub(crate) times: Vec<Instant>,
    now: Instant,
    pub(crate) random: f64,
    wake_at: Option<Instant>,
    ticket: Option<Ticket>,
}

impl Rig {
    pub(crate) fn new() -> Self {
        Self {
            loader: Loader::new(true, true),
            effects: Vec::new(),
            times: Vec::new(),
            now: Instant::from_millis(1_700_000_000_000.0),
            random: 0.999,
            wake_at: None,
            ticket: None,
        }
    }

    /// One whose card has begun to load.
    pub(crate) fn begun(config: Config) -> Self {
        let mut rig = Self::new();
        rig.on(Event::Configured(CARD, config));
        rig
    }

    /// One whose card shows company 2.
    pub(crate) fn loaded() -> Self {
        let mut rig = Self::begun(config("2"));
        rig.answer(Ok(usage(1)));
        rig
    }

    pub(crate) fn at(&self) -> Instant {
        self.now
    }

    pub(crate) fn on(&mut self, event: Event) {
        let now = Now {
            at: self.now,
            random: self.random,
        };
        self.effects = self.loader.on(event, now);
        self.times = vec![self.now; self.effects.len()];
        // The page's code runs last.
        let is_call = |effect: &Effect| matches!(effect, Effect::AskToken(..) | Effect::Send(..));
        assert!(self.effects.is_sorted_by_key(is_call), "{:?}", self.effects);
        for effect in &self.effects {
            match effect {
                Effect::WakeAt(at) => self.wake_at = *at,
                Effect::AskToken(ticket, ..)
                | Effect::Send(ticket, ..)
                | Effect::ReadPayload(ticket, ..) => self.ticket = Some(*ticket),
                Effect::Abort(_) | Effect::Show(..) => {}
            }
        }
    }

    pub(crate) fn configure(&mut self, config: Config) {
        self.on(Event::Configured(CARD, config));
    }

    pub(crate) fn refresh(&mut self) {
        self.on(Event::RefreshRequested(CARD));
    }

    /// The last effect.
    pub(crate) fn ticket(&self) -> Ticket {
        self.ticket.unwrap()
    }

    pub(crate) fn answer(&mut self, outcome: Result<Usage, Failure>) {
        let outcome = outcome.map(Fetched::from);
        self.on(Event::Answered(self.ticket(), outcome));
    }

    pub(crate) fn give(&mut self, outcome: Result<Option<Token>, TokenProblem>) {
        self.on(Event::TokenGiven(self.ticket(), outcome));
    }

    /// Lets time pass, with all events that fall into it.
    pub(crate) fn wait(&mut self, seconds: u64) {
        self.wait_millis(seconds * 1000);
    }

    pub(crate) fn wait_millis(&mut self, millis: u64) {
        let end = self.now.plus(Duration::from_millis(millis));
        self.effects.clear();
        let (mut effects, mut times) = (Vec::new(), Vec::new());
        while let Some(at) = self.wake_at.filter(|at| *at <= end) {
            self.now = at.max(self.now);
            self.wake_at = None;
            self.on(Event::Woken);
            effects.append(&mut self.effects);
            times.append(&mut self.times);
        }
        self.now = end;
        self.effects = effects;
        self.times = times;
    }

    /// The clock is set back; nothing happens by itself.
    pub(crate) fn set_back(&mut self, seconds: u64) {
        let millis = self.now.as_millis() - Duration::from_secs(seconds).as_secs_f64() * 1000.0;
        self.now = Instant::from_millis(millis);
    }

    /// How long until something happens by itself.
    pub(crate) fn rest(&self) -> Option<Duration> {
        self.wake_at.map(|at| at.since(self.now))
    }

    pub(crate) fn state(&self) -> State {
        self.loader.state(CARD)
    }

    pub(crate) fn is_busy(&self) -> bool {
        self.loader.is_busy(CARD)
    }

    /// The card's reports.
    pub(crate) fn announced(&self) -> Vec<Announcement> {
        self.announced_of(CARD)
    }

    pub(crate) fn announced_of(&self, card: CardId) -> Vec<Announcement> {
        let announced = self.effects.iter().filter_map(|effect| match effect {
            Effect::Show(id, update) if *id == card => update.announcement.clone(),
            _ => None,
        });
        announced.collect()
    }

    /// The URLs of the requests.
    pub(crate) fn sent(&self) -> Vec<String> {
        let url = |effect: &Effect| match effect {
            Effect::Send(_, request, _) => Some(request.url()),
            _ => None,
        };
        self.effects.iter().filter_map(url).collect()
    }

    pub(crate) fn token_requests(&self) -> Vec<TokenReason> {
        let reason = |effect: &Effect| match effect {
            Effect::AskToken(_, _, reason) => Some(*reason),
            _ => None,
        };
        self.effects.iter().filter_map(reason).collect()
    }

    pub(crate) fn aborts(&self, ticket: Ticket) -> bool {
        self.effects.contains(&Effect::Abort(ticket))
    }
}

pub(crate) fn token(text: &str) -> Option<Token> {
    Token::new(text).unwrap()
}

/// A company's usage by cookies alone.
pub(crate) fn config(tenant: &str) -> Config {
    let endpoint = Endpoint::new(Form::Absolute, "https://console.example", "/v2", "");
    Config {
        source: Source::Fetch(Ok(Request {
            api: Api::V2,
            endpoint: endpoint.unwrap(),
            tenant: Tenant::new(Api::V2, tenant).unwrap(),
            resource: Resource::default(),
            credentials: Credentials::default(),
            timeout: Duration::from_secs(10),
        })),
        token: TokenSource::Fixed(Ok(None)),
        refresh_interval: Duration::ZERO,
        began: None,
    }
}

/// The page's function of that number.
pub(crate) fn provider(number: usize) -> TokenSource {
    thread_local! {
        static PROVIDERS: [TokenProvider; 5] =
            std::array::from_fn(|_| TokenProvider::new(|_| std::future::pending()));
    }
    PROVIDERS.with(|providers| TokenSource::Provider(providers[number].clone()))
}

/// The payload of that number.
pub(crate) fn payload(number: usize) -> Payload {
    thread_local! {
        static PAYLOADS: [Payload; 3] =
            std::array::from_fn(|_| Payload::new(Vec::new(), Rig::new().at()));
    }
    PAYLOADS.with(|payloads| payloads[number].clone())
}

/// The same by a provider's token.
pub(crate) fn provided(tenant: &str) -> Config {
    Config {
        token: provider(1),
        ..config(tenant)
    }
}

/// The same, again every minute.
pub(crate) fn every_minute(config: Config) -> Config {
    Config {
        refresh_interval: Duration::from_mins(1),
        ..config
    }
}

pub(crate) fn failure(status: u16) -> Failure {
    Failure {
        status: Some(status),
        ..ErrorKind::of_status(status).into()
    }
}

/// A report that can be told from others by its number of machines.
pub(crate) fn usage(machines: u32) -> Usage {
    let used = Amount {
        count: machines.into(),
        ..Amount::default()
    };
    let tally = Tally::new(Amount::default(), Amount::default(), used).unwrap();
    let mut builder = UsageBuilder::default();
    let kind = "CC_VM_Backup";
    let unit = Some(Unit::Instances);
    builder.add(&Entry { kind, unit, tally }).unwrap();
    builder.build(None)
}

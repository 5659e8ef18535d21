//! A loader with a clock of its own, and the effects of the last thing that happened.

use std::time::Duration;

use licensing_card::api::{
    Credentials, Endpoint, ErrorKind, Failure, Request, Resource, Tenant, Token, UrlParts,
};
use licensing_card::instant::Instant;
use licensing_card::loader::{
    Announcement, Auth, Config, Effect, Event, Generation, Loader, Now, Source, TokenProblem,
    TokenReason,
};
use licensing_card::usage::{Amount, Entry, Tally, Unit, Usage, UsageBuilder, WorkloadType};

/// See above.
pub(crate) struct Rig {
    pub(crate) loader: Loader,
    pub(crate) effects: Vec<Effect>,
    now: Instant,
    pub(crate) random: f64,
    wake_at: Option<Instant>,
    generation: Option<Generation>,
}

impl Rig {
    pub(crate) fn new() -> Self {
        Self {
            loader: Loader::new(true, true),
            effects: Vec::new(),
            now: Instant::from_millis(1_700_000_000_000.0),
            random: 0.999,
            wake_at: None,
            generation: None,
        }
    }

    /// One that shows company 2.
    pub(crate) fn loaded() -> Self {
        let mut rig = Self::new();
        rig.on(Event::Configured(config("2")));
        rig.answer(Ok(usage(1)));
        rig
    }

    pub(crate) fn at(&self) -> Instant {
        self.now
    }

    pub(crate) fn on(&mut self, event: Event) {
        self.effects = self.loader.on(
            event,
            Now {
                at: self.now,
                random: self.random,
            },
        );
        for effect in &self.effects {
            match effect {
                Effect::WakeAt(at) => self.wake_at = *at,
                Effect::AskToken(generation, _)
                | Effect::Send(generation, ..)
                | Effect::ReadPayload(generation) => self.generation = Some(*generation),
                Effect::Abort | Effect::Announce(_) => {}
            }
        }
    }

    /// The load that was begun last.
    pub(crate) fn generation(&self) -> Generation {
        self.generation.unwrap()
    }

    pub(crate) fn answer(&mut self, outcome: Result<Usage, Failure>) {
        self.on(Event::Answered(self.generation(), outcome));
    }

    pub(crate) fn give(&mut self, outcome: Result<Option<Token>, TokenProblem>) {
        self.on(Event::TokenGiven(self.generation(), outcome));
    }

    /// Lets time pass; what was to happen meanwhile happens.
    pub(crate) fn wait(&mut self, seconds: u64) {
        let end = self.now.plus(Duration::from_secs(seconds));
        self.effects.clear();
        let mut effects = Vec::new();
        while let Some(at) = self.wake_at.filter(|at| *at <= end) {
            self.now = at.max(self.now);
            self.wake_at = None;
            self.on(Event::Woken);
            effects.append(&mut self.effects);
        }
        self.now = end;
        self.effects = effects;
    }

    pub(crate) fn announced(&self) -> Vec<Announcement> {
        let announcement = |effect: &Effect| match effect {
            Effect::Announce(announcement) => Some(announcement.clone()),
            _ => None,
        };
        self.effects.iter().filter_map(announcement).collect()
    }

    /// The URLs of the requests.
    pub(crate) fn sent(&self) -> Vec<String> {
        let url = |effect: &Effect| match effect {
            Effect::Send(_, request, _) => Some(request.url()),
            _ => None,
        };
        self.effects.iter().filter_map(url).collect()
    }

    pub(crate) fn asked(&self) -> Vec<TokenReason> {
        let reason = |effect: &Effect| match effect {
            Effect::AskToken(_, reason) => Some(*reason),
            _ => None,
        };
        self.effects.iter().filter_map(reason).collect()
    }
}

pub(crate) fn token(text: &str) -> Option<Token> {
    Token::new(text).unwrap()
}

/// A company's usage by cookies alone.
pub(crate) fn config(tenant: &str) -> Config {
    let url = UrlParts {
        protocol: "https:".to_owned(),
        origin: "https://console.example".to_owned(),
        pathname: "/v2".to_owned(),
        ..UrlParts::default()
    };
    Config {
        source: Source::Fetch(Ok(Request {
            endpoint: Endpoint::new(&url, "").unwrap(),
            tenant: Tenant::new(tenant).unwrap(),
            resource: Resource::default(),
            credentials: Credentials::default(),
            timeout: Duration::from_secs(10),
        })),
        auth: Auth::Token(Ok(None)),
        refresh_interval: Duration::ZERO,
    }
}

/// The same by a provider's token.
pub(crate) fn provided(tenant: &str) -> Config {
    Config {
        auth: Auth::Provider(1),
        ..config(tenant)
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
        count: f64::from(machines).try_into().unwrap(),
        ..Amount::default()
    };
    let tally = Tally::new(Amount::default(), Amount::default(), used).unwrap();
    let mut builder = UsageBuilder::default();
    let kind = WorkloadType::new(Some("CC_VM_Backup".to_owned()));
    builder
        .add(Entry {
            kind,
            unit: Unit::Instances,
            tally,
        })
        .unwrap();
    builder.build()
}

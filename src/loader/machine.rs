//! The machine: events in, state and effects out.

mod timing;

use std::rc::Rc;
use std::time::Duration;

use super::config::Change;
use super::{
    Announcement, Auth, Config, Effect, Event, Generation, Loaded, Now, Source, State,
    TokenProblem, TokenReason,
};
use crate::api::{ConfigProblem, ErrorKind, Failure, Request, Token};
use crate::instant::Instant;
use crate::usage::Usage;

/// How long a provider may take.
const PROVIDER_TIMEOUT: Duration = Duration::from_secs(10);
/// What is awaited.
#[derive(Debug, Default)]
enum Work {
    /// Nothing.
    #[default]
    None,
    /// The provider's answer.
    Token { deadline: Instant },
    /// The server's answer.
    Answer { deadline: Instant },
    /// The end of reading what the page handed over.
    Payload,
}

/// What the provider gave last.
#[derive(Clone, Debug, Default)]
enum Given {
    /// Nothing yet.
    #[default]
    Nothing,
    /// A token, or word that none is needed.
    Something(Option<Token>),
    /// What the server refused, so that the next one asked for replaces it.
    Refused,
}

/// Loads one card's numbers. See [`Event`] and [`Effect`] for how to run it.
#[derive(Debug)]
pub struct Loader {
    config: Option<Config>,
    state: State,
    work: Work,
    generation: Generation,
    given: Given,
    /// This load has asked for another token already.
    replayed: bool,
    ended_at: Option<Instant>,
    /// When to load again by itself.
    due: Option<Instant>,
    visible: bool,
    online: bool,
    /// The last [`Effect::WakeAt`].
    wake_at: Option<Instant>,
    effects: Vec<Effect>,
}

impl Loader {
    /// A loader that has been told nothing but the page's circumstances.
    #[must_use]
    pub fn new(visible: bool, online: bool) -> Self {
        Self {
            config: None,
            state: State::Idle,
            work: Work::None,
            generation: Generation::default(),
            given: Given::Nothing,
            replayed: false,
            ended_at: None,
            due: None,
            visible,
            online,
            wake_at: None,
            effects: Vec::new(),
        }
    }

    /// What to show.
    #[must_use]
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// Whether a load is under way.
    #[must_use]
    pub const fn is_busy(&self) -> bool {
        !matches!(self.work, Work::None)
    }

    /// Takes an event; what is to be done about it comes back.
    pub fn on(&mut self, event: Event, now: Now) -> Vec<Effect> {
        match event {
            Event::Configured(config) => self.configure(config, now),
            Event::RefreshAsked if self.is_busy() => {}
            Event::RefreshAsked => self.begin(now),
            Event::TokenGiven(generation, outcome) if self.awaits(generation) => {
                self.take_token(outcome, now);
            }
            Event::Answered(generation, outcome) if self.awaits(generation) => {
                self.take_answer(outcome, now);
            }
            // A late answer belongs to a load that was given up.
            Event::TokenGiven(..) | Event::Answered(..) => {}
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
                self.come_back(now);
            }
            Event::Disconnected => self.disconnect(),
        }
        self.schedule();
        std::mem::take(&mut self.effects)
    }

    fn awaits(&self, generation: Generation) -> bool {
        self.is_busy() && self.generation == generation
    }

    fn configure(&mut self, new: Config, now: Now) {
        let old = self.config.replace(new);
        let (Some(old), Some(new)) = (old, self.config.as_ref()) else {
            return self.begin(now);
        };
        let mut change = old.change_to(new);
        if old.auth != new.auth {
            self.given = Given::Nothing;
            // Whoever brings another provider after a refusal wants to be let in.
            let barred =
                matches!(self.state.failure(), Some(failure) if failure.kind.is_about_token());
            if barred && change == Change::None && matches!(new.source, Source::Fetch(Ok(_))) {
                change = Change::Request;
            }
        }
        if change == Change::Subject {
            self.state = State::Idle;
        }
        if change != Change::None {
            self.abandon();
            self.begin(now);
        } else if old.refresh_interval != self.refresh_interval() {
            self.due = self
                .ended_at
                .and_then(|ended_at| self.next_refresh(ended_at));
        }
    }

    fn refresh_interval(&self) -> Duration {
        self.config
            .as_ref()
            .map_or(Duration::ZERO, |config| config.refresh_interval)
    }

    fn begin(&mut self, now: Now) {
        let Some(config) = &self.config else { return };
        self.generation = self.generation.next();
        self.replayed = false;
        self.due = None;
        match (&config.source, &config.auth) {
            (Source::Handed { .. }, _) => {
                self.state.begin();
                self.work = Work::Payload;
                self.effects.push(Effect::ReadPayload(self.generation));
            }
            (Source::Fetch(Err(problem)), _) => {
                let problem = *problem;
                self.fail(problem.into(), now);
            }
            (Source::Fetch(Ok(_)), Auth::Token(Err(_))) => {
                self.fail(ConfigProblem::Token.into(), now);
            }
            (Source::Fetch(Ok(request)), auth) => {
                let request = Rc::new(request.clone());
                let token = match (auth, &self.given) {
                    (Auth::Token(token), _) => token.clone().ok(),
                    (Auth::Provider(_), Given::Something(token)) => Some(token.clone()),
                    (Auth::Provider(_), Given::Nothing | Given::Refused) => None,
                };
                self.state.begin();
                self.announce(Announcement::LoadStarted);
                if !self.online {
                    return self.fail(ErrorKind::Offline.into(), now);
                }
                match token {
                    Some(token) => self.send(request, token, now),
                    None => self.ask_token(now),
                }
            }
        }
    }

    fn ask_token(&mut self, now: Now) {
        let reason = match self.given {
            Given::Refused => TokenReason::Expired,
            Given::Nothing | Given::Something(_) => TokenReason::Initial,
        };
        self.work = Work::Token {
            deadline: now.at.plus(PROVIDER_TIMEOUT),
        };
        self.effects.push(Effect::AskToken(self.generation, reason));
    }

    fn send(&mut self, request: Rc<Request>, token: Option<Token>, now: Now) {
        self.work = Work::Answer {
            deadline: now.at.plus(request.timeout),
        };
        self.effects
            .push(Effect::Send(self.generation, request, token));
    }

    fn take_token(&mut self, outcome: Result<Option<Token>, TokenProblem>, now: Now) {
        match (outcome, self.config.as_ref().map(|config| &config.source)) {
            (Ok(token), Some(Source::Fetch(Ok(request)))) => {
                let request = Rc::new(request.clone());
                self.given = Given::Something(token.clone());
                self.send(request, token, now);
            }
            (Ok(_), _) => {}
            (Err(TokenProblem::Refused), _) => self.fail(ErrorKind::Unauthorized.into(), now),
            (Err(TokenProblem::Unsendable), _) => {
                self.fail(ConfigProblem::Token.into(), now);
            }
        }
    }

    fn take_answer(&mut self, outcome: Result<Usage, Failure>, now: Now) {
        match outcome {
            Ok(usage) => {
                let fetched_at = match self.config.as_ref().map(|config| &config.source) {
                    Some(Source::Handed { at, .. }) => *at,
                    _ => now.at,
                };
                self.state = State::Ready(Rc::new(Loaded { usage, fetched_at }));
                self.end(now);
                self.announce(Announcement::Loaded);
            }
            Err(failure) if failure.status == Some(401) && self.has_provider() => {
                self.given = Given::Refused;
                if std::mem::replace(&mut self.replayed, true) {
                    self.fail(failure, now);
                } else {
                    self.ask_token(now);
                }
            }
            Err(failure) => self.fail(failure, now),
        }
    }

    fn has_provider(&self) -> bool {
        matches!(
            &self.config,
            Some(Config {
                auth: Auth::Provider(_),
                ..
            })
        )
    }

    fn fail(&mut self, mut failure: Failure, now: Now) {
        if failure.kind == ErrorKind::Unreachable && !self.online {
            failure.kind = ErrorKind::Offline;
        }
        self.state.fail(failure.clone());
        self.end(now);
        let barred = failure.kind == ErrorKind::Unauthorized;
        self.announce(Announcement::Failed(failure.clone()));
        if barred {
            self.announce(Announcement::AuthRequired(failure));
        }
    }

    /// A load is over, well or not.
    fn end(&mut self, now: Now) {
        self.work = Work::None;
        self.ended_at = Some(now.at);
        self.due = self.next_refresh(now.at);
    }

    /// Gives up what is awaited; its answer, if it comes, is late.
    fn abandon(&mut self) {
        if self.is_busy() {
            self.work = Work::None;
            self.effects.push(Effect::Abort);
        }
    }

    fn disconnect(&mut self) {
        self.abandon();
        let effects = std::mem::take(&mut self.effects);
        *self = Self {
            generation: self.generation,
            wake_at: self.wake_at,
            effects,
            ..Self::new(self.visible, self.online)
        };
    }

    fn announce(&mut self, announcement: Announcement) {
        self.effects.push(Effect::Announce(announcement));
    }
}

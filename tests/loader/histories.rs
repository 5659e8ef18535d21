//! Random histories of a page with several cards: whatever happens, in whatever order, some things
//! always hold.

use std::collections::BTreeMap;
use std::time::Duration;

use licensing_card::api::{
    Api, ConfigProblem, ErrorKind, Expected, Failure, Fetched, Invalid, Request, Resource, read,
};
use licensing_card::instant::Instant;
use licensing_card::loader::{
    CardId, Config, Effect, Event, Source, State, Ticket, TokenProblem, TokenProvider, TokenSource,
};
use licensing_card::usage::Measure;
use proptest::prelude::*;

use super::rig::{Rig, config, every_minute, failure, payload, provided, provider, token, usage};

/// How many histories are tried.
const HISTORIES: u32 = 100_000;
/// How many cards a page has at the most.
const CARDS: u32 = 3;
/// The machines of a payload that the page hands over; a fetched one has its company's number.
const HANDED: u32 = 7;

/// One event; numbers choose among cards, configs, responses and pending effects.
#[derive(Clone, Debug)]
enum Step {
    Configure(u32, u8),
    Refresh(u32),
    Disconnect(u32),
    Give(usize, u8),
    Answer(usize, u8),
    Read(usize, bool),
    AnswerLate(usize, u8),
    Wait(u64),
    SetBack(u64),
    Visible(bool),
    Online(bool),
}

fn step() -> impl Strategy<Value = Step> {
    let card = || 0..CARDS;
    prop_oneof![
        5 => (card(), 0..10_u8).prop_map(|(card, config)| Step::Configure(card, config)),
        2 => card().prop_map(Step::Refresh),
        1 => card().prop_map(Step::Disconnect),
        4 => (any::<usize>(), 0..5_u8).prop_map(|(which, token)| Step::Give(which, token)),
        8 => (any::<usize>(), 0..8_u8).prop_map(|(which, answer)| Step::Answer(which, answer)),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(which, good)| Step::Read(which, good)),
        1 => (any::<usize>(), 0..8_u8).prop_map(|(which, answer)| Step::AnswerLate(which, answer)),
        4 => (0..5_000_u64).prop_map(Step::Wait),
        2 => (0..200_000_u64).prop_map(Step::Wait),
        1 => (0..10_000_u64).prop_map(Step::SetBack),
        1 => any::<bool>().prop_map(Step::Visible),
        1 => any::<bool>().prop_map(Step::Online),
    ]
}

fn chosen(number: u8) -> Config {
    let with = |token| Config {
        token,
        ..config("2")
    };
    match number {
        0 => config("2"),
        1 => config("3"),
        2 => provided("2"),
        3 => provided("3"),
        4 => with(provider(2)),
        5 => every_minute(provided("2")),
        6 => every_minute(config("3")),
        7 => Config {
            source: Source::Fetch(Err(ConfigProblem::NoTenant)),
            ..config("2")
        },
        8 => with(TokenSource::Fixed(Ok(token("t")))),
        _ => Config {
            source: Source::Handed {
                payload: payload(1),
                expected: expected(),
            },
            ..config("2")
        },
    }
}

fn expected() -> Expected {
    Expected {
        api: Api::V2,
        resource: Resource::default(),
        tenant: None,
        is_fetched: false,
    }
}

fn invalid() -> Invalid {
    read(b"{}", &expected()).unwrap_err()
}

fn company(request: &Request) -> u32 {
    if request.url().contains("/3/") { 3 } else { 2 }
}

/// The machines that a card with this config may show.
fn machines(config: &Config) -> u32 {
    match &config.source {
        Source::Fetch(Ok(request)) => company(request),
        Source::Fetch(Err(_)) => 2,
        Source::Handed { .. } => HANDED,
    }
}

/// A page, known from the effects alone.
struct History {
    rig: Rig,
    configs: BTreeMap<u32, Config>,
    /// Requests in flight, each with its token's text.
    flying: Vec<(Ticket, u32, String)>,
    token_requests: Vec<(Ticket, TokenProvider)>,
    reading: Vec<Ticket>,
    given_up: Vec<Ticket>,
    /// The times of each company's automatic requests.
    alone: Vec<(u32, Instant)>,
}

impl History {
    fn new() -> Self {
        Self {
            rig: Rig::new(),
            configs: BTreeMap::new(),
            flying: Vec::new(),
            token_requests: Vec::new(),
            reading: Vec::new(),
            given_up: Vec::new(),
            alone: Vec::new(),
        }
    }

    fn answer(&self, number: u8, company: u32) -> Result<Fetched, Failure> {
        let retry_after = |seconds| Failure {
            retry_at: Some(self.rig.at().plus(Duration::from_secs(seconds))),
            ..failure(503)
        };
        match number {
            0 | 1 => Ok(usage(company).into()),
            2 => Err(failure(401)),
            3 => Err(failure(503)),
            4 => Err(retry_after(5)),
            5 => Err(retry_after(60)),
            6 => Err(failure(404)),
            _ => Err(ErrorKind::Unreachable.into()),
        }
    }

    /// The event of a step, where it can happen now.
    fn event(&mut self, step: &Step) -> Option<Event> {
        let pick = |which: usize, of: usize| (of > 0).then(|| which % of.max(1));
        Some(match *step {
            Step::Configure(card, number) => {
                let config = chosen(number);
                self.configs.insert(card, config.clone());
                Event::Configured(CardId(card), config)
            }
            Step::Refresh(card) => Event::RefreshRequested(CardId(card)),
            Step::Disconnect(card) => {
                self.configs.remove(&card);
                Event::Disconnected(CardId(card))
            }
            Step::Give(which, number) => {
                let (ticket, asked) = self
                    .token_requests
                    .remove(pick(which, self.token_requests.len())?);
                let is_first = TokenSource::Provider(asked) == provider(1);
                let outcome = match number {
                    0 => Err(TokenProblem::Refused),
                    1 => Err(TokenProblem::Unsendable),
                    2 => Ok(None),
                    _ => Ok(token(if is_first { "of-1" } else { "of-2" })),
                };
                Event::TokenGiven(ticket, outcome)
            }
            Step::Answer(which, number) => {
                let (ticket, company, _) = self.flying.remove(pick(which, self.flying.len())?);
                Event::Answered(ticket, self.answer(number, company))
            }
            Step::Read(which, good) => {
                let ticket = self.reading.remove(pick(which, self.reading.len())?);
                let outcome = good.then(|| usage(HANDED));
                Event::PayloadRead(ticket, outcome.ok_or_else(invalid))
            }
            Step::AnswerLate(which, number) => {
                let ticket = self.given_up[pick(which, self.given_up.len())?];
                Event::Answered(ticket, self.answer(number, 999))
            }
            Step::Visible(visible) => Event::Visible(visible),
            Step::Online(online) => Event::Online(online),
            Step::Wait(_) | Step::SetBack(_) => return None,
        })
    }

    /// Lets the step happen, and checks each effect as it comes.
    fn take(&mut self, step: &Step) -> Result<(), TestCaseError> {
        if let Step::Wait(millis) = *step {
            self.rig.wait_millis(millis);
        } else if let Step::SetBack(millis) = *step {
            self.rig.set_back(millis / 1000);
            self.alone.clear();
            self.rig.on(Event::Woken);
        } else if let Some(event) = self.event(step) {
            self.rig.on(event);
        } else {
            self.rig.effects.clear();
        }
        // A person or the page started the rest, or it is a replay with another token.
        let alone = matches!(step, Step::Wait(_) | Step::Visible(_) | Step::Online(_));
        let effects = self.rig.effects.clone().into_iter();
        for (effect, at) in effects.zip(self.rig.times.clone()) {
            match effect {
                Effect::Send(ticket, request, token) => {
                    let company = company(&request);
                    let token = token.map_or_else(String::new, |token| token.authorization());
                    let same = |(_, of, with): &(_, u32, String)| (*of, with) == (company, &token);
                    // A provider without a token looks like no provider.
                    if !token.is_empty() {
                        prop_assert!(!self.flying.iter().any(same), "the same is in flight twice");
                    }
                    self.flying.push((ticket, company, token));
                    if alone {
                        self.alone.push((company, at));
                    }
                }
                Effect::Abort(ticket) => {
                    let before = self.flying.len();
                    self.flying.retain(|(flying, ..)| *flying != ticket);
                    prop_assert_eq!(self.flying.len() + 1, before, "nothing was there to abort");
                    self.given_up.push(ticket);
                }
                Effect::AskToken(ticket, provider, _) => {
                    self.token_requests.retain(|(_, asked)| *asked != provider);
                    self.token_requests.push((ticket, provider));
                }
                Effect::ReadPayload(ticket, ..) => self.reading.push(ticket),
                Effect::Show(CardId(card), _) => {
                    prop_assert!(self.configs.contains_key(&card), "a removed card is drawn");
                }
                Effect::WakeAt(_) => {}
            }
        }
        Ok(())
    }

    /// Good numbers of the card, if it has any.
    fn shown(&self, card: u32) -> Option<String> {
        let state = self.rig.loader.state(CardId(card));
        let used = state.loaded()?.usage.totals().get(Measure::Used);
        Some(used.count.to_string())
    }

    fn check(&self, step: &Step, before: &[Option<String>]) -> Result<(), TestCaseError> {
        for card in 0..CARDS {
            let state = self.rig.loader.state(CardId(card));
            let Some(config) = self.configs.get(&card) else {
                prop_assert_eq!(state, State::Idle);
                prop_assert!(!self.rig.loader.is_busy(CardId(card)));
                continue;
            };
            // The numbers on screen answer the card's request.
            if let Some(shown) = self.shown(card) {
                prop_assert_eq!(shown, machines(config).to_string());
            } else if before[card as usize].is_some() {
                // Good data gives way to nothing but another subject.
                let changed = matches!(step, Step::Configure(changed, _) if *changed == card);
                prop_assert!(changed, "numbers are lost by {step:?}");
            }
            // There is always a way forward: a load is under way, or one can be started.
            let waits = matches!(state, State::Idle | State::Loading);
            prop_assert!(self.rig.loader.is_busy(CardId(card)) || !waits);
        }
        // Nothing is in flight for nobody.
        let busy = (0..CARDS).filter(|card| self.rig.loader.is_busy(CardId(*card)));
        prop_assert!(self.flying.is_empty() || busy.count() > 0);
        // By themselves, cards ask for a company's numbers four times a minute at the most.
        for company in [2, 3] {
            let times: Vec<_> = self.alone.iter().filter(|(of, _)| *of == company).collect();
            for minute in times.windows(5) {
                let span = minute[4].1.since(minute[0].1);
                prop_assert!(span >= Duration::from_mins(1), "five requests in {span:?}");
            }
        }
        Ok(())
    }
}

#[test]
fn whatever_happens() {
    let config = ProptestConfig {
        cases: HISTORIES,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    proptest!(config, |(steps in prop::collection::vec(step(), 1..40))| {
        let mut history = History::new();
        for step in steps {
            let before: Vec<_> = (0..CARDS).map(|card| history.shown(card)).collect();
            history.take(&step)?;
            history.check(&step, &before)?;
        }
    });
}

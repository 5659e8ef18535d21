//! Random histories: whatever happens, in whatever order, some things always hold.

use std::time::Duration;

use licensing_card::api::{ConfigProblem, ErrorKind};
use licensing_card::loader::{
    Announcement, Auth, Config, Effect, Event, Source, State, TokenProblem,
};
use proptest::prelude::*;

use super::rig::{Rig, config, failure, provided, token, usage};

/// One thing that can happen; numbers choose among companies, answers and so on.
#[derive(Clone, Debug)]
enum Step {
    Configure(u8),
    Refresh,
    Give(u8),
    Answer(u8),
    AnswerLate(u8),
    Wait(u16),
    Visible(bool),
    Online(bool),
    Disconnect,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (0..8_u8).prop_map(Step::Configure),
        2 => Just(Step::Refresh),
        4 => (0..4_u8).prop_map(Step::Give),
        6 => (0..6_u8).prop_map(Step::Answer),
        1 => (0..6_u8).prop_map(Step::AnswerLate),
        3 => (0..200_u16).prop_map(Step::Wait),
        1 => any::<bool>().prop_map(Step::Visible),
        1 => any::<bool>().prop_map(Step::Online),
        1 => Just(Step::Disconnect),
    ]
}

fn chosen(number: u8) -> Config {
    match number {
        0 => config("2"),
        1 => config("3"),
        2 => provided("2"),
        3 => Config {
            auth: Auth::Provider(2),
            ..config("2")
        },
        4 => Config {
            refresh_interval: Duration::from_mins(1),
            ..provided("2")
        },
        5 => Config {
            source: Source::Fetch(Err(ConfigProblem::NoTenant)),
            ..config("2")
        },
        6 => Config {
            auth: Auth::Token(Ok(token("t"))),
            ..config("2")
        },
        _ => Config {
            source: Source::Handed {
                payload: 1,
                at: Rig::new().at(),
            },
            ..config("2")
        },
    }
}

/// Answers carry the company they are for, as their number of machines.
fn event(
    step: &Step,
    rig: &Rig,
    company: u32,
    asked: Option<licensing_card::loader::Generation>,
) -> Option<Event> {
    let answer = |number| match number {
        0..=2 => Ok(usage(company)),
        3 => Err(failure(401)),
        4 => Err(failure(503)),
        _ => Err(ErrorKind::Unreachable.into()),
    };
    Some(match step {
        Step::Configure(number) => Event::Configured(chosen(*number)),
        Step::Refresh => Event::RefreshAsked,
        Step::Give(number) => Event::TokenGiven(
            asked?,
            match number {
                0 => Err(TokenProblem::Refused),
                1 => Ok(None),
                _ => Ok(token("given")),
            },
        ),
        Step::Answer(number) => Event::Answered(asked?, answer(*number)),
        Step::AnswerLate(number) => {
            let late = asked.filter(|_| !rig.loader.is_busy())?;
            Event::Answered(late, answer(*number).map(|_| usage(999)))
        }
        Step::Visible(visible) => Event::Visible(*visible),
        Step::Online(online) => Event::Online(*online),
        Step::Disconnect => Event::Disconnected,
        Step::Wait(_) => return None,
    })
}

fn company(config: &Config) -> u32 {
    match &config.source {
        Source::Fetch(Ok(request)) if request.url().contains("/3/") => 3,
        Source::Fetch(_) => 2,
        Source::Handed { .. } => 7,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens(steps in prop::collection::vec(step(), 1..60)) {
        let mut rig = Rig::new();
        let mut configured: Option<Config> = None;
        let mut asked = None;
        let mut had_data = false;
        for step in steps {
            let before = rig.loader.state().clone();
            let subject = configured.as_ref().map(company);
            if let Step::Wait(seconds) = step {
                rig.wait(seconds.into());
            } else if let Some(event) = event(&step, &rig, subject.unwrap_or(2), asked) {
                if let Step::Configure(number) = step {
                    configured = Some(chosen(number));
                }
                rig.on(event);
            }
            if matches!(step, Step::Disconnect) {
                configured = None;
            }

            // At most one thing is awaited, and it is given up before another is asked for.
            let mut awaited = 0;
            for effect in &rig.effects {
                match effect {
                    // Given up, or failed by itself before the next is begun.
                    Effect::Abort | Effect::Announce(Announcement::Failed(_)) => awaited = 0,
                    Effect::Send(generation, ..)
                    | Effect::AskToken(generation, _)
                    | Effect::ReadPayload(generation) => {
                        awaited += 1;
                        asked = Some(*generation);
                        prop_assert!(configured.is_some(), "something is done after removal");
                    }
                    Effect::WakeAt(_) | Effect::Announce(_) => {}
                }
                prop_assert!(awaited <= 1);
            }

            let state = rig.loader.state();
            if configured.is_none() {
                prop_assert_eq!(state, &State::Idle);
                had_data = false;
                continue;
            }
            // What is on screen is about the company that was asked for.
            let subject = configured.as_ref().map(company);
            if let Some(loaded) = state.loaded() {
                let machines = loaded.usage.totals().get(licensing_card::usage::Measure::Used);
                prop_assert_eq!(Some(machines.count.to_string()), subject.map(|it| it.to_string()));
                had_data = true;
            } else if had_data {
                // Good data gives way to nothing but another subject.
                prop_assert!(matches!(step, Step::Configure(_)), "{before:?} -> {state:?} by {step:?}");
                had_data = false;
            }
            // There is always a way forward: a load is under way, or one can be asked for.
            prop_assert!(rig.loader.is_busy() || !matches!(state, State::Idle | State::Loading));
        }
    }
}

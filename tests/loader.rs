//! The loader's machine: what it does with each event, and what holds whatever happens.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

#[path = "loader/rig.rs"]
mod rig;

#[path = "loader/histories.rs"]
mod histories;

use std::time::Duration;

use licensing_card::api::{ConfigProblem, ErrorKind, Failure, Unsendable};
use licensing_card::loader::{
    Announcement, Auth, Effect, Event, Source, State, TokenProblem, TokenReason,
};
use rig::{Rig, config, failure, provided, token, usage};

#[test]
fn the_first_config_sends_one_request() {
    let mut rig = Rig::new();
    rig.on(Event::Configured(config("2")));
    assert_eq!(rig.announced(), [Announcement::LoadStarted]);
    assert_eq!(
        rig.sent(),
        ["https://console.example/v2/tenants/2/licensing/cloudConnectUsage"]
    );
    assert_eq!(*rig.loader.state(), State::Loading);
    assert!(rig.loader.is_busy());
}

#[test]
fn an_answer_is_shown_with_the_time_it_came() {
    let mut rig = Rig::loaded();
    assert_eq!(rig.loader.state().as_str(), "ready");
    let loaded = rig.loader.state().loaded().unwrap().clone();
    assert_eq!(
        (loaded.usage.clone(), loaded.fetched_at),
        (usage(1), rig.at())
    );
    rig.wait(60);
    assert_eq!(
        rig.loader.state().loaded().unwrap().fetched_at,
        loaded.fetched_at
    );
}

#[test]
fn a_late_answer_is_dropped() {
    let mut rig = Rig::new();
    rig.on(Event::Configured(config("2")));
    let late = rig.generation();
    rig.on(Event::Configured(config("3")));
    assert!(rig.effects.contains(&Effect::Abort));
    rig.on(Event::Answered(late, Ok(usage(2))));
    assert_eq!(*rig.loader.state(), State::Loading);
    rig.answer(Ok(usage(3)));
    assert_eq!(rig.loader.state().loaded().unwrap().usage, usage(3));
    rig.on(Event::Answered(late, Err(failure(500))));
    assert_eq!(rig.loader.state().loaded().unwrap().usage, usage(3));
}

#[test]
fn another_company_never_shows_the_numbers_of_the_one_before() {
    let mut rig = Rig::loaded();
    rig.on(Event::Configured(config("3")));
    assert_eq!(*rig.loader.state(), State::Loading);
    rig.answer(Err(failure(500)));
    assert_eq!(rig.loader.state().as_str(), "error");
}

#[test]
fn only_a_change_of_the_request_asks_again() {
    let other = |change: fn(&mut licensing_card::loader::Config)| {
        let mut config = config("2");
        change(&mut config);
        config
    };
    let cases = [
        ("nothing", config("2"), false),
        (
            "refresh interval",
            other(|config| config.refresh_interval = Duration::from_mins(1)),
            false,
        ),
        (
            "token",
            other(|config| config.auth = Auth::Token(Ok(token("other")))),
            true,
        ),
        ("company", config("3"), true),
    ];
    for (name, config, asks) in cases {
        let mut rig = Rig::loaded();
        rig.on(Event::Configured(config));
        assert_eq!(!rig.sent().is_empty(), asks, "{name}");
    }
}

#[test]
fn another_provider_is_asked_only_where_the_last_one_was_no_help() {
    let provider = |number| licensing_card::loader::Config {
        auth: Auth::Provider(number),
        ..config("2")
    };
    let mut rig = Rig::new();
    rig.on(Event::Configured(provider(1)));
    rig.give(Ok(token("t")));
    rig.answer(Ok(usage(1)));
    rig.on(Event::Configured(provider(2)));
    assert_eq!(rig.effects, []);

    rig.on(Event::RefreshAsked);
    rig.give(Err(TokenProblem::Refused));
    assert_eq!(rig.loader.state().as_str(), "stale");
    rig.on(Event::Configured(provider(3)));
    assert_eq!(rig.asked(), [TokenReason::Initial]);
}

#[test]
fn a_failed_refresh_keeps_the_numbers_and_says_why() {
    let mut rig = Rig::loaded();
    let before = rig.loader.state().loaded().unwrap().clone();
    rig.wait(3600);
    rig.on(Event::RefreshAsked);
    assert_eq!(rig.loader.state().as_str(), "ready");
    rig.answer(Err(failure(503)));
    let State::Stale { loaded, failure } = rig.loader.state() else {
        panic!("not stale")
    };
    assert_eq!((loaded, failure.kind), (&before, ErrorKind::Server));
    rig.on(Event::RefreshAsked);
    assert_eq!(rig.loader.state().as_str(), "stale");
    rig.answer(Ok(usage(5)));
    assert_eq!(rig.loader.state().as_str(), "ready");
}

#[test]
fn a_refresh_under_way_is_not_begun_again() {
    let mut rig = Rig::loaded();
    rig.on(Event::RefreshAsked);
    assert_eq!(rig.sent().len(), 1);
    rig.on(Event::RefreshAsked);
    assert_eq!(rig.effects, []);
}

#[test]
fn what_cannot_be_sent_is_a_config_error_without_a_request() {
    let no_request = |problem| licensing_card::loader::Config {
        source: Source::Fetch(Err(problem)),
        ..config("2")
    };
    let no_token = licensing_card::loader::Config {
        auth: Auth::Token(Err(Unsendable)),
        ..config("2")
    };
    for (config, problem) in [
        (no_request(ConfigProblem::NoTenant), ConfigProblem::NoTenant),
        (no_request(ConfigProblem::Endpoint), ConfigProblem::Endpoint),
        (no_token, ConfigProblem::Token),
    ] {
        let mut rig = Rig::new();
        rig.on(Event::Configured(config));
        assert_eq!(rig.announced(), [Announcement::Failed(problem.into())]);
        assert!(rig.sent().is_empty() && !rig.loader.is_busy());
        assert_eq!(rig.loader.state().as_str(), "error");
    }
}

#[test]
fn an_attempt_ends_in_time() {
    let mut rig = Rig::new();
    rig.on(Event::Configured(config("2")));
    rig.wait(9);
    assert!(rig.loader.is_busy());
    rig.wait(1);
    assert!(rig.effects.contains(&Effect::Abort));
    assert_eq!(
        rig.announced(),
        [Announcement::Failed(ErrorKind::Timeout.into())]
    );
}

#[test]
fn a_provider_is_asked_first_and_once_more_after_a_401() {
    let mut rig = Rig::new();
    rig.on(Event::Configured(provided("2")));
    assert_eq!(
        (rig.asked(), rig.sent().len()),
        (vec![TokenReason::Initial], 0)
    );
    rig.give(Ok(token("old")));
    rig.answer(Err(failure(401)));
    assert_eq!(
        (rig.asked(), rig.announced().len()),
        (vec![TokenReason::Expired], 0)
    );
    rig.give(Ok(token("new")));
    assert_eq!(rig.sent().len(), 1);
    rig.answer(Ok(usage(1)));
    assert_eq!(rig.loader.state().as_str(), "ready");
    // The token is kept for the next request.
    rig.on(Event::RefreshAsked);
    assert_eq!((rig.asked().len(), rig.sent().len()), (0, 1));
}

#[test]
fn a_second_401_is_final_until_someone_asks_again() {
    let mut rig = Rig::new();
    rig.on(Event::Configured(provided("2")));
    for name in ["old", "new"] {
        rig.give(Ok(token(name)));
        rig.answer(Err(failure(401)));
    }
    assert_eq!(
        rig.announced(),
        [
            Announcement::Failed(failure(401)),
            Announcement::AuthRequired(failure(401))
        ]
    );
    rig.on(Event::RefreshAsked);
    assert_eq!(rig.asked(), [TokenReason::Expired]);
}

#[test]
fn a_fixed_token_is_not_replayed() {
    let mut rig = Rig::new();
    rig.on(Event::Configured(config("2")));
    rig.answer(Err(failure(401)));
    assert_eq!(rig.announced().len(), 2);
    assert!(rig.asked().is_empty() && rig.sent().is_empty());
}

#[test]
fn a_provider_that_is_no_help_is_an_error() {
    for (problem, kind) in [
        (TokenProblem::Refused, ErrorKind::Unauthorized),
        (
            TokenProblem::Unsendable,
            ErrorKind::Config(ConfigProblem::Token),
        ),
    ] {
        let mut rig = Rig::new();
        rig.on(Event::Configured(provided("2")));
        rig.give(Err(problem));
        assert_eq!(rig.loader.state().failure().unwrap().kind, kind);
    }
    let mut rig = Rig::new();
    rig.on(Event::Configured(provided("2")));
    let late = rig.generation();
    rig.wait(10);
    assert_eq!(
        rig.loader.state().failure().unwrap().kind,
        ErrorKind::Unauthorized
    );
    rig.on(Event::TokenGiven(late, Ok(token("late"))));
    assert!(rig.sent().is_empty());
}

#[test]
fn a_refresh_comes_by_itself_while_the_page_is_seen() {
    let mut rig = Rig::new();
    rig.on(Event::Configured(licensing_card::loader::Config {
        refresh_interval: Duration::from_mins(1),
        ..config("2")
    }));
    rig.answer(Ok(usage(1)));
    rig.wait(59);
    assert!(rig.sent().is_empty());
    rig.wait(1);
    assert_eq!(rig.sent().len(), 1);
    rig.answer(Err(failure(500)));
    rig.on(Event::Visible(false));
    rig.wait(600);
    assert!(rig.sent().is_empty());
    rig.on(Event::Visible(true));
    assert!(rig.sent().is_empty(), "all cards at once");
    rig.wait(2);
    assert_eq!(rig.sent().len(), 1);
}

#[test]
fn being_offline_is_said_at_once_and_mended_on_return() {
    let mut rig = Rig::new();
    rig.on(Event::Online(false));
    rig.on(Event::Configured(config("2")));
    assert_eq!(
        rig.announced(),
        [
            Announcement::LoadStarted,
            Announcement::Failed(ErrorKind::Offline.into())
        ]
    );
    assert!(rig.sent().is_empty());
    rig.on(Event::Online(true));
    rig.wait(2);
    assert_eq!(rig.sent().len(), 1);
}

#[test]
fn a_request_that_breaks_offline_is_offline() {
    let mut rig = Rig::new();
    rig.on(Event::Configured(config("2")));
    rig.on(Event::Online(false));
    rig.answer(Err(ErrorKind::Unreachable.into()));
    assert_eq!(
        rig.loader.state().failure().unwrap().kind,
        ErrorKind::Offline
    );
}

#[test]
fn a_payload_handed_over_is_read_and_never_fetched() {
    let handed = |payload| licensing_card::loader::Config {
        source: Source::Handed {
            payload,
            at: Rig::new().at(),
        },
        ..config("2")
    };
    let mut rig = Rig::loaded();
    rig.wait(60);
    rig.on(Event::Configured(handed(1)));
    assert!(matches!(rig.effects[0], Effect::ReadPayload(_)));
    assert_eq!(*rig.loader.state(), State::Loading);
    rig.answer(Ok(usage(7)));
    assert_eq!(
        rig.loader.state().loaded().unwrap().fetched_at,
        Rig::new().at()
    );
    rig.on(Event::RefreshAsked);
    assert!(rig.sent().is_empty());
    rig.answer(Ok(usage(7)));
    // A payload that makes no sense leaves the one before on screen.
    rig.on(Event::Configured(handed(2)));
    rig.answer(Err(ErrorKind::InvalidResponse.into()));
    assert_eq!(rig.loader.state().as_str(), "stale");
    rig.on(Event::Configured(config("2")));
    assert_eq!((rig.sent().len(), rig.loader.state()), (1, &State::Loading));
}

#[test]
fn removal_ends_everything_and_a_return_starts_anew() {
    let mut rig = Rig::loaded();
    rig.on(Event::RefreshAsked);
    let late = rig.generation();
    rig.on(Event::Disconnected);
    assert!(rig.effects.contains(&Effect::Abort));
    assert_eq!(*rig.loader.state(), State::Idle);
    rig.on(Event::Answered(late, Ok(usage(9))));
    rig.on(Event::RefreshAsked);
    assert_eq!(*rig.loader.state(), State::Idle);
    rig.on(Event::Configured(config("2")));
    assert_eq!(rig.sent().len(), 1);
}

#[test]
fn an_error_says_what_the_server_asked_for() {
    let retry_at = Some(Rig::new().at().plus(Duration::from_mins(1)));
    let asked = Failure {
        retry_at,
        ..failure(429)
    };
    let mut rig = Rig::new();
    rig.on(Event::Configured(config("2")));
    rig.answer(Err(asked.clone()));
    assert_eq!(rig.announced(), [Announcement::Failed(asked)]);
}

#[test]
fn a_page_that_has_replaced_chance_changes_when_and_nothing_else() {
    for random in [
        f64::NAN,
        f64::NEG_INFINITY,
        -1.0,
        0.0,
        1.0,
        7.0,
        f64::INFINITY,
    ] {
        let mut rig = Rig::new();
        rig.random = random;
        rig.on(Event::Online(false));
        rig.on(Event::Configured(config("2")));
        rig.on(Event::Online(true));
        rig.wait(2);
        assert_eq!(rig.sent().len(), 1, "{random}");
    }
}

//! Loads: how one begins, how it ends, and how a change affects it.

use std::time::Duration;

use licensing_card::api::{
    Api, ConfigProblem, ErrorKind, Expected, Fetched, Resource, Tenant, Unsendable, read,
};
use licensing_card::loader::{Announcement, Effect, Event, Source, State, TokenSource};

use super::rig::{CARD, Rig, config, failure, payload, token, usage};

#[test]
fn the_first_config_sends_one_request() {
    let mut rig = Rig::new();
    rig.configure(config("2"));
    assert_eq!(rig.announced(), [Announcement::LoadStarted]);
    assert_eq!(
        rig.sent(),
        ["https://console.example/v2/tenants/2/licensing/cloudConnectUsage"]
    );
    assert_eq!(rig.state(), State::Loading);
    assert!(rig.is_busy());
}

#[test]
fn an_answer_is_shown_with_the_time_it_came() {
    let mut rig = Rig::loaded();
    assert_eq!(rig.state().as_str(), "ready");
    let loaded = rig.state().loaded().unwrap().clone();
    assert_eq!(
        (loaded.usage.clone(), loaded.fetched_at),
        (usage(1), rig.at())
    );
    rig.wait(60);
    assert_eq!(rig.state().loaded().unwrap().fetched_at, loaded.fetched_at);
}

#[test]
fn a_late_answer_is_dropped() {
    let mut rig = Rig::new();
    rig.configure(config("2"));
    let late = rig.ticket();
    rig.configure(config("3"));
    assert!(rig.aborts(late));
    rig.on(Event::Answered(late, Ok(usage(2).into())));
    assert_eq!(rig.state(), State::Loading);
    rig.answer(Ok(usage(3)));
    assert_eq!(rig.state().loaded().unwrap().usage, usage(3));
    rig.on(Event::Answered(late, Err(failure(500))));
    assert_eq!(rig.state().loaded().unwrap().usage, usage(3));
}

#[test]
fn another_company_never_shows_the_numbers_of_the_one_before() {
    let mut rig = Rig::loaded();
    rig.configure(config("3"));
    assert_eq!(rig.state(), State::Loading);
    rig.answer(Err(failure(404)));
    assert_eq!(rig.state().as_str(), "error");
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
            other(|config| config.token = TokenSource::Fixed(Ok(token("other")))),
            true,
        ),
        ("company", config("3"), true),
    ];
    for (name, config, asks) in cases {
        let mut rig = Rig::loaded();
        rig.configure(config);
        assert_eq!(!rig.sent().is_empty(), asks, "{name}");
    }
}

#[test]
fn a_failed_refresh_keeps_the_numbers_and_says_why() {
    let mut rig = Rig::loaded();
    let before = rig.state().loaded().unwrap().clone();
    rig.wait(3600);
    rig.refresh();
    assert_eq!(rig.state().as_str(), "ready");
    rig.answer(Err(failure(404)));
    let State::Stale { loaded, failure } = rig.state() else {
        panic!("not stale")
    };
    assert_eq!((loaded, failure.kind), (before, ErrorKind::NotFound));
    rig.refresh();
    assert_eq!(rig.state().as_str(), "stale");
    rig.answer(Ok(usage(5)));
    assert_eq!(rig.state().as_str(), "ready");
}

#[test]
fn a_refresh_under_way_is_not_begun_again() {
    let mut rig = Rig::loaded();
    rig.refresh();
    assert_eq!(rig.sent().len(), 1);
    rig.refresh();
    assert!(rig.sent().is_empty() && rig.announced().is_empty());
}

#[test]
fn what_cannot_be_sent_is_a_config_error_without_a_request() {
    let no_request = |problem| licensing_card::loader::Config {
        source: Source::Fetch(Err(problem)),
        ..config("2")
    };
    let no_token = licensing_card::loader::Config {
        token: TokenSource::Fixed(Err(Unsendable)),
        ..config("2")
    };
    for (config, problem) in [
        (no_request(ConfigProblem::NoTenant), ConfigProblem::NoTenant),
        (no_request(ConfigProblem::Endpoint), ConfigProblem::Endpoint),
        (no_token, ConfigProblem::Token),
    ] {
        let mut rig = Rig::new();
        rig.configure(config);
        assert_eq!(rig.announced(), [Announcement::Failed(problem.into())]);
        assert!(rig.sent().is_empty() && !rig.is_busy());
        assert_eq!(rig.state().as_str(), "error");
    }
}

#[test]
fn a_payload_handed_over_is_read_and_never_fetched() {
    let handed = |number| licensing_card::loader::Config {
        source: Source::Handed {
            payload: payload(number),
            expected: expected(Api::V2),
        },
        ..config("2")
    };
    let mut rig = Rig::loaded();
    rig.wait(60);
    rig.configure(handed(1));
    assert!(matches!(&rig.effects[0], Effect::ReadPayload(_, read, _) if *read == payload(1)));
    assert_eq!(rig.state(), State::Loading);
    rig.on(Event::PayloadRead(rig.ticket(), Ok(usage(7))));
    assert_eq!(rig.state().loaded().unwrap().fetched_at, Rig::new().at());
    rig.refresh();
    assert!(rig.sent().is_empty());
    rig.on(Event::PayloadRead(rig.ticket(), Ok(usage(7))));
    // A payload that makes no sense leaves the one before on screen.
    rig.configure(handed(2));
    let invalid = read(b"[{}]", &expected(Api::V2)).unwrap_err();
    let detail = invalid.to_string();
    rig.on(Event::PayloadRead(rig.ticket(), Err(invalid)));
    assert_eq!(rig.state().as_str(), "stale");
    assert_eq!(rig.state().failure().unwrap().detail, Some(detail));
    rig.configure(config("2"));
    assert_eq!((rig.sent().len(), rig.state()), (1, State::Loading));
}

#[test]
fn removal_ends_everything_and_a_return_starts_anew() {
    let mut rig = Rig::loaded();
    rig.refresh();
    let late = rig.ticket();
    rig.on(Event::Disconnected(CARD));
    assert!(rig.aborts(late));
    assert_eq!(rig.state(), State::Idle);
    rig.on(Event::Answered(late, Ok(usage(9).into())));
    rig.refresh();
    assert_eq!(rig.state(), State::Idle);
    rig.configure(config("2"));
    assert_eq!(rig.sent().len(), 1);
}

#[test]
fn a_payload_is_read_again_where_it_has_to_fit_something_else() {
    const ONE: &str = "11111111-aaaa-4aaa-8aaa-111111111111";
    const OTHER: &str = "22222222-aaaa-4aaa-8aaa-222222222222";
    let handed = |api, tenant: &str| licensing_card::loader::Config {
        source: Source::Handed {
            payload: payload(1),
            expected: Expected {
                tenant: Tenant::new(api, tenant).ok(),
                ..expected(api)
            },
        },
        ..config("2")
    };
    let mut rig = Rig::begun(handed(Api::V2, "2"));
    rig.on(Event::PayloadRead(rig.ticket(), Ok(usage(7))));
    let mut reads = |api, tenant| {
        rig.configure(handed(api, tenant));
        let reads = !rig.effects.is_empty();
        if reads {
            rig.on(Event::PayloadRead(rig.ticket(), Ok(usage(7))));
        }
        reads
    };
    // Version 2 does not say whose numbers they are.
    assert!(!reads(Api::V2, "3"));
    assert!(reads(Api::V3, ONE));
    assert!(!reads(Api::V3, ONE));
    assert!(reads(Api::V3, OTHER));
    assert!(reads(Api::V2, "3"));
}

#[test]
fn the_age_of_a_response_is_taken_off_its_time() {
    let mut rig = Rig::begun(config("2"));
    let age = Duration::from_secs(7_200);
    let usage = usage(1);
    rig.on(Event::Answered(rig.ticket(), Ok(Fetched { usage, age })));
    let at = rig.state().loaded().unwrap().fetched_at;
    assert_eq!(at, rig.at().minus(age));
}

fn expected(api: Api) -> Expected {
    Expected {
        api,
        resource: Resource::default(),
        tenant: None,
        is_fetched: false,
    }
}

//! Cards of one page share equal requests, retries and tokens.

use std::rc::Rc;
use std::time::Duration;

use licensing_card::api::{ErrorKind, Request};
use licensing_card::loader::{
    Announcement, CardId, Config, Event, Source, TokenProblem, TokenProvider, TokenReason,
    TokenSource,
};

use super::rig::{CARD, OTHER, Rig, config, failure, provided, token, usage};

fn request(change: impl Fn(&mut Request)) -> Config {
    let mut config = config("2");
    if let Source::Fetch(Ok(request)) = &mut config.source {
        change(request);
    }
    config
}

/// Two cards that load.
fn two(one: Config, other: Config) -> (Rig, usize) {
    let mut rig = Rig::begun(one);
    let mut sent = rig.sent().len();
    rig.on(Event::Configured(OTHER, other));
    sent += rig.sent().len();
    (rig, sent)
}

#[test]
fn the_same_request_with_the_same_token_is_made_once() {
    let with = |name| Config {
        token: TokenSource::Fixed(Ok(token(name))),
        ..config("2")
    };
    let cases = [
        ("nothing differs", config("2"), config("2"), 1),
        ("the same token", with("a"), with("a"), 1),
        (
            "another patience",
            config("2"),
            request(|request| request.timeout = Duration::from_secs(5)),
            1,
        ),
        ("another company", config("2"), config("3"), 2),
        ("another token", with("a"), with("b"), 2),
        ("no token", with("a"), config("2"), 2),
        (
            "other credentials",
            config("2"),
            request(|request| request.credentials = "omit".parse().unwrap()),
            2,
        ),
        (
            "another resource",
            config("2"),
            request(|request| request.resource = "backupServerUsage".parse().unwrap()),
            2,
        ),
    ];
    for (what, one, other, requests) in cases {
        assert_eq!(two(one, other).1, requests, "{what}");
    }
}

#[test]
fn one_answer_is_shown_by_all() {
    let (mut rig, _) = two(config("2"), config("2"));
    rig.answer(Ok(usage(1)));
    for card in [CARD, OTHER] {
        assert_eq!(rig.loader.state(card).loaded().unwrap().usage, usage(1));
        assert_eq!(rig.announced_of(card), [Announcement::Loaded]);
    }
}

#[test]
fn retries_are_shared_and_so_is_the_error() {
    let (mut rig, mut sent) = two(config("2"), config("2"));
    for _ in 0..10 {
        if rig.is_busy() {
            rig.answer(Err(failure(503)));
        }
        if !rig.is_busy() {
            break;
        }
        rig.wait(5);
        sent += rig.sent().len();
    }
    assert_eq!(sent, 4);
    for card in [CARD, OTHER] {
        let failed = [Announcement::Failed(failure(503))];
        assert_eq!(rig.announced_of(card), failed);
    }
}

#[test]
fn a_request_is_given_up_with_the_last_card_that_waits_for_it() {
    let (mut rig, _) = two(config("2"), config("2"));
    let shared = rig.ticket();
    rig.on(Event::Disconnected(CARD));
    assert!(!rig.aborts(shared));
    rig.on(Event::Configured(OTHER, config("3")));
    assert!(rig.aborts(shared));
}

#[test]
fn a_card_that_comes_later_asks_for_itself() {
    let mut rig = Rig::loaded();
    rig.on(Event::Configured(OTHER, config("2")));
    assert_eq!(rig.sent().len(), 1);
}

#[test]
fn a_provider_is_asked_once_for_all_its_cards() {
    let mut rig = Rig::begun(provided("2"));
    let ticket = rig.ticket();
    for (id, tenant) in [(2, "3"), (3, "4"), (4, "2")] {
        rig.on(Event::Configured(CardId(id), provided(tenant)));
        assert!(rig.token_requests().is_empty());
    }
    rig.on(Event::TokenGiven(ticket, Ok(token("t"))));
    assert_eq!(rig.sent().len(), 3, "one for each company");
    // And not again for one that comes later.
    rig.on(Event::Configured(CardId(5), provided("5")));
    assert_eq!((rig.token_requests().len(), rig.sent().len()), (0, 1));
}

#[test]
fn an_expired_token_is_replaced_once_for_all() {
    let mut rig = Rig::begun(provided("2"));
    rig.give(Ok(token("old")));
    let one = rig.ticket();
    rig.on(Event::Configured(OTHER, provided("3")));
    let other = rig.ticket();

    rig.on(Event::Answered(one, Err(failure(401))));
    assert_eq!(rig.token_requests(), [TokenReason::Expired]);
    let ticket = rig.ticket();
    rig.on(Event::Answered(other, Err(failure(401))));
    assert!(rig.token_requests().is_empty());
    rig.on(Event::TokenGiven(ticket, Ok(token("new"))));
    assert_eq!(rig.sent().len(), 2);
}

#[test]
fn a_refusal_of_the_token_before_is_replayed_with_the_one_that_is_there() {
    let mut rig = Rig::begun(provided("2"));
    rig.give(Ok(token("old")));
    let one = rig.ticket();
    rig.on(Event::Configured(OTHER, provided("3")));
    let other = rig.ticket();
    rig.on(Event::Answered(one, Err(failure(401))));
    rig.give(Ok(token("new")));
    rig.answer(Ok(usage(1)));
    rig.on(Event::Answered(other, Err(failure(401))));
    assert_eq!((rig.token_requests().len(), rig.sent().len()), (0, 1));
}

#[test]
fn a_provider_that_is_no_help_is_no_help_to_all() {
    for problem in [TokenProblem::Refused, TokenProblem::Unsendable] {
        let mut rig = Rig::begun(provided("2"));
        rig.on(Event::Configured(OTHER, provided("3")));
        rig.give(Err(problem));
        for card in [CARD, OTHER] {
            assert_eq!(rig.loader.state(card).as_str(), "error");
        }
    }
    let mut rig = Rig::begun(provided("2"));
    rig.on(Event::Configured(OTHER, provided("3")));
    rig.wait(10);
    for card in [CARD, OTHER] {
        let state = rig.loader.state(card);
        assert_eq!(state.failure().unwrap().kind, ErrorKind::Unauthorized);
    }
}

#[test]
fn a_function_of_the_page_is_let_go_of_with_its_last_card() {
    let within = Rc::new(());
    let held = Rc::downgrade(&within);
    let function = TokenProvider::new(move |_| {
        let _ = &within;
        std::future::pending()
    });
    let mut rig = Rig::begun(Config {
        token: TokenSource::Provider(function),
        ..config("2")
    });
    rig.give(Ok(token("t")));
    rig.on(Event::Disconnected(OTHER));
    assert_eq!(held.strong_count(), 1);
    rig.on(Event::Disconnected(CARD));
    assert_eq!(held.strong_count(), 0);
}

#[test]
fn a_provider_whose_cards_are_gone_is_forgotten() {
    let mut rig = Rig::begun(provided("2"));
    rig.give(Ok(token("t")));
    rig.on(Event::Disconnected(CARD));
    rig.on(Event::Configured(OTHER, provided("2")));
    assert_eq!(rig.token_requests(), [TokenReason::Initial]);
}

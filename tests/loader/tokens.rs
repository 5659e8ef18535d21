//! Tokens: how a provider is called, and how a refusal ends.

use licensing_card::api::{ConfigProblem, ErrorKind};
use licensing_card::loader::{Announcement, Event, TokenProblem, TokenReason};

use super::rig::{Rig, config, failure, provided, provider, token, usage};

#[test]
fn another_provider_is_asked_only_where_the_last_one_was_no_help() {
    let provider = |number| licensing_card::loader::Config {
        token: provider(number),
        ..config("2")
    };
    let mut rig = Rig::new();
    rig.configure(provider(1));
    rig.give(Ok(token("t")));
    rig.answer(Ok(usage(1)));
    rig.configure(provider(2));
    assert!(rig.sent().is_empty() && rig.token_requests().is_empty());

    rig.refresh();
    rig.give(Err(TokenProblem::Refused));
    assert_eq!(rig.state().as_str(), "stale");
    rig.configure(provider(3));
    assert_eq!(rig.token_requests(), [TokenReason::Initial]);
}

#[test]
fn a_provider_is_asked_first_and_once_more_after_a_401() {
    let mut rig = Rig::new();
    rig.configure(provided("2"));
    assert_eq!(
        (rig.token_requests(), rig.sent().len()),
        (vec![TokenReason::Initial], 0)
    );
    rig.give(Ok(token("old")));
    rig.answer(Err(failure(401)));
    assert_eq!(
        (rig.token_requests(), rig.announced().len()),
        (vec![TokenReason::Expired], 0)
    );
    rig.give(Ok(token("new")));
    assert_eq!(rig.sent().len(), 1);
    rig.answer(Ok(usage(1)));
    assert_eq!(rig.state().as_str(), "ready");
    // The token is kept for the next request.
    rig.refresh();
    assert_eq!((rig.token_requests().len(), rig.sent().len()), (0, 1));
}

#[test]
fn a_second_401_is_final_until_someone_asks_again() {
    let mut rig = Rig::new();
    rig.configure(provided("2"));
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
    rig.refresh();
    assert_eq!(rig.token_requests(), [TokenReason::Expired]);
}

#[test]
fn a_fixed_token_is_not_replayed() {
    let mut rig = Rig::new();
    rig.configure(config("2"));
    rig.answer(Err(failure(401)));
    assert_eq!(rig.announced().len(), 2);
    assert!(rig.token_requests().is_empty() && rig.sent().is_empty());
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
        rig.configure(provided("2"));
        rig.give(Err(problem));
        assert_eq!(rig.state().failure().unwrap().kind, kind);
    }
    let mut rig = Rig::new();
    rig.configure(provided("2"));
    let late = rig.ticket();
    rig.wait(10);
    assert_eq!(rig.state().failure().unwrap().kind, ErrorKind::Unauthorized);
    rig.on(Event::TokenGiven(late, Ok(token("late"))));
    assert!(rig.sent().is_empty());
}

#[test]
fn a_provider_that_is_replaced_under_way_is_followed_by_its_successor() {
    let successor = || licensing_card::loader::Config {
        token: provider(2),
        ..provided("2")
    };
    let began = [Announcement::LoadStarted];
    // While it is called, …
    let mut rig = Rig::begun(provided("2"));
    rig.configure(successor());
    assert!(rig.token_requests().is_empty());
    rig.give(Err(TokenProblem::Refused));
    assert_eq!(rig.token_requests(), [TokenReason::Initial]);
    assert_eq!(rig.announced(), began);
    rig.give(Ok(token("t")));
    rig.answer(Ok(usage(1)));
    assert_eq!(rig.state().as_str(), "ready");

    // … while it takes too long, …
    let mut rig = Rig::begun(provided("2"));
    rig.configure(successor());
    rig.wait(10);
    assert_eq!(rig.token_requests(), [TokenReason::Initial]);

    // … and while its last token is refused.
    let mut rig = Rig::begun(provided("2"));
    rig.give(Ok(token("old")));
    rig.configure(successor());
    rig.answer(Err(failure(401)));
    rig.give(Err(TokenProblem::Refused));
    assert_eq!(rig.token_requests(), [TokenReason::Initial]);
    assert_eq!(rig.announced(), began);
}

#[test]
fn the_successor_of_a_provider_waits_where_there_were_too_many_requests() {
    let mut rig = Rig::begun(config("2"));
    for _ in 0..4 {
        rig.refresh();
        rig.answer(Err(failure(404)));
    }
    rig.configure(provided("2"));
    rig.configure(licensing_card::loader::Config {
        token: provider(2),
        ..provided("2")
    });
    rig.give(Err(TokenProblem::Refused));
    assert_eq!(rig.state().as_str(), "error");
    assert!(rig.token_requests().is_empty());
    rig.wait(60);
    assert_eq!(rig.token_requests(), [TokenReason::Initial]);
}

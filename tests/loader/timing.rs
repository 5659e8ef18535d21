//! Automatic loads, and when they come.

use licensing_card::api::{ErrorKind, Failure};
use licensing_card::loader::{Announcement, Config, Event, State};

use super::rig::{CARD, Rig, config, every_minute, failure, provided, token, usage};

#[test]
fn a_refresh_comes_by_itself_while_the_page_is_seen() {
    let mut rig = Rig::begun(every_minute(config("2")));
    rig.answer(Ok(usage(1)));
    rig.wait(65);
    assert!(rig.sent().is_empty());
    rig.wait(1);
    assert_eq!(rig.sent().len(), 1);
    rig.answer(Err(failure(404)));
    rig.on(Event::Visible(false));
    rig.wait(600);
    assert!(rig.sent().is_empty());
    rig.on(Event::Visible(true));
    assert!(rig.sent().is_empty(), "all cards at once");
    rig.wait(2);
    assert_eq!(rig.sent().len(), 1);
}

#[test]
fn refreshes_vary_by_ten_per_cent() {
    for (random, seconds) in [(0.0, 60), (0.5, 63), (0.999, 66)] {
        let mut rig = Rig::begun(every_minute(config("2")));
        rig.random = random;
        rig.answer(Ok(usage(1)));
        rig.wait(seconds - 1);
        assert!(rig.sent().is_empty(), "{random}");
        rig.wait(1);
        assert_eq!(rig.sent().len(), 1, "{random}");
    }
}

#[test]
fn the_time_of_an_attempt_counts_from_its_head_start() {
    let mut rig = Rig::new();
    rig.wait(4);
    rig.configure(Config {
        began: Some(Rig::new().at()),
        ..config("2")
    });
    assert_eq!(rig.rest().unwrap().as_secs(), 6);
    rig.wait(6);
    assert!(rig.aborts(rig.ticket()));
    // Not that of the next one.
    rig.wait(1);
    assert_eq!((rig.sent().len(), rig.rest().unwrap().as_secs()), (1, 9));
}

#[test]
fn being_offline_is_said_at_once_and_mended_on_return() {
    let mut rig = Rig::new();
    rig.on(Event::Online(false));
    rig.configure(config("2"));
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
    rig.configure(config("2"));
    rig.on(Event::Online(false));
    rig.answer(Err(ErrorKind::Unreachable.into()));
    assert_eq!(rig.state().failure().unwrap().kind, ErrorKind::Offline);
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
        rig.configure(config("2"));
        rig.on(Event::Online(true));
        rig.wait(2);
        assert_eq!(rig.sent().len(), 1, "{random}");
    }
}

#[test]
fn a_hidden_page_is_not_tried_again_until_it_is_seen() {
    let mut rig = Rig::begun(config("2"));
    rig.on(Event::Visible(false));
    rig.answer(Err(failure(503)));
    rig.wait(3600);
    assert!(rig.sent().is_empty() && rig.announced().is_empty());
    rig.on(Event::Visible(true));
    assert!(rig.sent().is_empty(), "all pages at once");
    rig.wait(2);
    assert_eq!(rig.sent().len(), 1);
    rig.answer(Ok(usage(1)));
    assert_eq!(rig.state().as_str(), "ready");
}

#[test]
fn a_page_that_is_seen_again_early_waits_no_longer_than_it_would_have() {
    let mut rig = Rig::begun(config("2"));
    rig.answer(Err(failure(503)));
    let rest = rig.rest();
    rig.on(Event::Visible(false));
    rig.on(Event::Visible(true));
    assert_eq!(rig.rest(), rest);
}

#[test]
fn whoever_waits_to_try_again_hears_that_the_network_is_gone() {
    let mut rig = Rig::begun(config("2"));
    rig.answer(Err(failure(503)));
    rig.on(Event::Online(false));
    assert_eq!(
        rig.announced(),
        [Announcement::Failed(ErrorKind::Offline.into())]
    );
    rig.on(Event::Online(true));
    rig.wait(2);
    assert_eq!(rig.sent().len(), 1);
}

#[test]
fn without_a_network_nothing_is_tried_again() {
    for failure in [Failure::new(ErrorKind::Timeout), failure(503)] {
        let mut rig = Rig::begun(config("2"));
        rig.on(Event::Online(false));
        rig.answer(Err(failure));
        assert_eq!(rig.state(), State::Failed(ErrorKind::Offline.into()));
        assert_eq!(rig.rest(), None);
    }
}

#[test]
fn a_token_that_comes_while_offline_is_not_sent() {
    let mut rig = Rig::begun(provided("2"));
    rig.on(Event::Online(false));
    rig.give(Ok(token("t")));
    assert!(rig.sent().is_empty());
    assert_eq!(rig.state(), State::Failed(ErrorKind::Offline.into()));
}

#[test]
fn a_clock_that_is_set_back_delays_nothing() {
    // An attempt, a retry and a refresh.
    let mut attempt = Rig::begun(config("2"));
    attempt.set_back(86_400);
    attempt.on(Event::Woken);
    attempt.wait(10);
    assert!(attempt.sent().len() + usize::from(attempt.is_busy()) > 0);
    assert!(attempt.rest().unwrap().as_secs() < 10);

    let mut retry = Rig::begun(config("2"));
    retry.answer(Err(failure(503)));
    retry.set_back(86_400);
    retry.on(Event::Woken);
    retry.wait(1);
    assert_eq!(retry.sent().len(), 1);

    let mut refresh = Rig::begun(every_minute(config("2")));
    refresh.answer(Ok(usage(1)));
    refresh.set_back(86_400);
    refresh.on(Event::Woken);
    refresh.wait(66);
    assert_eq!(refresh.sent().len(), 1);
}

#[test]
fn tabs_switched_again_and_again_do_not_ask_again_and_again() {
    let mut rig = Rig::begun(config("2"));
    let mut sent = 1;
    for _ in 0..20 {
        if rig.is_busy() {
            rig.answer(Err(ErrorKind::Unreachable.into()));
        }
        rig.on(Event::Visible(false));
        rig.on(Event::Visible(true));
        rig.wait(2);
        sent += rig.sent().len();
    }
    assert_eq!(sent, 4);
}

#[test]
fn the_card_is_gone_and_so_is_its_timer() {
    let mut rig = Rig::begun(every_minute(config("2")));
    rig.answer(Ok(usage(1)));
    rig.on(Event::Disconnected(CARD));
    assert_eq!(rig.rest(), None);
}

//! Retries: which failures, when, how often, and the state meanwhile.

use std::time::Duration;

use licensing_card::api::{ErrorKind, Failure};
use licensing_card::loader::{Announcement, Event, State};

use super::rig::{CARD, Rig, config, every_minute, failure, usage};

/// A failure with a `Retry-After` of so many seconds.
fn with_retry_after(rig: &Rig, status: u16, seconds: u64) -> Failure {
    Failure {
        retry_at: Some(rig.at().plus(Duration::from_secs(seconds))),
        ..failure(status)
    }
}

/// Answers with the failure until nothing more is sent; the number of requests.
fn exhaust(rig: &mut Rig, failure: &Failure) -> usize {
    let mut sent = 0;
    while rig.is_busy() {
        sent += 1;
        rig.answer(Err(failure.clone()));
        if rig.is_busy() {
            rig.wait(10);
        }
    }
    sent
}

#[test]
fn what_passes_by_itself_is_tried_four_times_and_nothing_else_is() {
    let cases = [
        (Failure::new(ErrorKind::Unreachable), 4),
        (Failure::new(ErrorKind::Unauthorized), 1),
        (Failure::new(ErrorKind::InvalidResponse), 1),
    ];
    let statuses = [
        (201, 1),
        (204, 1),
        (304, 1),
        (400, 1),
        (401, 1),
        (403, 1),
        (404, 1),
        (405, 1),
        (408, 4),
        (409, 1),
        (410, 1),
        (418, 1),
        (422, 1),
        (425, 4),
        (429, 4),
        (451, 1),
        (500, 4),
        (501, 1),
        (502, 4),
        (503, 4),
        (504, 4),
        (505, 1),
        (520, 4),
        (599, 1),
    ];
    let statuses = statuses.map(|(status, requests)| (failure(status), requests));
    for (failure, requests) in cases.into_iter().chain(statuses) {
        let mut rig = Rig::begun(config("2"));
        assert_eq!(exhaust(&mut rig, &failure), requests, "{failure:?}");
        assert_eq!(rig.state(), State::Failed(failure));
    }
}

#[test]
fn a_timeout_is_tried_again_too() {
    let mut rig = Rig::begun(config("2"));
    rig.wait(9);
    let first = rig.ticket();
    rig.wait(1);
    assert!(rig.aborts(first) && rig.announced().is_empty() && rig.is_busy());
    rig.wait(120);
    assert_eq!(rig.sent().len(), 3);
    assert_eq!(
        rig.announced(),
        [Announcement::Failed(ErrorKind::Timeout.into())]
    );
}

#[test]
fn the_delays_grow_and_are_drawn_in_full() {
    for random in [0.0, 0.25, 0.5, 0.999] {
        let mut rig = Rig::new();
        rig.random = random;
        rig.on(Event::Configured(CARD, config("2")));
        for whole in [1.0, 2.0, 4.0] {
            rig.answer(Err(failure(503)));
            let millis = rig.rest().unwrap().as_secs_f64() * 1000.0;
            assert!((millis - whole * 1000.0 * random).abs() <= 1.0, "{millis}");
            rig.wait(4);
        }
    }
}

#[test]
fn a_retry_that_succeeds_was_never_an_error() {
    let mut rig = Rig::begun(config("2"));
    rig.answer(Err(failure(503)));
    assert_eq!((rig.announced(), rig.state()), (vec![], State::Loading));
    rig.wait(1);
    assert_eq!((rig.sent().len(), rig.announced()), (1, vec![]));
    rig.answer(Ok(usage(1)));
    assert_eq!(rig.announced(), [Announcement::Loaded]);
}

#[test]
fn old_numbers_stay_while_a_refresh_is_tried_again() {
    let mut rig = Rig::loaded();
    rig.refresh();
    rig.answer(Err(failure(503)));
    assert_eq!((rig.state().as_str(), rig.is_busy()), ("ready", true));
    exhaust(&mut rig, &failure(503));
    assert_eq!((rig.state().as_str(), rig.is_busy()), ("stale", false));
}

#[test]
fn a_server_that_asks_for_a_little_time_gets_it_in_silence() {
    for seconds in [1, 5, 10] {
        let mut rig = Rig::begun(config("2"));
        rig.answer(Err(with_retry_after(&rig, 429, seconds)));
        assert!(rig.announced().is_empty());
        rig.wait_millis(seconds * 1000 - 1);
        assert!(rig.sent().is_empty(), "{seconds}");
        rig.wait(1);
        assert_eq!(rig.sent().len(), 1, "{seconds}");
    }
}

#[test]
fn a_server_that_asks_for_more_time_gets_it_with_the_error_shown() {
    for seconds in [11, 60, 120] {
        let mut rig = Rig::begun(config("2"));
        let failure = with_retry_after(&rig, 503, seconds);
        rig.answer(Err(failure.clone()));
        assert_eq!(rig.announced(), [Announcement::Failed(failure)]);
        assert!(!rig.is_busy());
        rig.wait_millis(seconds * 1000 - 1);
        assert!(rig.sent().is_empty(), "{seconds}");
        rig.wait(3);
        assert_eq!(
            (rig.sent().len(), rig.announced()),
            (1, vec![Announcement::LoadStarted]),
            "{seconds}"
        );
    }
}

#[test]
fn one_that_always_asks_for_time_is_asked_four_times() {
    let mut rig = Rig::begun(config("2"));
    let mut sent = 1;
    for _ in 0..10 {
        rig.answer(Err(with_retry_after(&rig, 503, 60)));
        rig.wait(100);
        sent += rig.sent().len();
    }
    assert_eq!(sent, 4);
}

#[test]
fn one_that_asks_for_too_much_is_left_to_people() {
    let mut rig = Rig::begun(config("2"));
    rig.answer(Err(with_retry_after(&rig, 503, 121)));
    assert_eq!((rig.is_busy(), rig.rest()), (false, None));
    rig.refresh();
    assert_eq!(rig.sent().len(), 1);
}

#[test]
fn a_refresh_is_not_sooner_than_the_server_asked() {
    let mut rig = Rig::begun(every_minute(config("2")));
    rig.answer(Err(with_retry_after(&rig, 503, 600)));
    rig.wait(599);
    assert!(rig.sent().is_empty());
    rig.wait(1);
    assert_eq!(rig.sent().len(), 1);
}

#[test]
fn an_outage_gets_four_requests_in_its_first_minute() {
    let mut rig = Rig::begun(licensing_card::loader::Config {
        refresh_interval: Duration::from_secs(30),
        ..config("2")
    });
    let mut sent = 1;
    for _ in 0..59 {
        if rig.is_busy() {
            rig.answer(Err(failure(503)));
        }
        rig.wait(1);
        sent += rig.sent().len();
    }
    assert_eq!(sent, 4);
    for _ in 0..10 {
        if rig.is_busy() {
            rig.answer(Err(failure(503)));
        }
        rig.wait(1);
        sent += rig.sent().len();
    }
    assert!(sent > 4, "it goes on afterwards");
}

#[test]
fn a_person_is_never_refused_but_gets_no_more_retries_than_there_are_left() {
    let mut rig = Rig::begun(config("2"));
    exhaust(&mut rig, &failure(503));
    rig.refresh();
    assert_eq!(rig.sent().len(), 1);
    rig.answer(Err(failure(503)));
    assert_eq!(rig.announced(), [Announcement::Failed(failure(503))]);
    rig.wait(60);
    rig.refresh();
    rig.answer(Err(failure(503)));
    assert!(rig.is_busy(), "a minute later there are retries again");
}

#[test]
fn refreshes_that_went_well_leave_the_retries_alone() {
    let mut rig = Rig::loaded();
    for _ in 0..5 {
        rig.refresh();
        rig.answer(Ok(usage(1)));
    }
    rig.refresh();
    assert_eq!(exhaust(&mut rig, &failure(503)), 4);
}

#[test]
fn a_retry_that_went_well_counts_whoever_asked_for_the_load() {
    let mut rig = Rig::begun(config("2"));
    rig.answer(Err(failure(503)));
    rig.wait(1);
    rig.answer(Ok(usage(1)));
    rig.refresh();
    // The first one and its retry are two of the four.
    assert_eq!(exhaust(&mut rig, &failure(503)), 2);
}

#[test]
fn asking_while_a_retry_is_awaited_makes_no_request() {
    let mut rig = Rig::begun(config("2"));
    rig.answer(Err(failure(503)));
    rig.refresh();
    assert!(rig.sent().is_empty());
}

#[test]
fn a_new_config_ends_the_retries_of_the_old_one() {
    let mut rig = Rig::begun(config("2"));
    rig.answer(Err(failure(503)));
    rig.configure(config("3"));
    assert_eq!(rig.sent().len(), 1);
    rig.answer(Ok(usage(3)));
    rig.wait(600);
    assert!(rig.sent().is_empty());
}

#[test]
fn removal_ends_the_retries() {
    let mut rig = Rig::begun(config("2"));
    rig.answer(Err(failure(503)));
    rig.on(Event::Disconnected(CARD));
    assert_eq!(rig.rest(), None);
    rig.wait(600);
    assert!(rig.effects.is_empty());
}

//! The policy of retries: which failures, how often, and when.

use std::rc::Rc;
use std::time::Duration;

use super::Now;
use crate::api::{Failure, Request};
use crate::instant::Instant;

/// Tries after the first one.
const MOST_RETRIES: u32 = 3;
/// Before the n-th retry at most 2ⁿ of these pass, counted from 0.
const FIRST_DELAY: Duration = Duration::from_secs(1);
/// And never more than this.
const LONGEST_DELAY: Duration = Duration::from_secs(30);
/// A server that asks for more time than this has the error shown meanwhile.
const LONGEST_SILENCE: Duration = Duration::from_secs(10);
/// With a longer one, the card does not retry by itself.
const LONGEST_WAIT: Duration = Duration::from_mins(2);
/// Cards that come back together, or were sent away together, spread their requests over this.
pub(super) const SPREAD: Duration = Duration::from_secs(2);

/// The most requests for one thing …
const MOST_REQUESTS: usize = 4;
/// … within this, but for those that a person or the page has made and that went well.
const WINDOW: Duration = Duration::from_mins(1);

/// The consequence of a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Another one at that time, without a report until then.
    Soon(Instant),
    /// Another one at that time, with the error shown meanwhile.
    Later(Instant),
    /// Nothing by itself.
    Never,
}

/// The consequence of a failure after so many retries; no request may go out before `free_at`.
pub(super) fn next_try(failure: &Failure, retries: u32, free_at: Instant, now: Now) -> Next {
    if retries >= MOST_RETRIES || !failure.is_transient() {
        return Next::Never;
    }
    let retry_at = failure.retry_at.unwrap_or_default();
    let wait = retry_at.since(now.at);
    if wait > LONGEST_WAIT {
        Next::Never
    } else if wait > LONGEST_SILENCE {
        Next::Later(retry_at.plus(part(SPREAD, now.random)).max(free_at))
    } else {
        let delay = (FIRST_DELAY * 2_u32.pow(retries)).min(LONGEST_DELAY);
        let at = now.at.plus(part(delay, now.random)).max(retry_at);
        if at < free_at {
            Next::Never
        } else {
            Next::Soon(at)
        }
    }
}

/// A part of a time, by a number from 0 to 1. A page may have replaced the source of the number;
/// anything else than one is none of it, or the whole.
pub(super) fn part(whole: Duration, random: f64) -> Duration {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates"
    )]
    let millis = (whole.as_secs_f64() * 1000.0 * random.clamp(0.0, 1.0)) as u64;
    Duration::from_millis(millis)
}

/// When requests went out lately.
#[derive(Debug)]
pub(super) struct Sent(Vec<(Rc<Request>, Instant)>);

impl Sent {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(super) fn note(&mut self, request: &Rc<Request>, at: Instant) {
        self.0.retain(|(_, sent)| sent.plus(WINDOW) > at);
        self.0.push((Rc::clone(request), at));
    }

    /// The last one for the same counts no longer.
    pub(super) fn forgive(&mut self, request: &Request) {
        let same = |(sent, _): &(Rc<Request>, Instant)| sent.same_subject(request);
        if let Some(at) = self.0.iter().rposition(same) {
            self.0.remove(at);
        }
    }

    pub(super) fn follow_clock(&mut self, back: Duration) {
        for (_, at) in &mut self.0 {
            *at = at.minus(back);
        }
    }

    /// From when on there may be another one by itself.
    pub(super) fn free_at(&self, request: &Request, now: Instant) -> Instant {
        let mut same = self
            .0
            .iter()
            .rev()
            .filter(|(sent, _)| sent.same_subject(request));
        let fourth = same.nth(MOST_REQUESTS - 1);
        fourth.map_or(now, |(_, at)| at.plus(WINDOW).max(now))
    }
}

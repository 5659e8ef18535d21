//! What the machine does by itself, and when: giving up, refreshing, coming back.

use std::time::Duration;

use super::super::{Effect, Now, Source};
use super::{Loader, Work};
use crate::api::{ErrorKind, Failure};
use crate::instant::Instant;

/// Cards that come back together spread their requests over this.
const RETURN_JITTER: Duration = Duration::from_secs(2);

impl Loader {
    pub(super) fn next_refresh(&self, ended_at: Instant) -> Option<Instant> {
        let config = self.config.as_ref()?;
        let repeats = matches!(config.source, Source::Fetch(Ok(_)));
        (repeats && !config.refresh_interval.is_zero())
            .then(|| ended_at.plus(config.refresh_interval))
    }

    pub(super) fn wake(&mut self, now: Now) {
        match self.work {
            Work::Token { deadline } if deadline <= now.at => {
                self.abandon();
                self.fail(ErrorKind::Unauthorized.into(), now);
            }
            Work::Answer { deadline } if deadline <= now.at => {
                self.abandon();
                self.fail(ErrorKind::Timeout.into(), now);
            }
            Work::None if self.is_awake() && self.due.is_some_and(|due| due <= now.at) => {
                self.begin(now);
            }
            _ => {}
        }
    }

    const fn is_awake(&self) -> bool {
        self.visible && self.online
    }

    /// The page is shown or the network back: what is due by now is done soon, but not by all
    /// cards at once.
    pub(super) fn come_back(&mut self, now: Now) {
        if !self.is_awake() || self.is_busy() {
            return;
        }
        let cut_off = matches!(
            self.state.failure(),
            Some(Failure {
                kind: ErrorKind::Offline | ErrorKind::Unreachable,
                ..
            })
        );
        if cut_off || self.due.is_some_and(|due| due <= now.at) {
            self.due = Some(now.at.plus(jitter(now.random)));
        }
    }

    /// Keeps the one timer at the earliest time that something is to happen by itself.
    pub(super) fn schedule(&mut self) {
        let wake_at = match self.work {
            Work::Token { deadline } | Work::Answer { deadline } => Some(deadline),
            Work::None if self.is_awake() => self.due,
            Work::None | Work::Payload => None,
        };
        if wake_at != self.wake_at {
            self.wake_at = wake_at;
            self.effects.push(Effect::WakeAt(wake_at));
        }
    }
}

/// A part of [`RETURN_JITTER`], by a number from 0 to 1. A page may have replaced the source of the
/// number; anything else than one is no wait, or the whole one.
fn jitter(random: f64) -> Duration {
    let whole = RETURN_JITTER.as_secs_f64() * 1000.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates"
    )]
    let millis = (whole * random.clamp(0.0, 1.0)) as u64;
    Duration::from_millis(millis)
}

//! The machine's own timing: giving up, retrying, refreshing, coming back.

use super::card::{Card, Due};
use super::fetch::Step;
use super::retry::{SPREAD, part};
use super::{By, Effect, Fetch, Loader, Now, Source};
use crate::api::{ErrorKind, Failure};
use crate::instant::Instant;

impl Loader {
    /// Does whatever is due by now.
    pub(super) fn wake(&mut self, now: Now) {
        self.give_up_on_providers(now);
        let late = |fetch: &Fetch| matches!(fetch.step, Step::Answer { deadline, .. } if deadline <= now.at);
        while let Some(fetch) = self.take_fetch(&late) {
            if let Step::Answer { ticket, .. } = fetch.step {
                self.effects.push(Effect::Abort(ticket));
            }
            self.take_failure(fetch, ErrorKind::Timeout.into(), now);
        }
        if !self.is_awake() {
            return;
        }
        let rested =
            |fetch: &Fetch| matches!(fetch.step, Step::Pause { until, .. } if until <= now.at);
        while let Some(fetch) = self.take_fetch(&rested) {
            match &fetch.step {
                // Another fetch of the same, with another token, has been sent meanwhile.
                Step::Pause { after, .. } if self.sent.free_at(&fetch.request, now.at) > now.at => {
                    let failure = after.clone();
                    self.end(fetch, &failure, None, now);
                }
                _ => self.go_on(fetch, now),
            }
        }
        let is_due = |card: &&Card| !card.is_busy() && card.due.is_some_and(|due| due.at <= now.at);
        let due: Vec<_> = self
            .cards
            .iter()
            .filter(is_due)
            .map(|card| card.id)
            .collect();
        for id in due {
            let Some(card) = self.cards.iter().find(|card| card.id == id) else {
                continue;
            };
            let (Source::Fetch(Ok(request)), Some(Due { retries, .. })) =
                (&card.config.source, card.due)
            else {
                continue;
            };
            let at = self.free_at(request, &card.config.token, now.at);
            if at <= now.at {
                self.begin(id, By::Itself { retries }, now);
            } else if let Some(card) = self.card(id) {
                card.due = Some(Due { at, retries });
            }
        }
    }

    const fn is_awake(&self) -> bool {
        self.visible && self.online
    }

    /// The page is shown or the network back: loads that are due start soon, but not by all
    /// pages at once.
    pub(super) fn come_back(&mut self, now: Now) {
        if !self.is_awake() {
            return;
        }
        let soon = now.at.plus(part(SPREAD, now.random));
        for fetch in &mut self.fetches {
            if let Step::Pause { until, .. } = &mut fetch.step
                && *until <= now.at
            {
                *until = soon;
            }
        }
        for card in &mut self.cards {
            let cut_off = matches!(
                card.state.failure(),
                Some(Failure {
                    kind: ErrorKind::Offline | ErrorKind::Unreachable,
                    ..
                })
            );
            let due = card.due.filter(|due| due.at <= now.at);
            if !card.is_busy() && (cut_off || due.is_some()) {
                let retries = due.map_or(0, |due| due.retries);
                card.due = Some(Due { at: soon, retries });
            }
        }
    }

    /// The network is gone: cards that wait for a retry show that instead.
    pub(super) fn cut_off(&mut self, now: Now) {
        while let Some(fetch) = self.take_fetch(&|fetch| matches!(fetch.step, Step::Pause { .. })) {
            self.end(fetch, &ErrorKind::Offline.into(), None, now);
        }
    }

    /// A clock that was set back takes all that is due with it; else a card would wait for hours.
    pub(super) fn follow_clock(&mut self, now: Instant) {
        let back = self.clock.since(now);
        self.clock = now;
        if back.is_zero() {
            return;
        }
        for call in self
            .providers
            .iter_mut()
            .filter_map(|one| one.call.as_mut())
        {
            call.deadline = call.deadline.minus(back);
        }
        for fetch in &mut self.fetches {
            match &mut fetch.step {
                Step::Answer { deadline: at, .. } | Step::Pause { until: at, .. } => {
                    *at = at.minus(back);
                }
                Step::Token => {}
            }
        }
        for due in self.cards.iter_mut().filter_map(|card| card.due.as_mut()) {
            due.at = due.at.minus(back);
        }
        self.sent.follow_clock(back);
    }

    /// Keeps the one timer at the earliest time that something is to happen by itself.
    pub(super) fn schedule(&mut self) {
        let awake = self.is_awake();
        let mut wake_at = None;
        let mut wake = |at: Instant| {
            wake_at = Some(wake_at.map_or(at, |earliest| at.min(earliest)));
        };
        for call in self.providers.iter().filter_map(|provider| provider.call) {
            wake(call.deadline);
        }
        for fetch in &self.fetches {
            match fetch.step {
                Step::Answer { deadline, .. } => wake(deadline),
                Step::Pause { until, .. } if awake => wake(until),
                Step::Pause { .. } | Step::Token => {}
            }
        }
        for card in self.cards.iter().filter(|card| awake && !card.is_busy()) {
            if let Some(due) = card.due {
                wake(due.at);
            }
        }
        if wake_at != self.wake_at {
            self.wake_at = wake_at;
            self.effects.push(Effect::WakeAt(wake_at));
        }
    }
}

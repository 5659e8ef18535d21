//! The notice: that something is wrong, empty or old, and the next step.

use yew::prelude::*;

use super::{View, message};
use crate::api::Failure;
use crate::instant::Instant;
use crate::loader::State;
use crate::locale::fill;

impl View<'_> {
    pub(super) fn notice(&self) -> Html {
        let messages = self.locale.messages;
        match self.state {
            State::Ready(loaded) if loaded.usage.is_empty() => html! {
                <div class="notice" part="notice" role="status" data-kind="empty">
                    <p class="lead">{ messages.empty() }</p>
                    <p>{ messages.empty_detail() }</p>
                </div>
            },
            State::Idle | State::Loading | State::Ready(_) => Html::default(),
            State::Stale { .. } | State::Failed(_) if self.notice_withheld => Html::default(),
            State::Stale { loaded, failure } => html! {
                <div
                    class="notice warning"
                    part="notice"
                    role="status"
                    data-kind="stale"
                    data-cause={failure.kind.as_str()}
                    aria-atomic="false"
                >
                    // Announced once, and not again with each minute that passes.
                    <p class="lead" aria-live="off">{ self.age(loaded.fetched_at) }</p>
                    { self.explanation(failure) }
                    { self.retry(failure) }
                </div>
            },
            State::Failed(failure) => html! {
                <div
                    class="notice problem"
                    part="notice"
                    role="alert"
                    data-kind={failure.kind.as_str()}
                >
                    <p class="lead">{ messages.failed() }</p>
                    { self.explanation(failure) }
                </div>
            },
        }
    }

    fn age(&self, fetched_at: Instant) -> String {
        let ago = self.locale.ago(self.now.since(fetched_at));
        fill(
            &fill(self.locale.messages.stale(), &self.locale.date(fetched_at)),
            &ago,
        )
    }

    fn explanation(&self, failure: &Failure) -> Html {
        let messages = self.locale.messages;
        html! {
            <p>
                { message(failure, self.locale) }
                if let Some(retry_at) = failure.retry_at {
                    { " " }
                    { fill(messages.retry_at(), &self.locale.date(retry_at)) }
                }
                if let Some(words) = &failure.server_words {
                    { " " }
                    { fill(messages.server_says(), words) }
                }
            </p>
        }
    }

    /// The button to try again, where that can help.
    pub(super) fn retry(&self, failure: &Failure) -> Html {
        if !failure.retryable() {
            return Html::default();
        }
        html! {
            <button type="button" part="retry-button" class="button">
                { self.locale.messages.retry() }
            </button>
        }
    }
}

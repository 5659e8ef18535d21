//! The foot: when the numbers were fetched, or the button to try again, and the card's tools.

use yew::prelude::*;

use super::{View, flag};
use crate::loader::State;
use crate::locale::{fill, split};

/// Outlines of 24 by 24, drawn with the text's colour.
const REFRESH: &str = "M20 11a8 8 0 1 0-.7 4.5M20 4v7h-7";
const COPY: &str = "M9 9h11v11H9zM15 5V4H4v11h1";
const EXPORT: &str = "M12 4v11m-5-5 5 5 5-5M5 20h14";
const PRINT: &str = "M7 8V4h10v4M7 17H4V9h16v8h-3M7 14h10v6H7z";

impl View<'_> {
    pub(super) fn foot(&self) -> Html {
        let messages = self.locale.messages;
        let refresh = if self.busy {
            messages.refreshing()
        } else {
            messages.refresh()
        };
        let loaded = self.state.loaded();
        let has_rows = loaded.is_some_and(|loaded| !loaded.usage.is_empty());
        let waits = matches!(self.state, State::Idle | State::Loading);
        html! {
            <footer class="foot">
                { self.updated() }
                { self.status() }
                <div class="tools">
                    { Self::tool("refresh-button", refresh, REFRESH, self.busy, self.busy) }
                    if has_rows || waits {
                        { Self::tool("copy-button", messages.copy(), COPY, waits, false) }
                        { Self::tool("export-button", messages.export(), EXPORT, waits, false) }
                        { Self::tool("print-button", messages.print(), PRINT, waits, false) }
                    }
                    { self.actions.clone() }
                </div>
            </footer>
        }
    }

    /// The time of the last successful fetch, or its placeholder.
    fn updated(&self) -> Html {
        let updated = self.locale.messages.updated();
        if let Some(loaded) = self.state.loaded() {
            let date = self.locale.date(loaded.fetched_at);
            // The date is marked up within its sentence.
            let (before, after) = split(updated);
            html! {
                <p part="updated">
                    { before }
                    <time datetime={loaded.fetched_at.to_string()}>{ date }</time>
                    { after }
                </p>
            }
        } else if let State::Failed(failure) = self.state {
            // Beside the tools, so that an error takes little room.
            if self.notice_withheld {
                return Html::default();
            }
            self.retry(failure)
        } else {
            // Holds the place of the sentence.
            let sentence = fill(updated, &self.locale.date(self.now));
            html! { <p class="unseen" aria-hidden="true">{ sentence }</p> }
        }
    }

    /// A button whose icon has its words in a tooltip.
    fn tool(
        part: &'static str,
        label: &'static str,
        icon: &'static str,
        disabled: bool,
        busy: bool,
    ) -> Html {
        html! {
            <button
                type="button"
                part={part}
                class="tool"
                data-busy={flag(busy)}
                title={label}
                // Not `disabled`, which would take the focus away.
                aria-disabled={disabled.then_some("true")}
            >
                <svg viewBox="0 0 24 24" aria-hidden="true"><path d={icon} /></svg>
            </button>
        }
    }
}

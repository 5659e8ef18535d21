//! What is told politely, once, to those who do not see the card change.

use yew::prelude::*;

use super::View;
use crate::loader::State;
use crate::locale::fill;

/// What is said of what a person has just done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    #[default]
    Nothing,
    /// The load that was asked for has brought these numbers.
    Updated,
    /// The table is on the clipboard.
    Copied,
    /// The browser does not let it be put there.
    NotCopied,
}

impl View<'_> {
    /// It is always there, since only what changes within it is read out.
    pub(super) fn status(&self) -> Html {
        let messages = self.locale.messages;
        let words = match (self.state, self.said) {
            (State::Idle | State::Loading, _) => messages.loading.to_owned(),
            (State::Ready(loaded), Said::Updated) => {
                fill(messages.updated, &self.locale.date(loaded.fetched_at))
            }
            (_, Said::Copied) => messages.copied.to_owned(),
            (_, Said::NotCopied) => messages.copy_failed.to_owned(),
            (_, Said::Nothing | Said::Updated) => String::new(),
        };
        // Of a load, all others see the numbers and their time.
        let seen = matches!(self.said, Said::Copied | Said::NotCopied);
        html! {
            <p class={if seen { "said" } else { "hidden" }} role="status">{ words }</p>
        }
    }
}

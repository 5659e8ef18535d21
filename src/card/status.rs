//! The status message: announced politely, once, to people who do not see the card change.

use yew::prelude::*;

use super::{View, flag};
use crate::loader::State;
use crate::locale::fill;

/// The result of a person's last action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Nothing.
    #[default]
    Nothing,
    /// The refresh has brought these numbers.
    Updated,
    /// The table is on the clipboard.
    Copied,
    /// The browser blocked copying.
    NotCopied,
    /// The frame of the page may block downloads.
    NotDownloaded,
}

impl View<'_> {
    /// Always there, since screen readers announce only changes within it.
    pub(super) fn status(&self) -> Html {
        let messages = self.locale.messages;
        let words = match (self.state, self.status) {
            (State::Idle | State::Loading, _) => messages.loading().to_owned(),
            (State::Ready(loaded), Status::Updated) => {
                fill(messages.updated(), &self.locale.date(loaded.fetched_at))
            }
            (_, Status::Copied) => messages.copied().to_owned(),
            (_, Status::NotCopied) => messages.copy_failed().to_owned(),
            (_, Status::NotDownloaded) => messages.no_download().to_owned(),
            (_, Status::Nothing | Status::Updated) => String::new(),
        };
        // A load is seen by its numbers and their time.
        let seen = !matches!(self.status, Status::Nothing | Status::Updated);
        html! {
            <p class="status" data-seen={flag(seen)} role="status">{ words }</p>
        }
    }
}

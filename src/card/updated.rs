//! When the numbers on screen were fetched: the last success, never now.

use yew::prelude::*;

use super::View;
use crate::locale::split;

impl View<'_> {
    pub(super) fn updated(&self) -> Html {
        let Some(loaded) = self.state.loaded() else {
            return Html::default();
        };
        let date = self.locale.date(loaded.fetched_at);
        // The date is marked up within its sentence.
        let (before, after) = split(self.locale.messages.updated);
        html! {
            <p part="updated" class="updated">
                { before }
                <time datetime={loaded.fetched_at.to_string()}>{ date }</time>
                { after }
            </p>
        }
    }
}

//! The outline of a card whose numbers are on their way.

use yew::prelude::*;

use super::{View, each};
use crate::usage::Measure;

/// Rows of a card of the usual four types, and their total.
const ROWS: usize = 5;

impl View<'_> {
    pub(super) fn skeleton(&self) -> Html {
        html! {
            <div class="skeleton">
                <p class="hidden" role="status">{ self.locale.messages.loading }</p>
                <div class="summary">
                    { each(&Measure::ALL, &|_| html! { <div class="figure bone" /> }) }
                </div>
                { each(&[(); ROWS], &|()| html! { <div class="bone" /> }) }
            </div>
        }
    }
}

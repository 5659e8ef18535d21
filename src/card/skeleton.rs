//! The outline of a card whose numbers are on their way.

use yew::prelude::*;

use super::{View, each};
use crate::usage::Measure;

impl View<'_> {
    /// The words are there already; where numbers will be, there is room for them.
    pub(super) fn skeleton(&self) -> Html {
        html! {
            // Its own, for what becomes something else would be seen to move.
            <div key="skeleton" class="skeleton" aria-hidden="true" aria-busy="true">
                <div class="summary">
                    { each(&Measure::ALL, &|measure| {
                        let term = self.term(*measure);
                        html! {
                            <div class="figure" data-measure={measure.as_str()}>
                                <p class="name">{ term.name }</p>
                                <p class="bone amount"><b>{ "\u{a0}" }</b></p>
                                <p class="meaning">{ term.meaning }</p>
                            </div>
                        }
                    }) }
                </div>
                <div class="bone" />
                <div class="bone tables" />
            </div>
        }
    }
}

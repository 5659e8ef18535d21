//! The meaning of the four measures, for people who open it.

use yew::prelude::*;

use super::sheet::Sheet;
use super::{View, each};
use crate::usage::Measure;

impl View<'_> {
    pub(super) fn meaning(&self, sheet: &Sheet<'_>) -> Html {
        html! {
            <details part={sheet.mark("meaning")} class="meaning">
                <summary>{ self.locale.messages.meaning() }</summary>
                <dl>
                    { each(&Measure::ALL, &|measure| {
                        let term = self.term(*measure);
                        html! {
                            <>
                                <dt>{ term.name }</dt>
                                <dd>{ term.meaning }</dd>
                            </>
                        }
                    }) }
                </dl>
            </details>
        }
    }
}

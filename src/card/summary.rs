//! The summary: what uses the license, what does not and why, and what is protected in all.

use yew::prelude::*;

use super::{View, each};
use crate::usage::{Measure, Usage};

impl View<'_> {
    pub(super) fn summary(&self, usage: &Usage) -> Html {
        html! {
            <dl part="summary" class="summary">
                { each(&Measure::ALL, &|measure| self.figure(usage, *measure)) }
            </dl>
        }
    }

    fn figure(&self, usage: &Usage, measure: Measure) -> Html {
        let amount = usage.totals().get(measure);
        let term = self.term(measure);
        let exact = self.exactly(amount.instances);
        html! {
            <div class="figure" data-measure={measure.as_str()}>
                <dt class="name">{ term.name }</dt>
                <dd class="amount" title={exact.clone()} aria-label={exact}>
                    <b>{ self.locale.amount(amount.instances) }</b>
                    { " " }
                    <span class="unit">{ self.unit(usage.unit()) }</span>
                </dd>
                { " " }
                <dd class="count">{ self.locale.machines(amount.count) }</dd>
                <dd class="meaning">{ term.meaning }</dd>
            </div>
        }
    }
}

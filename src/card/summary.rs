//! The summary: what uses the license, what does not and why, and what is protected in all.

use yew::prelude::*;

use super::sheet::Sheet;
use super::{View, each};
use crate::locale::split;
use crate::usage::Measure;

impl View<'_> {
    pub(super) fn summary(&self, sheet: &Sheet<'_>) -> Html {
        html! {
            <>
                <dl part="summary" class="summary">
                    { each(&Measure::ALL, &|measure| self.figure(sheet, *measure)) }
                </dl>
                { self.what_is_counted(sheet) }
            </>
        }
    }

    fn figure(&self, sheet: &Sheet<'_>, measure: Measure) -> Html {
        let amount = sheet.usage.totals().get(measure);
        let term = self.term(measure);
        let exact = self
            .exactly_counted(sheet, amount.instances)
            .map(AttrValue::from);
        let shown = sheet.shown(amount.instances);
        let counted = self.counted(sheet.unit(), shown);
        let (before, after) = split(&counted);
        html! {
            <div class="figure" data-measure={measure.as_str()}>
                <dt class="name">{ term.name }</dt>
                <dd class="amount" aria-label={exact.clone()}>
                    { before.to_owned() }
                    <b>{ self.locale.amount(shown) }</b>
                    <span class="unit">{ after.to_owned() }</span>
                </dd>
                { " " }
                <dd class="count">{ self.locale.machines(amount.count) }</dd>
                // For those who see it, and cannot point at it; others have heard it above.
                if let Some(exact) = exact {
                    <dd class="exactly" aria-hidden="true">{ exact }</dd>
                }
                <dd class="meaning">{ term.meaning }</dd>
                if measure == Measure::Used {
                    { self.limit(sheet) }
                }
            </div>
        }
    }

    /// What the unit is, said once below all that is counted in it.
    fn what_is_counted(&self, sheet: &Sheet<'_>) -> Html {
        html! {
            <p class="aside">
                <b>{ self.unit(sheet.unit()) }</b>
                { ": " }
                { self.locale.messages.instances.meaning }
                { " " }
                <b>{ self.locale.messages.weight.name }</b>
                { ": " }
                { self.locale.messages.weight.meaning }
            </p>
        }
    }
}

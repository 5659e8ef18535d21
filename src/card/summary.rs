//! The summary: how much is in use, and how that compares with the limit.

use yew::prelude::*;

use super::sheet::Sheet;
use super::{View, flag};
use crate::locale::fill;
use crate::usage::Measure;

/// Longer amounts are written smaller.
const LONG: usize = 9;

impl View<'_> {
    pub(super) fn summary(&self, sheet: &Sheet<'_>) -> Html {
        let used = sheet.usage.totals().get(Measure::Used);
        let shown = used.instances.rounded();
        let exact = self
            .exactly_counted(sheet, used.instances)
            .map(AttrValue::from);
        let amount = self.amount(sheet, used.instances);
        let unit = fill(&self.counted(sheet.unit(), shown), "");
        html! {
            <div part={sheet.mark("summary")} class="summary">
                <p class="name">{ self.locale.messages.used().name }</p>
                <p class="amount" translate="no" title={exact.clone()}>
                    <b data-long={flag(amount.chars().count() > LONG)}>{ amount }</b>
                    { unit }
                    // A tooltip is not for everybody.
                    if let Some(exact) = exact {
                        <span class="hidden">{ " (" }{ exact }{ ")" }</span>
                    }
                </p>
                <p class="count" translate="no">{ self.machines(sheet, used.count) }</p>
                { self.limit(sheet) }
            </div>
        }
    }
}

//! The limit: what is in use, held against the allowance.

use yew::prelude::*;

use super::View;
use crate::locale::fill;
use crate::usage::{Instances, Measure, Usage};

impl View<'_> {
    pub(super) fn limit(&self, usage: &Usage) -> Html {
        let Some(limit) = self.appearance.limit else {
            return Html::default();
        };
        let messages = self.locale.messages;
        let used = usage.totals().get(Measure::Used).instances;
        let (state, words) = if used > limit {
            ("over", messages.over_limit)
        } else if used.times(5) >= limit.times(4) {
            ("near", messages.near_limit)
        } else {
            ("within", messages.within_limit)
        };
        let told = |amount: &dyn Fn(Instances) -> String| {
            let mut words = fill(&fill(words, &amount(used)), &amount(limit));
            words.push(' ');
            words.push_str(self.unit(usage.unit()));
            AttrValue::from(words)
        };
        let words = told(&|amount| self.locale.amount(amount));
        let exact = told(&|amount| self.exact(amount));
        let hides = (exact != words).then(|| exact.clone());
        html! {
            <div class="limit" data-level={state}>
                <meter
                    part="meter"
                    min="0"
                    max={limit.to_string()}
                    value={used.min(limit).to_string()}
                    aria-label={messages.limit}
                    aria-valuetext={exact}
                    title={hides.clone()}
                >
                    { words.clone() }
                </meter>
                <p class="words" title={hides}>{ words }</p>
            </div>
        }
    }
}

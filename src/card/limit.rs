//! The limit: what is in use, held against the allowance.

use yew::prelude::*;

use super::View;
use crate::locale::fill;
use crate::usage::{Measure, Usage};

impl View<'_> {
    pub(super) fn limit(&self, usage: &Usage) -> Html {
        let Some(limit) = self.appearance.limit else {
            return Html::default();
        };
        let messages = self.locale.messages;
        let used = usage.totals().get(Measure::Used).instances;
        let (state, words) = if used > limit {
            ("over", messages.over_limit)
        } else if used.to_f64() * 10.0 >= limit.to_f64() * 8.0 {
            ("near", messages.near_limit)
        } else {
            ("within", messages.within_limit)
        };
        let mut words = fill(
            &fill(words, &self.locale.amount(used)),
            &self.locale.amount(limit),
        );
        words.push(' ');
        words.push_str(self.unit(usage.unit()));
        let words = AttrValue::from(words);
        html! {
            <div class="limit" data-level={state}>
                <meter
                    part="meter"
                    min="0"
                    max={limit.to_string()}
                    value={used.min(limit).to_string()}
                    aria-label={messages.limit}
                    aria-valuetext={words.clone()}
                >
                    { words.clone() }
                </meter>
                <p class="words">{ words }</p>
            </div>
        }
    }
}

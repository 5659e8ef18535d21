//! The limit: what is in use, held against the allowance.

use yew::prelude::*;

use super::View;
use super::sheet::Sheet;
use crate::locale::fill;
use crate::usage::{Instances, Measure};

/// Where a share has more than three digits before its decimal, it tells nobody anything.
const MOST_TOLD: u32 = 10_000;

impl View<'_> {
    pub(super) fn limit(&self, sheet: &Sheet<'_>) -> Html {
        let Some(limit) = self.appearance.limit else {
            return Html::default();
        };
        let messages = self.locale.messages;
        let used = sheet.usage.totals().get(Measure::Used).instances;
        let (state, words) = if used > limit {
            ("over", messages.over_limit)
        } else if used.times(5) >= limit.times(4) {
            ("near", messages.near_limit)
        } else {
            ("within", messages.within_limit)
        };
        let told = |used: Instances, limit: Instances| {
            let counted = self.counted(sheet.unit(), limit);
            let of = fill(&counted, &self.locale.amount(limit));
            AttrValue::from(fill(&fill(words, &self.locale.amount(used)), &of))
        };
        let exact = told(used, limit);
        let (rounded, of) = (sheet.shown(used), limit.rounded());
        // Rounding must not make over, or nearly all, look like all.
        let words = if rounded.cmp(&of) == used.cmp(&limit) {
            told(rounded, of)
        } else {
            exact.clone()
        };
        html! {
            <dd class="limit" data-level={state}>
                <meter
                    part="meter"
                    min="0"
                    max={limit.to_string()}
                    value={used.min(limit).to_string()}
                    aria-label={messages.limit}
                    aria-valuetext={&exact}
                    title={(exact != words).then(|| exact.clone())}
                >
                    { words.clone() }
                </meter>
                <p class="words">{ words }</p>
                { self.share_of_limit(used, limit) }
            </dd>
        }
    }

    fn share_of_limit(&self, used: Instances, limit: Instances) -> Html {
        let per_mille = used.per_mille_of(limit);
        let share = match per_mille {
            0 => self.share(used, limit),
            // Nearly all is not told to be all, and more than all is.
            1000.. if used > limit && limit.times(per_mille) != used.times(1000) => {
                match per_mille + 1 {
                    more @ ..MOST_TOLD => self.locale.share(f64::from(more) / 1000.0),
                    _ => return Html::default(),
                }
            }
            1..MOST_TOLD => self.locale.share(f64::from(per_mille) / 1000.0),
            _ => return Html::default(),
        };
        let words = fill(self.locale.messages.share_of_limit, &share);
        html! { <p class="share">{ words }</p> }
    }
}

//! The limit: the amount in use, compared with the allowance.

use yew::prelude::*;

use super::View;
use super::amount::BLANK;
use super::sheet::Sheet;
use crate::locale::{fill, split};
use crate::usage::{Instances, Measure};

/// From ten times the limit on, in per mille, a percentage is harder to read than the amounts.
const LEGIBLE: u32 = 10_000;

impl View<'_> {
    pub(super) fn limit(&self, sheet: &Sheet<'_>) -> Html {
        let limit = self
            .appearance
            .limit
            .and_then(|limit| Instances::try_from(limit).ok());
        let Some(limit) = limit.filter(|limit| !limit.is_zero()) else {
            return Html::default();
        };
        let messages = self.locale.messages;
        let used = sheet.usage.totals().get(Measure::Used).instances;
        let (level, sentence) = if used > limit {
            ("over", messages.over_limit())
        } else if used.times(5) >= limit.times(4) {
            ("near", messages.near_limit())
        } else {
            ("within", messages.within_limit())
        };
        let in_full = |used: Instances, limit: Instances| {
            let of = self.limit_counted(sheet, limit);
            fill(&fill(sentence, &self.locale.amount(used)), &of)
        };
        let exact = AttrValue::from(in_full(used, limit));
        let (shown, shown_limit) = (used.rounded(), limit.rounded());
        // Rounding must not make "over" or "nearly all" look like "all", nor a limit look like
        // none.
        let is_honest = shown.cmp(&shown_limit) == used.cmp(&limit) && !shown_limit.is_zero();
        let (shown, shown_limit) = if is_honest {
            (shown, shown_limit)
        } else {
            (used, limit)
        };
        let words = AttrValue::from(in_full(shown, shown_limit));
        // "Near the limit: {} of {}": its name stands alone, and the share takes the amount's
        // place.
        let (name, of) = split(sentence);
        let name = name.trim_end_matches([':', '：', ' ', '\u{a0}', '\u{202f}']);
        let part = match self.share_of_limit(used, limit) {
            _ if sheet.is_blank => BLANK.to_owned(),
            Some(share) => share,
            None => self.locale.amount(shown),
        };
        let share = part + &fill(of, &self.limit_counted(sheet, shown_limit));
        html! {
            <>
                <meter
                    part={sheet.mark("meter")}
                    data-level={level}
                    min="0"
                    max={limit.to_string()}
                    value={used.min(limit).to_string()}
                    aria-label={messages.limit()}
                    aria-valuetext={&exact}
                    title={exact}
                >
                    { words }
                </meter>
                <p class="level" data-level={level} translate="no">
                    <b>{ name.to_owned() }</b>
                    { " " }
                    <span>{ share }</span>
                </p>
            </>
        }
    }

    fn limit_counted(&self, sheet: &Sheet<'_>, limit: Instances) -> String {
        fill(
            &self.counted(sheet.unit(), limit),
            &self.locale.amount(limit),
        )
    }

    fn share_of_limit(&self, used: Instances, limit: Instances) -> Option<String> {
        match used.per_mille_of(limit) {
            0 => Some(self.share(used, limit)),
            // Rounded up, so that a little more than the limit is not "100%".
            share @ 1000..LEGIBLE if limit.times(share) != used.times(1000) => {
                (share + 1 < LEGIBLE).then(|| self.per_mille(share + 1))
            }
            share @ 1..LEGIBLE => Some(self.per_mille(share)),
            _ => None,
        }
    }

    fn per_mille(&self, share: u32) -> String {
        self.locale.share(f64::from(share) / 1000.0)
    }
}

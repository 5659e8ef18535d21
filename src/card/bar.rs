//! A row's bar: its amounts as parts of a line, told apart by shape as well as by colour.

use std::cell::Cell;

use yew::prelude::*;

use super::sheet::Sheet;
use super::{View, each};
use crate::usage::{Measure, Tally};

/// From the axis outwards.
const PARTS: [Measure; 3] = [Measure::Used, Measure::Rental, Measure::New];

impl View<'_> {
    /// The longest bar of the table takes all the room there is.
    pub(super) fn bar(sheet: &Sheet<'_>, tally: &Tally, words: Option<AttrValue>) -> Html {
        let start = Cell::new(0);
        let part = |measure: &Measure| {
            let length = tally.get(*measure).instances.per_mille_of(sheet.longest);
            let from = start.replace(start.get() + length);
            if length == 0 {
                return Html::default();
            }
            html! { <line data-fill={measure.as_str()} x1={percent(from)} x2={percent(from + length)} /> }
        };
        html! {
            <svg part={sheet.mark("bar")} class="bar" role={sheet.mark("img")} aria-label={words}>
                { each(&PARTS, &part) }
            </svg>
        }
    }

    /// The row's share of all, and the weight of a machine, in words.
    pub(super) fn in_words(&self, sheet: &Sheet<'_>, tally: &Tally) -> String {
        let messages = self.locale.messages;
        let part = tally.get(Measure::Total).instances;
        let all = sheet.usage.totals().get(Measure::Total).instances;
        let mut words = [messages.total().name, " ", &self.share(part, all)].concat();
        if let Some(weight) = self.weight(tally) {
            words += &["; ", messages.weight().name, " ", &weight].concat();
        }
        words
    }
}

fn percent(per_mille: u32) -> String {
    format!("{}.{}%", per_mille / 10, per_mille % 10)
}

//! The chart: each workload's share, with rental, new and used told apart without colour.

use std::cell::Cell;
use std::cmp::Ordering;

use yew::prelude::*;

use super::sheet::Sheet;
use super::sort::order;
use super::{View, each};
use crate::usage::{Instances, Measure, Workload};

/// More bars than this tell nobody anything; the largest are drawn, in the table's order.
const MOST_BARS: usize = 12;

/// From the axis outwards. Used is solid, rental hatched and new dotted, so that shape tells them
/// apart where colour does not.
const SEGMENTS: [Measure; 3] = [Measure::Used, Measure::Rental, Measure::New];

impl View<'_> {
    pub(super) fn chart(&self, sheet: &Sheet<'_>) -> Html {
        let usage = sheet.usage;
        let total = |workload: &Workload| workload.tally.get(Measure::Total).instances;
        let all = usage.totals().get(Measure::Total).instances;
        let mut drawn: Vec<_> = usage.workloads().iter().collect();
        order(&mut drawn, &|one, other| total(other).cmp(&total(one)));
        drawn.truncate(MOST_BARS);
        let longest = drawn.first().copied().map(total).unwrap_or_default();
        order(&mut drawn, &|_, _| Ordering::Equal);
        let left_out = usage.workloads().len() > drawn.len();
        if all.is_zero() {
            return Html::default();
        }
        html! {
            <figure part="chart" class="chart" aria-label={self.locale.messages.chart_label}>
                <svg class="patterns" width="0" height="0" aria-hidden="true">
                    <defs>
                        <pattern
                            id="rental-pattern"
                            width="6"
                            height="6"
                            patternUnits="userSpaceOnUse"
                            patternTransform="rotate(45)"
                        >
                            <rect class="ground" width="6" height="6" />
                            <rect class="mark" data-measure="rental" width="2" height="6" />
                        </pattern>
                        <pattern
                            id="new-pattern"
                            width="5"
                            height="5"
                            patternUnits="userSpaceOnUse"
                        >
                            <rect class="ground" width="5" height="5" />
                            <circle class="mark" data-measure="new" cx="2.5" cy="2.5" r="1.3" />
                        </pattern>
                    </defs>
                </svg>
                <ul class="bars">
                    { each(&drawn, &|workload| html! {
                        <li class="bar">
                            <span class="name" title={self.label(workload).to_owned()}>
                                { self.label(workload) }
                            </span>
                            { self.bar(workload, longest) }
                            <span class="share">
                                { self.share(total(workload), all) }
                            </span>
                        </li>
                    }) }
                </ul>
                if left_out {
                    <p class="left-out">{ self.locale.messages.largest }</p>
                }
                <ul class="legend" aria-hidden="true">
                    { each(&SEGMENTS, &|measure| html! {
                        <li>
                            <svg class="swatch" width="12" height="12">
                                <rect
                                    data-measure={measure.as_str()}
                                    width="12"
                                    height="12"
                                    fill={pattern(*measure)}
                                />
                            </svg>
                            { self.term(*measure).name }
                        </li>
                    }) }
                </ul>
            </figure>
        }
    }

    /// The longest is as long as there is room, also where each of many is a small share of all.
    fn bar(&self, workload: &Workload, longest: Instances) -> Html {
        let start = Cell::new(0);
        let segment = |measure: &Measure| {
            let amount = workload.tally.get(*measure).instances;
            let length = amount.per_mille_of(longest);
            let from = start.replace(start.get() + length);
            html! {
                <rect
                    data-measure={measure.as_str()}
                    x={percent(from)}
                    width={percent(length)}
                    height="100%"
                    fill={pattern(*measure)}
                />
            }
        };
        let mut words = String::new();
        for measure in SEGMENTS {
            let amount = self.locale.amount(workload.tally.get(measure).instances);
            let between = if words.is_empty() { "" } else { "; " };
            for part in [between, self.term(measure).name, " ", &amount] {
                words.push_str(part);
            }
        }
        html! {
            <svg class="line" height="10" role="img" aria-label={words}>
                { each(&SEGMENTS, &segment) }
            </svg>
        }
    }
}

fn percent(per_mille: u32) -> String {
    format!("{}.{}%", per_mille / 10, per_mille % 10)
}

const fn pattern(measure: Measure) -> Option<&'static str> {
    match measure {
        Measure::Rental => Some("url(#rental-pattern)"),
        Measure::New => Some("url(#new-pattern)"),
        Measure::Used | Measure::Total => None,
    }
}

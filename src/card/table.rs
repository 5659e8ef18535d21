//! The table, which is also the chart: a row for each workload with its bar, and a row of totals.
//! A cell holds the amount of a measure and, below it, the machines.

use yew::prelude::*;

use super::sheet::Sheet;
use super::sort::{Arrangement, Column, Sort};
use super::{Appearance, Status, View, each, flag};
use crate::api::Resource;
use crate::instant::Instant;
use crate::loader::State;
use crate::locale::{Locale, fill};
use crate::usage::{Measure, Tally, Usage, Workload};

/// A column of longer amounts may be too wide for its card, which then scrolls.
const LONG: usize = 8;

/// All rows of a table that shows its largest.
pub(crate) fn rows_on_paper(usage: &Usage, arrangement: Arrangement, locale: &Locale) -> Html {
    let view = View {
        arrangement,
        locale,
        // Rows show nothing of these.
        state: &State::Idle,
        busy: false,
        notice_withheld: false,
        resource: Resource::default(),
        appearance: &Appearance::default(),
        status: Status::default(),
        now: Instant::EPOCH,
        actions: &Html::default(),
        footer: &Html::default(),
        node: &NodeRef::default(),
    };
    view.rows(
        &Sheet::new(&view, usage, false),
        &arrangement.rows(usage, locale),
    )
}

impl View<'_> {
    pub(super) fn table(&self, sheet: &Sheet<'_>) -> Html {
        let messages = self.locale.messages;
        let total = sheet.usage.totals().get(Measure::Total).instances;
        let scrolls = self.amount(sheet, total).chars().count() > LONG;
        html! {
            <div
                class="scroll"
                role={scrolls.then_some("group")}
                tabindex={scrolls.then_some("0")}
                aria-label={scrolls.then_some(messages.table_caption())}
            >
                <table part={sheet.mark("table")} data-decimals={String::from(char::from(b'0' + sheet.decimals))}>
                    <caption class="hidden">{ messages.table_caption() }</caption>
                    <thead>
                        <tr>
                            { self.head(sheet, Column::Workload) }
                            { each(&Measure::ALL, &|measure| {
                                self.head(sheet, Column::Measure(*measure))
                            }) }
                        </tr>
                    </thead>
                    <tbody translate="no">
                        { self.rows(sheet, &sheet.rows) }
                        if let Some((count, sum)) = &sheet.others {
                            { self.row(sheet, None, true, &self.locale.others(*count), sum) }
                        }
                    </tbody>
                    <tfoot translate="no">
                        { self.row(sheet, None, false, messages.all_workloads(), sheet.usage.totals()) }
                    </tfoot>
                </table>
                if sheet.is_long() {
                    { self.rows_button(sheet) }
                }
            </div>
        }
    }

    fn rows(&self, sheet: &Sheet<'_>, workloads: &[&Workload]) -> Html {
        each(workloads, &|workload| {
            let kind = sheet.mark("").map(|_| workload.kind.as_str().to_owned());
            self.row(sheet, kind, true, self.label(workload), &workload.tally)
        })
    }

    /// Shows all rows, or the largest alone.
    fn rows_button(&self, sheet: &Sheet<'_>) -> Html {
        let messages = self.locale.messages;
        let label = if sheet.others.is_some() {
            let all = sheet.usage.workloads().len().to_string();
            fill(messages.show_all(), &all)
        } else {
            messages.show_largest().to_owned()
        };
        html! { <button type="button" class="button rows" data-rows="">{ label }</button> }
    }

    /// The head of a column; in a long table, with a button that sorts by it.
    fn head(&self, sheet: &Sheet<'_>, column: Column) -> Html {
        let messages = self.locale.messages;
        let sort = self.arrangement.sort.filter(|sort| sort.column == column);
        let (bars, label, meaning, units) = match column {
            Column::Workload => {
                let units = fill(messages.machines_below(), self.unit(sheet.unit()));
                (
                    None,
                    messages.workload(),
                    messages.instances().meaning,
                    units,
                )
            }
            Column::Measure(measure) => {
                let term = self.term(measure);
                // The parts of the bars have a key.
                let bars = (measure != Measure::Total).then_some(measure.as_str());
                (bars, term.name, term.meaning, String::new())
            }
        };
        html! {
            <th scope="col" data-fill={bars} title={meaning} aria-sort={sort.map(Sort::direction)}>
                if sheet.is_sortable() {
                    <button
                        type="button"
                        part={sheet.mark("sort-button")}
                        class="sort"
                        data-column={column.name()}
                    >
                        { label }
                    </button>
                    { " " }
                } else if column != Column::Workload {
                    { label }
                }
                { units }
            </th>
        }
    }

    fn row(
        &self,
        sheet: &Sheet<'_>,
        kind: Option<String>,
        has_bar: bool,
        label: &str,
        tally: &Tally,
    ) -> Html {
        let words = (has_bar && !sheet.is_blank).then(|| self.in_words(sheet, tally));
        let words = words.map(AttrValue::from);
        html! {
            <tr data-type={kind}>
                <th scope="row" title={words.clone()}>
                    { label }
                    if has_bar {
                        { Self::bar(sheet, tally, words) }
                    }
                </th>
                { each(&Measure::ALL, &|measure| self.cell(sheet, *measure, tally)) }
            </tr>
        }
    }

    fn cell(&self, sheet: &Sheet<'_>, measure: Measure, tally: &Tally) -> Html {
        let amount = tally.get(measure);
        let exact = self
            .exactly_counted(sheet, amount.instances)
            .map(AttrValue::from);
        let name = sheet.mark(measure.as_str());
        let count = if sheet.is_blank {
            "\u{a0}".to_owned()
        } else {
            self.locale.count(amount.count)
        };
        html! {
            <td data-zero={flag(amount.is_zero())}>
                // A role that may have a name.
                <b
                    data-measure={name}
                    data-unit={sheet.mark("instances")}
                    data-room={room(&sheet.decimal_places, amount.instances.rounded().decimals())}
                    role={exact.is_some().then_some("math")}
                    title={exact.clone()}
                    aria-label={exact}
                >
                    { self.amount(sheet, amount.instances) }
                </b>
                <small data-measure={name} data-unit={sheet.mark("count")}>{ count }</small>
            </td>
        }
    }
}

/// The decimals that an amount lacks, with the decimal sign if it has none. They are written and
/// not seen, so that the decimal signs of a column stand one below the other in any script and
/// font. `decimals` is how the reader's language writes the sign and as many digits as the table
/// shows.
fn room(decimals: &str, has: u8) -> Option<AttrValue> {
    // The sign, which is one character, belongs to the first digit.
    let shown = if has == 0 { 0 } else { usize::from(has) + 1 };
    let (at, _) = decimals.char_indices().nth(shown)?;
    decimals.get(at..).map(|room| room.to_owned().into())
}

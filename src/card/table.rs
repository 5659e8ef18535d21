//! The table: a row per workload and a row of totals, each measure in machines and units.

use yew::prelude::*;

use super::sheet::Sheet;
use super::sort::{Column, Sort};
use super::{View, each};
use crate::usage::{Instances, Measure, Tally};

impl View<'_> {
    pub(super) fn table(&self, sheet: &Sheet<'_>) -> Html {
        let messages = self.locale.messages;
        let unit = AttrValue::from(self.unit(sheet.unit()).to_owned());
        let machines = self.arrangement.machines;
        html! {
            <div class="tables">
                <div class="units" role="group" aria-label={messages.unit}>
                    { Self::unit_button("instances", unit.clone(), !machines) }
                    { Self::unit_button("count", messages.machines_column.into(), machines) }
                </div>
                <table
                    part="table"
                    class="table"
                    data-shown={if machines { "count" } else { "instances" }}
                    data-decimals={sheet.decimals().to_string()}
                >
                    <caption class="hidden">{ messages.table_caption }</caption>
                    { self.head(&unit) }
                    <tbody>
                        { each(&sheet.rows, &|workload| {
                            let name = workload.kind.as_str().to_owned();
                            self.row(sheet, Some(name), self.label(workload), &workload.tally)
                        }) }
                    </tbody>
                    <tfoot>
                        { self.row(sheet, None, messages.all_workloads, sheet.usage.totals()) }
                    </tfoot>
                </table>
            </div>
        }
    }

    /// A narrow card shows machines or units; this chooses.
    fn unit_button(unit: &'static str, label: AttrValue, pressed: bool) -> Html {
        html! {
            <button
                type="button"
                part="unit-button"
                class="unit"
                data-unit={unit}
                aria-pressed={if pressed { "true" } else { "false" }}
            >
                { label }
            </button>
        }
    }

    fn head(&self, unit: &AttrValue) -> Html {
        let messages = self.locale.messages;
        let machines = AttrValue::Static(messages.machines_column);
        let measured = |measure: &Measure| {
            let of = Some(self.term(*measure).name);
            html! {
                <>
                    { self.sortable(Column::Count(*measure), of, &machines) }
                    { self.sortable(Column::Instances(*measure), of, unit) }
                </>
            }
        };
        html! {
            <thead>
                <tr>
                    { self.sortable(Column::Workload, None, &messages.workload.into()) }
                    { each(&Measure::ALL, &|measure| html! {
                        <th scope="colgroup" class="group" colspan="2" title={self.term(*measure).meaning}>
                            { self.term(*measure).name }
                        </th>
                    }) }
                    { self.sortable(Column::Weight, None, &messages.weight.name.into()) }
                </tr>
                <tr>{ each(&Measure::ALL, &measured) }</tr>
            </thead>
        }
    }

    /// The head of a column, which sorts the table by it. `of` is the measure that it belongs to.
    fn sortable(&self, column: Column, of: Option<&'static str>, label: &AttrValue) -> Html {
        let sort = self.arrangement.sort.filter(|sort| sort.column == column);
        let messages = self.locale.messages;
        let (unit, meaning) = match column {
            Column::Workload => ("workload", None),
            Column::Count(_) => ("count", None),
            Column::Instances(_) => ("instances", Some(messages.instances.meaning)),
            Column::Weight => ("weight", Some(messages.weight.meaning)),
        };
        html! {
            <th
                scope="col"
                rowspan={of.is_none().then_some("2")}
                aria-sort={sort.map(Sort::direction)}
                data-unit={unit}
            >
                <button
                    type="button"
                    part="sort-button"
                    class="sort"
                    data-column={column.name()}
                    title={meaning}
                >
                    // Which of the two is seen is up to the width; the name of the button is both.
                    if let Some(of) = of {
                        <span class="of">{ of }</span>
                        { " " }
                    }
                    <span class="label">{ label }</span>
                </button>
            </th>
        }
    }

    fn row(&self, sheet: &Sheet<'_>, name: Option<String>, label: &str, tally: &Tally) -> Html {
        let weight = name.is_some().then(|| self.weight(tally)).flatten();
        let (weight, tail) = weight.unzip();
        html! {
            <tr data-type={name}>
                <th scope="row">{ label }</th>
                { each(&Measure::ALL, &|measure| self.cells(sheet, *measure, tally)) }
                <td data-measure="total" data-unit="weight" data-decimals={tail.and_then(decimals)}>{ weight }</td>
            </tr>
        }
    }

    fn cells(&self, sheet: &Sheet<'_>, measure: Measure, tally: &Tally) -> Html {
        let amount = tally.get(measure);
        let exact = self.exactly(sheet, amount.instances).map(AttrValue::from);
        html! {
            <>
                <td
                    data-measure={measure.as_str()}
                    data-unit="count"
                    data-zero={amount.count.is_zero().then_some("")}
                >
                    { self.locale.count(amount.count) }
                </td>
                <td
                    data-measure={measure.as_str()}
                    data-unit="instances"
                    data-zero={amount.instances.is_zero().then_some("")}
                    data-decimals={decimals(sheet.shown(amount.instances))}
                    title={exact.clone()}
                    aria-label={exact}
                >
                    { self.amount(sheet, amount.instances) }
                </td>
            </>
        }
    }
}

/// By these the cells of a column are aligned at the decimal.
const fn decimals(amount: Instances) -> Option<&'static str> {
    Some(match amount.decimals() {
        0 => return None,
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        5 => "5",
        _ => "6",
    })
}

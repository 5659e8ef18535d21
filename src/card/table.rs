//! The table: a row per workload and a row of totals, each measure in machines and units.

use yew::prelude::*;

use super::{View, each};
use crate::usage::{Measure, Tally, Usage};

impl View<'_> {
    pub(super) fn table(&self, usage: &Usage) -> Html {
        let messages = self.locale.messages;
        let unit = AttrValue::from(self.unit(usage.unit()).to_owned());
        html! {
            <table part="table" class="table">
                <caption class="hidden">{ messages.table_caption }</caption>
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{ messages.workload }</th>
                        { each(&Measure::ALL, &|measure| html! {
                            <th scope="colgroup" colspan="2" title={self.term(*measure).meaning}>
                                { self.term(*measure).name }
                            </th>
                        }) }
                    </tr>
                    <tr>
                        { each(&Measure::ALL, &|_| html! {
                            <>
                                <th scope="col">{ messages.machines_column }</th>
                                <th scope="col" title={messages.instances.meaning}>
                                    { unit.clone() }
                                </th>
                            </>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { each(usage.workloads(), &|workload| {
                        let name = workload.kind.as_str().to_owned();
                        self.row(Some(name), self.label(workload), &workload.tally)
                    }) }
                </tbody>
                <tfoot>
                    { self.row(None, messages.all_workloads, usage.totals()) }
                </tfoot>
            </table>
        }
    }

    fn row(&self, name: Option<String>, label: &str, tally: &Tally) -> Html {
        html! {
            <tr data-type={name}>
                <th scope="row">{ label }</th>
                { each(&Measure::ALL, &|measure| self.cells(*measure, tally)) }
            </tr>
        }
    }

    fn cells(&self, measure: Measure, tally: &Tally) -> Html {
        let amount = tally.get(measure);
        let exact = self.exactly(amount.instances).map(AttrValue::from);
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
                    title={exact.clone()}
                    aria-label={exact}
                >
                    { self.locale.amount(amount.instances) }
                </td>
            </>
        }
    }
}

//! The report as it is about to be drawn: in which order, and with how many decimals.

use super::View;
use crate::usage::{Instances, Measure, Tally, Unit, Usage, Workload};

/// See above.
pub(super) struct Sheet<'u> {
    pub(super) usage: &'u Usage,
    /// In the table's order.
    pub(super) rows: Vec<&'u Workload>,
    /// Two decimals would make a total look wrong, so all amounts are shown in full.
    in_full: bool,
}

impl<'u> Sheet<'u> {
    pub(super) fn new(view: &View<'_>, usage: &'u Usage) -> Self {
        Self {
            usage,
            rows: view.arranged(usage),
            in_full: !usage.adds_up_rounded(),
        }
    }

    pub(super) const fn unit(&self) -> &'u Unit {
        self.usage.unit()
    }

    /// What is shown of an amount.
    pub(super) const fn shown(&self, amount: Instances) -> Instances {
        if self.in_full {
            amount
        } else {
            amount.rounded()
        }
    }

    /// The most decimals of an amount on screen.
    pub(super) fn decimals(&self) -> u8 {
        let most = |tally: &Tally| {
            let decimals = |measure: &Measure| self.shown(tally.get(*measure).instances).decimals();
            Measure::ALL.iter().map(decimals).max().unwrap_or_default()
        };
        let rows = self.rows.iter().map(|workload| most(&workload.tally));
        rows.chain([most(self.usage.totals())])
            .max()
            .unwrap_or_default()
    }
}

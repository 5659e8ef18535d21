//! The report as the table shows it: which rows, in which order, and with how many decimals.

use super::View;
use crate::usage::{Entry, Instances, Measure, Tally, Unit, Usage, UsageBuilder, Workload};

/// More rows than this can be sorted.
const FEW_ROWS: usize = 8;
/// The most rows that people read; the rest is added up in one row more.
pub(crate) const MOST_ROWS: usize = 50;

/// The types of Cloud Connect, as many as the card holds room for.
const TYPES: [&str; 4] = [
    "CC_VM_Backup",
    "CC_VM_Replica",
    "CC_Server_Backup",
    "CC_Workstation_Backup",
];

pub(super) struct Sheet<'u> {
    pub(super) usage: &'u Usage,
    /// Whether it only holds the place of numbers to come.
    pub(super) is_blank: bool,
    /// In the table's order.
    pub(super) rows: Vec<&'u Workload>,
    /// How many workloads have no row of their own, and their sum.
    pub(super) others: Option<(usize, Tally)>,
    /// The largest total of a row.
    pub(super) longest: Instances,
    /// The most decimals of an amount on screen or on paper.
    pub(super) decimals: u8,
    /// A decimal sign and so many digits, in the reader's language.
    pub(super) decimal_places: String,
}

impl<'u> Sheet<'u> {
    pub(super) fn new(view: &View<'_>, usage: &'u Usage, is_blank: bool) -> Self {
        let (rows, others) = if usage.workloads().len() > MOST_ROWS && !view.arrangement.all {
            let (rows, others) = view.arrangement.largest(usage, MOST_ROWS, view.locale);
            let sum = others
                .iter()
                .try_fold(Tally::default(), |sum, workload| sum.plus(&workload.tally));
            // A part of a sum that is exact.
            (rows, Some((others.len(), sum.unwrap_or_default())))
        } else {
            (view.arrangement.rows(usage, view.locale), None)
        };
        let total = |tally: &Tally| tally.get(Measure::Total).instances;
        let longest = rows.iter().map(|workload| total(&workload.tally)).max();
        let mut decimals = 0;
        let mut take = |tally: &Tally| {
            for measure in &Measure::ALL {
                let amount = tally.get(*measure).instances.rounded();
                decimals = decimals.max(amount.decimals());
            }
        };
        // Of all rows, which are on paper.
        for workload in usage.workloads() {
            take(&workload.tally);
        }
        if let Some((_, sum)) = &others {
            take(sum);
        }
        take(usage.totals());
        Self {
            usage,
            is_blank,
            rows,
            others,
            longest: longest.unwrap_or_default(),
            decimals,
            decimal_places: view.locale.decimal_places(decimals),
        }
    }

    pub(super) fn is_sortable(&self) -> bool {
        self.usage.workloads().len() > FEW_ROWS
    }

    /// Whether some rows can be hidden or are.
    pub(super) fn is_long(&self) -> bool {
        self.usage.workloads().len() > MOST_ROWS
    }

    pub(super) const fn unit(&self) -> &'u Unit {
        self.usage.unit()
    }

    /// A name by which pages and tests find things, once there are numbers.
    pub(super) const fn mark(&self, name: &'static str) -> Option<&'static str> {
        if self.is_blank { None } else { Some(name) }
    }
}

/// A report of four types without numbers.
pub(super) fn blank() -> Usage {
    let mut builder = UsageBuilder::default();
    for kind in &TYPES {
        let tally = Tally::default();
        let entry = Entry {
            kind,
            unit: None,
            tally,
        };
        // Zeros add up.
        let _ = builder.add(&entry);
    }
    builder.build(None)
}

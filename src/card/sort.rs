//! How a person has arranged the table: by which column it is sorted, and what a narrow one counts.

use std::cmp::Ordering;

use super::View;
use crate::usage::{Measure, Usage, Workload};

/// What a column of the table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The workload's name.
    Workload,
    /// A measure in machines.
    Count(Measure),
    /// A measure in license units.
    Instances(Measure),
    /// License units per machine.
    Weight,
}

/// The columns by their names in the card's attributes.
const COLUMNS: [(&str, Column); 10] = [
    ("workload", Column::Workload),
    ("used-count", Column::Count(Measure::Used)),
    ("used-instances", Column::Instances(Measure::Used)),
    ("rental-count", Column::Count(Measure::Rental)),
    ("rental-instances", Column::Instances(Measure::Rental)),
    ("new-count", Column::Count(Measure::New)),
    ("new-instances", Column::Instances(Measure::New)),
    ("total-count", Column::Count(Measure::Total)),
    ("total-instances", Column::Instances(Measure::Total)),
    ("weight", Column::Weight),
];

impl Column {
    /// The column of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let column = COLUMNS.iter().find(|(known, _)| *known == name);
        column.map(|(_, column)| *column)
    }

    pub(super) fn name(self) -> &'static str {
        let column = COLUMNS.iter().find(|(_, column)| *column == self);
        column.map_or("", |(name, _)| *name)
    }
}

/// A column that the table is sorted by. Rows that are equal in it stay in the card's own order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Sort {
    /// What follows when the column is chosen once more: what people look for first, then the
    /// other way round, then the card's own order again.
    #[must_use]
    pub fn next(now: Option<Self>, column: Column) -> Option<Self> {
        let first = Self {
            column,
            descending: column != Column::Workload,
        };
        match now {
            Some(now) if now == first => Some(Self {
                descending: !first.descending,
                ..first
            }),
            Some(now) if now.column == column => None,
            _ => Some(first),
        }
    }

    pub(super) const fn direction(self) -> &'static str {
        if self.descending {
            "descending"
        } else {
            "ascending"
        }
    }
}

/// How the table is arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// `None` for the card's own order.
    pub sort: Option<Sort>,
    /// Whether a card that is too narrow for both shows machines rather than license units.
    pub machines: bool,
}

impl Arrangement {
    /// A narrow card shows the other unit; what it is sorted by stays in sight.
    pub fn show_machines(&mut self, machines: bool) {
        self.machines = machines;
        if let Some(sort) = &mut self.sort {
            sort.column = match sort.column {
                Column::Count(measure) | Column::Instances(measure) if machines => {
                    Column::Count(measure)
                }
                Column::Count(measure) | Column::Instances(measure) => Column::Instances(measure),
                other => other,
            };
        }
    }
}

impl View<'_> {
    /// The workloads as the table lists them.
    #[must_use]
    pub fn arranged<'u>(&self, usage: &'u Usage) -> Vec<&'u Workload> {
        let mut rows: Vec<_> = usage.workloads().iter().collect();
        if let Some(Sort { column, descending }) = self.arrangement.sort {
            order(&mut rows, &|one, other| {
                let ascending = self.compare(column, one, other);
                if descending {
                    ascending.reverse()
                } else {
                    ascending
                }
            });
        }
        rows
    }

    fn compare(&self, column: Column, one: &Workload, other: &Workload) -> Ordering {
        let (left, right) = (&one.tally, &other.tally);
        match column {
            Column::Workload => self.locale.compare(self.label(one), self.label(other)),
            Column::Count(measure) => left.get(measure).count.cmp(&right.get(measure).count),
            Column::Instances(measure) => {
                let (left, right) = (left.get(measure), right.get(measure));
                left.instances.cmp(&right.instances)
            }
            Column::Weight => left.weight().cmp(&right.weight()),
        }
    }
}

/// Sorts them, with those that are equal in the card's own order. One function for every order keeps
/// one sorter in the wasm.
pub(super) fn order(rows: &mut [&Workload], compare: &dyn Fn(&Workload, &Workload) -> Ordering) {
    rows.sort_unstable_by(|one, other| compare(one, other).then_with(|| one.kind.cmp(&other.kind)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_chosen_one_way_then_the_other_then_not_at_all() {
        for (name, column) in COLUMNS {
            assert_eq!(Column::named(name), Some(column));
            assert_eq!(column.name(), name);
            let first = Sort::next(None, column);
            let second = Sort::next(first, column);
            let descends = |sort: Option<Sort>| sort.map(|sort| (sort.column, sort.descending));
            let numbers = column != Column::Workload;
            assert_eq!(descends(first), Some((column, numbers)));
            assert_eq!(descends(second), Some((column, !numbers)));
            assert_eq!(Sort::next(second, column), None);
        }
        assert_eq!(Column::named("used"), None);
    }

    #[test]
    fn another_column_starts_anew() {
        let used = Sort::next(None, Column::Count(Measure::Used));
        let weight = Sort::next(
            Sort::next(used, Column::Count(Measure::Used)),
            Column::Weight,
        );
        assert_eq!(weight, Sort::next(None, Column::Weight));
    }
}

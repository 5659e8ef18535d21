//! How a person has arranged the table: by which column it is sorted, and whether it has all rows.

use std::cmp::Ordering;

use crate::locale::Locale;
use crate::usage::{Measure, Usage, Workload};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The workload's name.
    Workload,
    /// A measure, by its license units.
    Measure(Measure),
}

impl Column {
    /// The column of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let measures = Measure::ALL.map(Self::Measure);
        let mut columns = [Self::Workload].into_iter().chain(measures);
        columns.find(|column| column.name() == name)
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Workload => "workload",
            Self::Measure(measure) => measure.as_str(),
        }
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
    /// The next order when the column is chosen once more: the usual direction first, then the
    /// other one, then the card's own order again.
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
    /// Whether a long table has all its rows.
    pub all: bool,
}

impl Arrangement {
    /// All workloads in the table's order.
    #[must_use]
    pub fn rows<'u>(self, usage: &'u Usage, locale: &Locale) -> Vec<&'u Workload> {
        let mut rows: Vec<_> = usage.workloads().iter().collect();
        if self.sort.is_some() {
            self.arrange(&mut rows, locale);
        }
        rows
    }

    /// The largest workloads in the table's order, and the others in any. There are more than `most`.
    pub(super) fn largest<'u>(
        self,
        usage: &'u Usage,
        most: usize,
        locale: &Locale,
    ) -> (Vec<&'u Workload>, Vec<&'u Workload>) {
        let total = |workload: &Workload| workload.tally.get(Measure::Total).instances;
        let mut rows: Vec<_> = usage.workloads().iter().collect();
        order(&mut rows, &|one, other| total(other).cmp(&total(one)));
        let others = rows.split_off(most);
        self.arrange(&mut rows, locale);
        (rows, others)
    }

    fn arrange(self, rows: &mut [&Workload], locale: &Locale) {
        order(rows, &|one, other| {
            let Some(Sort { column, descending }) = self.sort else {
                return Ordering::Equal;
            };
            let ascending = compare(column, one, other, locale);
            if descending {
                ascending.reverse()
            } else {
                ascending
            }
        });
    }
}

/// By machines where the license units are equal.
fn compare(column: Column, one: &Workload, other: &Workload, locale: &Locale) -> Ordering {
    match column {
        Column::Workload => locale.compare(locale.label(&one.kind), locale.label(&other.kind)),
        Column::Measure(measure) => {
            let (one, other) = (one.tally.get(measure), other.tally.get(measure));
            let by_units = one.instances.cmp(&other.instances);
            by_units.then(one.count.cmp(&other.count))
        }
    }
}

/// Sorts them, with those that are equal in the card's own order. One function for every order
/// keeps one sorter in the wasm.
pub(super) fn order(rows: &mut [&Workload], compare: &dyn Fn(&Workload, &Workload) -> Ordering) {
    rows.sort_unstable_by(|one, other| compare(one, other).then_with(|| one.kind.cmp(&other.kind)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_chosen_one_way_then_the_other_then_not_at_all() {
        for column in [Column::Workload, Column::Measure(Measure::New)] {
            assert_eq!(Column::named(column.name()), Some(column));
            let first = Sort::next(None, column);
            let second = Sort::next(first, column);
            let descends = |sort: Option<Sort>| sort.map(|sort| (sort.column, sort.descending));
            let numbers = column != Column::Workload;
            assert_eq!(descends(first), Some((column, numbers)));
            assert_eq!(descends(second), Some((column, !numbers)));
            assert_eq!(Sort::next(second, column), None);
        }
        assert_eq!(Column::named("weight"), None);
    }

    #[test]
    fn another_column_starts_anew() {
        let used = Sort::next(None, Column::Measure(Measure::Used));
        let total = Column::Measure(Measure::Total);
        assert_eq!(Sort::next(used, total), Sort::next(None, total));
    }
}

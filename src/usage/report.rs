//! The report: one workload for each type, and totals that are the sum of them.

use super::tally::sum_rounded;
use super::{Measure, Rejected, Tally, WorkloadType};

/// What the amounts of a report are counted in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Instances, the unit where nothing else is said.
    #[default]
    Instances,
    /// Points, the unit of newer licenses.
    Points,
    /// Any other, in lower case.
    Other(String),
}

impl Unit {
    /// The unit that a row names; a missing or empty name is instances.
    #[must_use]
    pub fn new(name: Option<&str>) -> Self {
        match name.map(str::to_ascii_lowercase).as_deref() {
            None | Some("" | "instance" | "instances") => Self::Instances,
            Some("point" | "points") => Self::Points,
            Some(other) => Self::Other(other.to_owned()),
        }
    }

    /// The name in the usage object.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Instances => "instances",
            Self::Points => "points",
            Self::Other(name) => name,
        }
    }
}

/// One row as served, once its numbers are known to be possible.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The workload's type.
    pub kind: WorkloadType,
    /// The unit of its amounts.
    pub unit: Unit,
    /// Its amounts.
    pub tally: Tally,
}

/// All entries of one type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// The type.
    pub kind: WorkloadType,
    /// The sum of its entries.
    pub tally: Tally,
}

/// A company's license usage: workloads in the card's order, each type once, and their totals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    unit: Unit,
    workloads: Vec<Workload>,
    totals: Tally,
}

impl Usage {
    /// The unit of every amount in it.
    #[must_use]
    pub const fn unit(&self) -> &Unit {
        &self.unit
    }

    /// One workload for each type, in the card's order.
    #[must_use]
    pub fn workloads(&self) -> &[Workload] {
        &self.workloads
    }

    /// The sum of all workloads.
    #[must_use]
    pub const fn totals(&self) -> &Tally {
        &self.totals
    }

    /// Whether every total on screen is the sum of what it stands by when all amounts are rounded
    /// to two decimals.
    #[must_use]
    pub fn adds_up_rounded(&self) -> bool {
        let column = |measure: &Measure| {
            let rows = self.workloads.iter();
            sum_rounded(rows.map(|workload| workload.tally.get(*measure)))
                == Ok(self.totals.get(*measure).instances.rounded())
        };
        let mut rows = self.workloads.iter().map(|workload| &workload.tally);
        Measure::ALL.iter().all(column)
            && rows.all(Tally::adds_up_rounded)
            && self.totals.adds_up_rounded()
    }

    /// Whether nothing was reported at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.workloads.is_empty()
    }
}

/// Adds entries up, in any order, into a [`Usage`].
#[derive(Debug, Default)]
pub struct UsageBuilder {
    unit: Option<Unit>,
    /// In order.
    #[expect(
        clippy::vec_box,
        reason = "keeping a great many in order moves little this way"
    )]
    workloads: Vec<Box<Workload>>,
    totals: Tally,
}

impl UsageBuilder {
    /// Adds one entry.
    ///
    /// # Errors
    /// [`Rejected::MixedUnits`] where its unit is not that of the entries before, and
    /// [`Rejected::TooLarge`] where a sum is not exact. The builder is of no use afterwards.
    pub fn add(&mut self, entry: Entry) -> Result<(), Rejected> {
        if *self.unit.get_or_insert_with(|| entry.unit.clone()) != entry.unit {
            return Err(Rejected::MixedUnits);
        }
        self.totals = self.totals.plus(&entry.tally)?;
        let Entry { kind, tally, .. } = entry;
        let place = self
            .workloads
            .binary_search_by(|workload| workload.kind.cmp(&kind));
        match place.map(|at| self.workloads.get_mut(at)) {
            Ok(Some(workload)) => workload.tally = workload.tally.plus(&tally)?,
            Ok(None) => {}
            Err(at) => self
                .workloads
                .insert(at, Box::new(Workload { kind, tally })),
        }
        Ok(())
    }

    /// The report.
    #[must_use]
    pub fn build(self) -> Usage {
        Usage {
            unit: self.unit.unwrap_or_default(),
            workloads: self
                .workloads
                .into_iter()
                .map(|workload| *workload)
                .collect(),
            totals: self.totals,
        }
    }
}

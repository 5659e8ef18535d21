//! The report: one workload for each type, and totals that are the sum of them.

use super::{Tally, WorkloadType};

/// The unit of a report's amounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Instances, the default unit.
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
        let name = name.unwrap_or_default();
        let is = |known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(name));
        if is(&["instances", "instance", ""]) {
            Self::Instances
        } else if is(&["points", "point"]) {
            Self::Points
        } else {
            Self::Other(name.to_ascii_lowercase())
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
    /// Of workloads in the card's order, and their sum.
    pub(super) const fn new(unit: Unit, workloads: Vec<Workload>, totals: Tally) -> Self {
        Self {
            unit,
            workloads,
            totals,
        }
    }

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

    /// Whether nothing was reported at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.workloads.is_empty()
    }
}

//! The domain: what a company uses of its provider's license, as exact numbers. Only `std` here.
//!
//! A [`Usage`] is made by a [`UsageBuilder`] from entries, one for each row served; totals equal
//! the sum of the rows by construction, and whatever cannot be added up exactly is refused.

mod csv;
mod instances;
mod machines;
mod report;
mod tally;
mod workload;

pub use csv::{inert, to_csv};
pub use instances::Instances;
pub use machines::Machines;
pub use report::{Entry, Unit, Usage, UsageBuilder, Workload};
pub use tally::{Amount, Measure, Tally};
pub use workload::{Label, WorkloadType};

/// Why a number or a row cannot be part of a usage report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// Negative, not finite, or beyond what the field can mean.
    ImpossibleNumber,
    /// A count of machines that is not whole.
    FractionalCount,
    /// The rows do not share one unit, so they have no total.
    MixedUnits,
    /// The sum is too large to be exact.
    TooLarge,
}

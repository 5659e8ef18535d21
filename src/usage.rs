//! The domain: a company's use of its provider's license, as exact numbers. Only `std` here.
//!
//! A [`Usage`] is made by a [`UsageBuilder`] from entries, one for each row served; totals equal
//! the sum of the rows by construction, and whatever cannot be added up exactly is refused.

mod builder;
mod csv;
mod decimal;
mod instances;
mod machines;
mod rejected;
mod report;
mod tally;
mod workload;

pub use builder::{Entry, UsageBuilder};
pub use csv::{inert, to_csv};
pub use decimal::Decimal;
pub use instances::Instances;
pub use machines::Machines;
pub use rejected::Rejected;
pub use report::{Unit, Usage, Workload};
pub use tally::{Amount, Measure, Tally};
pub use workload::WorkloadType;

//! How numbers and their names are written, wherever they stand.

use super::View;
use crate::locale::Term;
use crate::usage::{Instances, Measure, Unit, Workload};

impl View<'_> {
    /// A measure's name and meaning.
    pub(super) const fn term(&self, measure: Measure) -> &'static Term {
        let messages = self.locale.messages;
        match measure {
            Measure::Rental => &messages.rental,
            Measure::New => &messages.new,
            Measure::Used => &messages.used,
            Measure::Total => &messages.total,
        }
    }

    /// What the amounts are counted in; a unit that is not known goes by its name.
    pub(super) fn unit<'u>(&self, unit: &'u Unit) -> &'u str {
        match unit {
            Unit::Instances => self.locale.messages.instances.name,
            Unit::Points => self.locale.messages.points,
            Unit::Other(name) => name,
        }
    }

    /// What a workload is called; a type that is not known goes by its name.
    pub(super) fn label<'w>(&self, workload: &'w Workload) -> &'w str {
        match workload.kind.label() {
            Some(label) => self.locale.label(label),
            None => workload.kind.as_str(),
        }
    }

    /// The amount with all its decimals.
    pub(super) fn exact(&self, amount: Instances) -> String {
        let exact = self.locale.exact_amount(amount);
        exact.unwrap_or_else(|| self.locale.amount(amount))
    }

    /// The exact amount in words, where two decimals hide something.
    pub(super) fn exactly(&self, amount: Instances) -> Option<String> {
        let exact = self.locale.exact_amount(amount)?;
        Some(crate::locale::fill(self.locale.messages.exactly, &exact))
    }
}

//! The numbers of one row, or of all: rental, new and used, each in machines and units.

use super::{Instances, Machines, Rejected};

/// Machines and the license units they weigh.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// How many machines.
    pub count: Machines,
    /// How many license units they stand for.
    pub instances: Instances,
}

impl Amount {
    /// The exact sum.
    ///
    /// # Errors
    /// [`Rejected::SumTooLarge`] where it is not exact.
    pub fn plus(self, other: Self) -> Result<Self, Rejected> {
        Ok(Self {
            count: self.count.plus(other.count)?,
            instances: self.instances.plus(other.instances)?,
        })
    }

    /// Whether there is neither a machine nor a unit.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.count.is_zero() && self.instances.is_zero()
    }
}

/// The meaning of an [`Amount`] of a [`Tally`], after Veeam's documentation of the six numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Covered by the company's own rental license; does not use the provider's.
    Rental,
    /// First protected this calendar month; uses the license from the next month on.
    New,
    /// Uses the provider's license now; leaves rental and new out.
    Used,
    /// All three: the protected machines.
    Total,
}

impl Measure {
    /// In the order that people read them: using the license, not using it, all.
    pub const ALL: [Self; 4] = [Self::Used, Self::Rental, Self::New, Self::Total];

    /// The name in data attributes and in the usage object.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rental => "rental",
            Self::New => "new",
            Self::Used => "used",
            Self::Total => "total",
        }
    }
}

/// Rental, new and used amounts, and their total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    rental: Amount,
    new: Amount,
    used: Amount,
    // Kept, so that a total that cannot be exact is refused where the tally is made.
    total: Amount,
}

impl Tally {
    /// A tally with its total.
    ///
    /// # Errors
    /// [`Rejected::SumTooLarge`] where the total is not exact.
    pub fn new(rental: Amount, new: Amount, used: Amount) -> Result<Self, Rejected> {
        let total = rental.plus(new)?.plus(used)?;
        Ok(Self {
            rental,
            new,
            used,
            total,
        })
    }

    /// The exact sum, measure by measure.
    ///
    /// # Errors
    /// [`Rejected::SumTooLarge`] where it is not exact.
    pub fn plus(&self, other: &Self) -> Result<Self, Rejected> {
        Ok(Self {
            rental: self.rental.plus(other.rental)?,
            new: self.new.plus(other.new)?,
            used: self.used.plus(other.used)?,
            total: self.total.plus(other.total)?,
        })
    }

    /// The license units per machine, and whether each machine uses exactly as many.
    /// `None` where there is no machine.
    #[must_use]
    pub fn weight(&self) -> Option<(Instances, bool)> {
        let (weight, exact) = self.total.instances.shared_by(self.total.count)?;
        let alike = |amount: &Amount| {
            amount.is_zero() || amount.instances.shared_by(amount.count) == Some((weight, true))
        };
        let alike = [&self.rental, &self.new, &self.used].into_iter().all(alike);
        Some((weight, exact && alike))
    }

    /// The amount of one measure.
    #[must_use]
    pub const fn get(&self, measure: Measure) -> Amount {
        match measure {
            Measure::Rental => self.rental,
            Measure::New => self.new,
            Measure::Used => self.used,
            Measure::Total => self.total,
        }
    }
}

//! Machines, counted in whole numbers.

use std::fmt;

use super::{Decimal, Rejected};

/// The largest count that every JavaScript number can still tell from its neighbour.
const MOST: u64 = 1 << 53;

/// A number of machines, at most 2^53.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Machines(u64);

impl Machines {
    /// The exact sum.
    ///
    /// # Errors
    /// [`Rejected::SumTooLarge`] over 2^53.
    pub fn plus(self, other: Self) -> Result<Self, Rejected> {
        // Neither operand is over 2^53, so the sum cannot overflow.
        Some(self.0 + other.0)
            .filter(|sum| *sum <= MOST)
            .map(Self)
            .ok_or(Rejected::SumTooLarge)
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    pub(super) const fn get(self) -> u64 {
        self.0
    }

    /// The same number as an `f64`, exactly.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "at most 2^53")]
    pub const fn to_f64(self) -> f64 {
        self.0 as f64
    }
}

impl TryFrom<Decimal> for Machines {
    type Error = Rejected;

    fn try_from(number: Decimal) -> Result<Self, Rejected> {
        if number.is_over(MOST) {
            Err(Rejected::TooLarge)
        } else if number.is_fractional {
            Err(Rejected::FractionalCount)
        } else {
            Ok(Self(number.whole))
        }
    }
}

impl From<u32> for Machines {
    fn from(count: u32) -> Self {
        Self(count.into())
    }
}

impl fmt::Display for Machines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_beyond_exact_numbers_is_refused() {
        assert_eq!(Machines(MOST).plus(Machines(1)), Err(Rejected::SumTooLarge));
        assert_eq!(Machines(MOST - 1).plus(Machines(1)), Ok(Machines(MOST)));
    }
}

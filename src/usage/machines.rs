//! Machines, counted in whole numbers.

use std::fmt;

use super::Rejected;

/// The largest count that every JavaScript number can still tell from its neighbour.
const MOST: u64 = 1 << 53;

/// A number of machines, at most 2^53.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Machines(u64);

impl Machines {
    /// The exact sum.
    ///
    /// # Errors
    /// [`Rejected::TooLarge`] over 2^53.
    pub fn plus(self, other: Self) -> Result<Self, Rejected> {
        // Neither operand is over 2^53, so the sum cannot overflow.
        Some(self.0 + other.0)
            .filter(|sum| *sum <= MOST)
            .map(Self)
            .ok_or(Rejected::TooLarge)
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

impl TryFrom<f64> for Machines {
    type Error = Rejected;

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        clippy::float_cmp,
        reason = "a whole number from 0 to 2^53"
    )]
    fn try_from(value: f64) -> Result<Self, Rejected> {
        if !(0.0..=MOST as f64).contains(&value) {
            return Err(Rejected::ImpossibleNumber);
        }
        let count = value as u64;
        if count as f64 != value {
            return Err(Rejected::FractionalCount);
        }
        Ok(Self(count))
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
    fn only_whole_possible_counts_are_taken() {
        for (value, expected) in [
            (0.0, Ok(0)),
            (-0.0, Ok(0)),
            (11.0, Ok(11)),
            (9_007_199_254_740_992.0, Ok(MOST)),
            (9_007_199_254_740_994.0, Err(Rejected::ImpossibleNumber)),
            (0.5, Err(Rejected::FractionalCount)),
            (-1.0, Err(Rejected::ImpossibleNumber)),
            (f64::NAN, Err(Rejected::ImpossibleNumber)),
            (f64::INFINITY, Err(Rejected::ImpossibleNumber)),
        ] {
            assert_eq!(Machines::try_from(value), expected.map(Machines), "{value}");
        }
    }

    #[test]
    fn a_sum_beyond_exact_numbers_is_refused() {
        assert_eq!(Machines(MOST).plus(Machines(1)), Err(Rejected::TooLarge));
        assert_eq!(Machines(MOST - 1).plus(Machines(1)), Ok(Machines(MOST)));
    }
}

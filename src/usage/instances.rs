//! License units as exact decimals: an integer number of millionths, never a binary fraction.

use std::fmt;

use super::{Decimal, Machines, Rejected};

const MILLION: u32 = 1_000_000;
/// Integers up to here are exact in an `f64`.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Beyond this a single amount is taken for a fault of the server.
const MOST_SERVED: u64 = 1_000_000_000_000;

/// An amount of license units (instances or points), exact to six decimals.
///
/// ```
/// use licensing_card::usage::Instances;
/// let sum = Instances::try_from(1.6)?.plus(Instances::try_from(0.33)?)?;
/// assert_eq!(sum.to_string(), "1.93");
/// # Ok::<(), licensing_card::usage::Rejected>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instances {
    // Two integers rather than one wide one: sums cannot overflow in practice, and the wasm
    // needs no 128-bit division to print them.
    whole: u64,
    millionths: u32,
}

impl Instances {
    /// The exact sum.
    ///
    /// # Errors
    /// [`Rejected::SumTooLarge`] where it does not fit.
    pub fn plus(self, other: Self) -> Result<Self, Rejected> {
        let millionths = self.millionths + other.millionths;
        let carry = u64::from(millionths >= MILLION);
        let whole = self
            .whole
            .checked_add(other.whole)
            .and_then(|sum| sum.checked_add(carry));
        Ok(Self {
            whole: whole.ok_or(Rejected::SumTooLarge)?,
            millionths: millionths % MILLION,
        })
    }

    /// So many times as much; the most there is where that does not fit.
    #[must_use]
    pub fn times(self, by: u32) -> Self {
        let millionths = u64::from(self.millionths) * u64::from(by);
        let carry = millionths / u64::from(MILLION);
        let whole = self.whole.saturating_mul(by.into()).saturating_add(carry);
        #[expect(clippy::cast_possible_truncation, reason = "below a million")]
        let millionths = (millionths % u64::from(MILLION)) as u32;
        Self { whole, millionths }
    }

    /// Whether it is nothing.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.whole == 0 && self.millionths == 0
    }

    /// This to two decimals, a half away from zero.
    #[must_use]
    pub const fn rounded(self) -> Self {
        let hundredths = (self.millionths + 5_000) / 10_000;
        Self {
            whole: self.whole.saturating_add((hundredths / 100) as u64),
            millionths: hundredths % 100 * 10_000,
        }
    }

    /// How many decimals it has, at most six.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        let (mut rest, mut decimals) = (self.millionths, 0);
        while rest > 0 {
            rest = rest * 10 % MILLION;
            decimals += 1;
        }
        decimals
    }

    /// Its part for each of so many, to six decimals, and whether that is exact. `None` of none,
    /// and if the amount is beyond the range.
    #[must_use]
    pub fn shared_by(self, count: Machines) -> Option<(Self, bool)> {
        let count = count.get();
        let all = self
            .whole
            .checked_mul(MILLION.into())?
            .checked_add(self.millionths.into())?;
        let each = all.checked_add(count / 2)?.checked_div(count)?;
        #[expect(clippy::cast_possible_truncation, reason = "below a million")]
        let millionths = (each % u64::from(MILLION)) as u32;
        let part = Self {
            whole: each / u64::from(MILLION),
            millionths,
        };
        Some((part, all.is_multiple_of(count)))
    }

    /// The nearest `f64`, which prints as the same decimal wherever an `f64` can.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "the branch without loss comes first"
    )]
    pub fn to_f64(self) -> f64 {
        let (mut digits, mut scale) = (self.millionths, MILLION);
        while scale > 1 && digits.is_multiple_of(10) {
            digits /= 10;
            scale /= 10;
        }
        // One division of two exact integers is correctly rounded; adding a fraction is not.
        let scaled = self.whole as f64 * f64::from(scale) + f64::from(digits);
        if scaled <= EXACT {
            scaled / f64::from(scale)
        } else {
            self.whole as f64 + f64::from(digits) / f64::from(scale)
        }
    }

    /// This as a share of `whole`; 0 of nothing is 0.
    #[must_use]
    pub fn share_of(self, whole: Self) -> f64 {
        if whole.is_zero() {
            return 0.0;
        }
        self.to_f64() / whole.to_f64()
    }

    /// The same in thousandths, rounded down.
    #[must_use]
    pub fn per_mille_of(self, whole: Self) -> u32 {
        let share = (self.share_of(whole) * 1000.0).clamp(0.0, 1_000_000.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped"
        )]
        let share = share as u32;
        // A quotient of two binary fractions may be off by one.
        let is_less = self.times(1000) < whole.times(share);
        let is_more = self.times(1000) >= whole.times(share.saturating_add(1));
        (share - u32::from(is_less)).saturating_add(u32::from(is_more && !whole.is_zero()))
    }
}

impl TryFrom<Decimal> for Instances {
    type Error = Rejected;

    fn try_from(number: Decimal) -> Result<Self, Rejected> {
        let Decimal {
            whole, millionths, ..
        } = number;
        let amount = Self {
            whole: whole.saturating_add(u64::from(millionths / MILLION)),
            millionths: millionths % MILLION,
        };
        let most = Self {
            whole: MOST_SERVED,
            millionths: 0,
        };
        Some(amount)
            .filter(|amount| *amount <= most)
            .ok_or(Rejected::TooLarge)
    }
}

impl TryFrom<f64> for Instances {
    type Error = Rejected;

    /// Takes a number for the decimal it was written as; more than six decimals are rounded to six.
    #[expect(clippy::cast_precision_loss, reason = "10^12 is exact")]
    fn try_from(value: f64) -> Result<Self, Rejected> {
        if value < 0.0 {
            return Err(Rejected::Negative);
        }
        if !(0.0..=MOST_SERVED as f64).contains(&value) {
            return Err(Rejected::TooLarge);
        }
        // The shortest decimal that reads back as this number is the one that was written, so
        // that 999999999999.33 stays exact although an f64 is coarser than a millionth there.
        let whole = value.trunc();
        let mut scale = 1_u32;
        loop {
            let ten = f64::from(scale);
            let digits = ((value - whole) * ten).round();
            let scaled = whole * ten + digits;
            // One division of two exact integers is correctly rounded. Where the integer would not
            // be exact, the sum is: it is far coarser than the division's remainder.
            let back = if scaled <= EXACT {
                scaled / ten
            } else {
                whole + digits / ten
            };
            #[expect(
                clippy::float_cmp,
                reason = "reading back the very same number is the point"
            )]
            if scale == MILLION || back == value {
                return Ok(Self::from_parts(whole, digits, scale));
            }
            scale *= 10;
        }
    }
}

impl Instances {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole numbers from 0 to 10^12, and to a million"
    )]
    fn from_parts(whole: f64, digits: f64, scale: u32) -> Self {
        let millionths = digits as u32 * (MILLION / scale);
        Self {
            whole: whole as u64 + u64::from(millionths / MILLION),
            millionths: millionths % MILLION,
        }
    }
}

/// A plain decimal: a dot, no grouping, no trailing zeros.
impl fmt::Display for Instances {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.whole)?;
        if self.millionths == 0 {
            return Ok(());
        }
        let width = self.decimals();
        let digits = self.millionths / 10_u32.pow(u32::from(6 - width));
        write!(f, ".{digits:0width$}", width = width.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_taken_for_the_decimal_it_was_written_as() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (0.33, "0.33"),
            (1.6, "1.6"),
            (0.1 + 0.2, "0.3"),
            (1e12, "1000000000000"),
            (999_999_999_999.33, "999999999999.33"),
            (297_473_084_161.143_55, "297473084161.14355"),
            (9_999_999_999.123_457, "9999999999.123457"),
            (9_007_199_254.740_993, "9007199254.740993"),
            (0.000_001, "0.000001"),
            (0.000_000_4, "0"),
            (1.234_567_89, "1.234568"),
            (0.999_999_9, "1"),
        ] {
            let amount = Instances::try_from(value).unwrap();
            assert_eq!(amount.to_string(), text, "{value}");
        }
    }

    #[test]
    fn an_impossible_number_is_refused() {
        for (value, why) in [
            (-1.0, Rejected::Negative),
            (-1e-9, Rejected::Negative),
            (f64::NEG_INFINITY, Rejected::Negative),
            (f64::NAN, Rejected::TooLarge),
            (f64::INFINITY, Rejected::TooLarge),
            (1.000_001e12, Rejected::TooLarge),
        ] {
            assert_eq!(Instances::try_from(value), Err(why), "{value}");
        }
    }

    #[test]
    fn sums_are_exact() {
        let sum = |values: &[f64]| {
            values.iter().try_fold(Instances::default(), |sum, value| {
                sum.plus((*value).try_into()?)
            })
        };
        assert_eq!(sum(&[1.6, 0.33]).unwrap().to_f64().to_string(), "1.93");
        assert_eq!(sum(&[0.1; 30]).unwrap().to_string(), "3");
        assert_eq!(sum(&[1e12; 30]).unwrap().to_string(), "30000000000000");
    }

    #[test]
    fn multiples_are_exact() {
        for (value, by, text) in [
            (1.44, 5, "7.2"),
            (1.8, 4, "7.2"),
            (0.999_999, 1_000_000, "999999"),
            (1e12, 5, "5000000000000"),
            (0.5, 0, "0"),
        ] {
            let amount = Instances::try_from(value).unwrap();
            assert_eq!(amount.times(by).to_string(), text, "{value}");
        }
    }

    #[test]
    fn rounding_is_to_two_decimals_and_half_away_from_zero() {
        for (value, rounded, decimals) in [
            (0.0, "0", 0),
            (1.93, "1.93", 2),
            (1.6, "1.6", 1),
            (0.004_999, "0", 6),
            (0.005, "0.01", 3),
            (1.005, "1.01", 3),
            (0.995, "1", 3),
            (999_999_999_999.995, "1000000000000", 3),
        ] {
            let amount = Instances::try_from(value).unwrap();
            assert_eq!(amount.rounded().to_string(), rounded, "{value}");
            assert_eq!(amount.decimals(), decimals, "{value}");
        }
    }

    #[test]
    fn a_part_for_each_is_told_with_whether_it_is_exact() {
        for (value, count, each) in [
            (1.6, 10, Some(("0.16", true))),
            (0.33, 1, Some(("0.33", true))),
            (1.0, 3, Some(("0.333333", false))),
            (2.0, 3, Some(("0.666667", false))),
            (0.0, 4, Some(("0", true))),
            (1.6, 0, None),
            (1e12, 1, Some(("1000000000000", true))),
        ] {
            let amount = Instances::try_from(value).unwrap();
            let part = amount.shared_by(Machines::from(count));
            let part = part.map(|(part, exact)| (part.to_string(), exact));
            let each = each.map(|(part, exact)| (part.to_owned(), exact));
            assert_eq!(part, each, "{value} by {count}");
        }
    }

    #[test]
    fn a_sum_that_does_not_fit_is_refused() {
        let most = Instances {
            whole: u64::MAX,
            millionths: 999_999,
        };
        let least = Instances {
            whole: 0,
            millionths: 1,
        };
        assert_eq!(most.plus(least), Err(Rejected::SumTooLarge));
    }

    #[test]
    fn shares_are_per_mille() {
        let amount = |value: f64| Instances::try_from(value).unwrap();
        assert_eq!(amount(1.6).per_mille_of(amount(1.93)), 829);
        for (part, whole, share) in [
            (0.7, 10.0, 70),
            (1.4, 10.0, 140),
            (9.95, 10.0, 995),
            (10.7, 10.0, 1070),
            (10.01, 10.0, 1001),
            (1000.5, 1000.0, 1000),
            (99.99, 100.0, 999),
        ] {
            assert_eq!(amount(part).per_mille_of(amount(whole)), share, "{part}");
        }
        assert_eq!(amount(0.0).per_mille_of(amount(0.0)), 0);
        assert_eq!(amount(3.0).per_mille_of(amount(1.0)), 3000);
    }
}

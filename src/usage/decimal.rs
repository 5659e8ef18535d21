//! Decimals as JSON writes them, read digit by digit: no binary fraction is ever made of one.

use super::Rejected;

/// Whole parts are no longer distinguished; all that counts is far below.
const MUCH: u64 = 1_000_000_000_000_000_000;

/// A decimal number, exact to six decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimal {
    /// The whole part, exact below [`MUCH`].
    pub(super) whole: u64,
    /// At most a million, which rounding up can make.
    pub(super) millionths: u32,
    /// Whether any decimal, also beyond the sixth, is not zero.
    pub(super) is_fractional: bool,
}

impl Decimal {
    /// Reads a number that is written by JSON's grammar. More than six decimals are rounded to six,
    /// a half away from zero.
    ///
    /// # Errors
    /// [`Rejected::Negative`] if it is below zero; -0 is zero.
    pub fn read(number: &[u8]) -> Result<Self, Rejected> {
        // Most numbers are 0. Taking it at once makes reading a payload a tenth faster.
        if number == b"0" {
            return Ok(Self::default());
        }
        let find = |wanted: u8| {
            let mut bytes = number.iter();
            bytes.position(|byte| byte.to_ascii_lowercase() == wanted)
        };
        let end = find(b'e').unwrap_or(number.len());
        let exponent = exponent(number.get(end + 1..).unwrap_or_default());
        let is_negative = number.first() == Some(&b'-');
        // The next digit's weight: ten to the power of this.
        let wholes = find(b'.').unwrap_or(end) - usize::from(is_negative);
        let mut power = exponent + position(wholes);
        let mut read = Self::default();
        let mut is_zero = true;
        for byte in number.get(..end).unwrap_or_default() {
            if !byte.is_ascii_digit() {
                continue;
            }
            let digit = byte - b'0';
            power -= 1;
            is_zero &= digit == 0;
            if power >= 0 {
                read.append(digit);
            } else {
                read.is_fractional |= digit > 0;
                read.millionths += match power {
                    -1 => u32::from(digit) * 100_000,
                    -2 => u32::from(digit) * 10_000,
                    -3 => u32::from(digit) * 1_000,
                    -4 => u32::from(digit) * 100,
                    -5 => u32::from(digit) * 10,
                    -6 => u32::from(digit),
                    -7 => u32::from(digit >= 5),
                    _ => 0,
                };
            }
        }
        for _ in 0..power.min(20) {
            read.append(0);
        }
        if is_negative && !is_zero {
            return Err(Rejected::Negative);
        }
        Ok(read)
    }

    fn append(&mut self, digit: u8) {
        if self.whole < MUCH {
            self.whole = self.whole * 10 + u64::from(digit);
        }
    }

    /// Whether it is more than a whole number.
    #[must_use]
    pub const fn is_over(self, most: u64) -> bool {
        self.whole > most || self.whole == most && self.is_fractional
    }

    /// The next whole number.
    #[must_use]
    pub const fn rounded_up(self) -> u64 {
        self.whole.saturating_add(self.is_fractional as u64)
    }
}

/// Where a digit is. No text is so long that this does not fit.
fn position(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}

/// One that does not fit moves the point further than any text has digits.
fn exponent(text: &[u8]) -> i64 {
    let mut exponent = 0_i64;
    for byte in text.iter().filter(|byte| byte.is_ascii_digit()) {
        exponent = (exponent * 10 + i64::from(byte - b'0')).min(1 << 40);
    }
    if text.first() == Some(&b'-') {
        -exponent
    } else {
        exponent
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Instances, Machines};
    use super::*;

    fn instances(text: &str) -> Result<String, Rejected> {
        let amount: Instances = Decimal::read(text.as_bytes())?.try_into()?;
        Ok(amount.to_string())
    }

    #[test]
    fn an_amount_is_the_decimal_that_is_written() {
        for (text, expected) in [
            ("0", "0"),
            ("-0", "0"),
            ("-0.000e7", "0"),
            ("0e999999999999999999999", "0"),
            ("5", "5"),
            ("0.33", "0.33"),
            ("1.6", "1.6"),
            ("10.0", "10"),
            ("0.1", "0.1"),
            ("1.5e1", "15"),
            ("15E-1", "1.5"),
            ("150e-2", "1.5"),
            ("0.0015e+3", "1.5"),
            ("12345678901234567890e-10", "1234567890.123457"),
            ("1e12", "1000000000000"),
            ("1000000000000.0000004", "1000000000000"),
            ("999999999999.33", "999999999999.33"),
            ("999999999999.999999", "999999999999.999999"),
            ("297473084161.14355", "297473084161.14355"),
            ("0.000001", "0.000001"),
            ("0.0000004", "0"),
            ("0.0000005", "0.000001"),
            ("0.00000049999999999999999999", "0"),
            ("1.23456789", "1.234568"),
            ("0.9999999", "1"),
            ("0.9999995", "1"),
            ("1e-400", "0"),
            ("1e-99999999999999999999", "0"),
            ("100000000000000000000e-20", "1"),
        ] {
            assert_eq!(instances(text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn an_impossible_amount_is_refused() {
        for (text, expected) in [
            ("-1", Rejected::Negative),
            ("-0.0000000001", Rejected::Negative),
            ("-1e-400", Rejected::Negative),
            ("1000000000000.000001", Rejected::TooLarge),
            ("1000000000000.0000005", Rejected::TooLarge),
            ("1e13", Rejected::TooLarge),
            ("1e400", Rejected::TooLarge),
            ("18446744073709551616", Rejected::TooLarge),
            ("99999999999999999999", Rejected::TooLarge),
            ("1e99999999999999999999", Rejected::TooLarge),
        ] {
            assert_eq!(instances(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn only_whole_possible_counts_are_taken() {
        let count = |text: &str| -> Result<String, Rejected> {
            let count: Machines = Decimal::read(text.as_bytes())?.try_into()?;
            Ok(count.to_string())
        };
        for (text, expected) in [
            ("0", Ok("0")),
            ("-0.0", Ok("0")),
            ("11", Ok("11")),
            ("2.0", Ok("2")),
            ("1.50e1", Ok("15")),
            ("1e2", Ok("100")),
            ("9007199254740992", Ok("9007199254740992")),
            ("9007199254740993", Err(Rejected::TooLarge)),
            ("0.5", Err(Rejected::FractionalCount)),
            ("1.0000000000000000001", Err(Rejected::FractionalCount)),
            ("1e-3", Err(Rejected::FractionalCount)),
            ("-1", Err(Rejected::Negative)),
        ] {
            assert_eq!(count(text).as_deref(), expected.as_ref().copied(), "{text}");
        }
    }
}

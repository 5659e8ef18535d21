//! Decimals as JSON writes them, read digit by digit: no binary fraction is ever made of one.

use super::Rejected;

/// A decimal number, exact to six decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// The whole part; the most there is where it does not fit.
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
        let (is_negative, number) = match number.split_first() {
            Some((b'-', rest)) => (true, rest),
            _ => (false, number),
        };
        let is_exponent = |byte: &u8| matches!(byte, b'e' | b'E');
        let mut parts = number.splitn(2, is_exponent);
        let digits = parts.next().unwrap_or_default();
        let exponent = parts.next().map_or(0, exponent);
        let point = digits.iter().position(|byte| *byte == b'.');
        let first = digits.iter().position(|byte| matches!(byte, b'1'..=b'9'));
        let Some(first) = first else {
            return Ok(Self {
                whole: 0,
                millionths: 0,
                is_fractional: false,
            });
        };
        if is_negative {
            return Err(Rejected::Negative);
        }
        // Digits are counted without the point; the exponent moves where it stands.
        let wholes = position(point.unwrap_or(digits.len()));
        let (first, end) = match point {
            Some(point) if first > point => (first - 1, digits.len() - 1),
            Some(_) => (first, digits.len() - 1),
            None => (first, digits.len()),
        };
        let (first, end) = (position(first), position(end));
        let moved = wholes.saturating_add(exponent);
        let digit = |at: i64| {
            let byte = usize::try_from(at + i64::from(at >= wholes && point.is_some()));
            let byte = byte.ok().and_then(|at| digits.get(at));
            byte.map_or(0, |byte| byte.wrapping_sub(b'0'))
        };
        let mut whole = 0_u64;
        if moved.saturating_sub(first) > 19 {
            whole = u64::MAX;
        } else {
            for at in first..moved {
                whole = whole.saturating_mul(10).saturating_add(digit(at).into());
            }
        }
        let mut millionths = 0;
        for at in 0..6 {
            millionths = millionths * 10 + u32::from(digit(moved.saturating_add(at)));
        }
        millionths += u32::from(digit(moved.saturating_add(6)) >= 5);
        Ok(Self {
            whole,
            millionths,
            is_fractional: (moved.max(first)..end).any(|at| digit(at) != 0),
        })
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

//! Decimals in whole millionths, worked out on paper: digits are lined up and cut off.

/// The least part of a whole that is kept.
const DECIMALS: usize = 6;

/// A number as it is written.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) is_negative: bool,
    /// Without zeros at the front.
    whole: String,
    /// Without zeros at the end.
    decimals: String,
}

impl Written {
    /// By JSON's grammar. A number with more digits than anyone writes is as large, or as small.
    pub(crate) fn read(number: &str) -> Self {
        let number = number.to_ascii_lowercase();
        let (mantissa, exponent) = number.split_once('e').unwrap_or((&number, "0"));
        let digits = mantissa.trim_start_matches('-');
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let (mut whole, mut decimals) = (whole.to_owned(), decimals.to_owned());
        let is_negative =
            mantissa.starts_with('-') && digits.bytes().any(|it| matches!(it, b'1'..=b'9'));
        let most = i64::try_from(digits.len()).unwrap_or(i64::MAX) + 40;
        let exponent = exponent.trim_start_matches('+');
        let beyond = if exponent.starts_with('-') {
            -most
        } else {
            most
        };
        let exponent = exponent.parse().unwrap_or(beyond).clamp(-most, most);
        for _ in 0..exponent {
            whole.push(if decimals.is_empty() {
                '0'
            } else {
                decimals.remove(0)
            });
        }
        for _ in exponent..0 {
            decimals.insert(0, whole.pop().unwrap_or('0'));
        }
        Self {
            is_negative,
            whole: whole.trim_start_matches('0').to_owned(),
            decimals: decimals.trim_end_matches('0').to_owned(),
        }
    }

    /// As a whole number; `None` where it has decimals or is beyond measure.
    pub(crate) fn count(&self) -> Option<u128> {
        let is_whole = self.decimals.is_empty() && !self.is_negative && self.whole.len() < 30;
        is_whole.then(|| format!("0{}", self.whole).parse().ok())?
    }

    /// In millionths, a half rounded up; `None` where it is beyond measure.
    pub(crate) fn millionths(&self) -> Option<u128> {
        if self.is_negative || self.whole.len() > 25 {
            return None;
        }
        let up = self
            .decimals
            .chars()
            .nth(DECIMALS)
            .is_some_and(|next| next >= '5');
        let kept: String = self
            .decimals
            .chars()
            .chain(['0'; DECIMALS])
            .take(DECIMALS)
            .collect();
        let millionths: u128 = format!("0{}{kept}", self.whole).parse().ok()?;
        Some(millionths + u128::from(up))
    }
}

/// The millionths of an amount that the crate has written.
pub(crate) fn millionths(decimal: &str) -> u128 {
    let millionths = Written::read(decimal).millionths();
    millionths.expect("a plain decimal")
}

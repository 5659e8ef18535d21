//! Amounts in whole millionths, read from decimal texts.

use std::ops::Add;

/// The millionths that an amount may come to: one number, or two where it lies between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Millionths {
    least: u128,
    most: u128,
}

impl Millionths {
    /// Of a served number, which stands for the shortest decimal that reads back as it.
    pub(crate) fn served(value: f64) -> Self {
        let text = format!("{}", value.abs());
        let (_, decimals) = text.split_once('.').unwrap_or((&text, ""));
        let base = millionths(&text);
        // A binary fraction in the middle between two millionths is not quite in the middle.
        let beyond = decimals.get(6..).unwrap_or_default();
        let (up, down) = match format!("{beyond:0<3}")[..3].parse() {
            Ok(0..490) => (0, 0),
            Ok(510..) => (1, 1),
            _ => (1, 0),
        };
        Self {
            least: base + down,
            most: base + up,
        }
    }

    /// Whether an amount that the crate has written may be this one.
    pub(crate) fn has(self, written: &str) -> bool {
        (self.least..=self.most).contains(&millionths(written))
    }
}

impl Add for Millionths {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            least: self.least + other.least,
            most: self.most + other.most,
        }
    }
}

/// The millionths of a plain decimal, what is beyond six decimals cut off.
pub(crate) fn millionths(decimal: &str) -> u128 {
    let (whole, decimals) = decimal.split_once('.').unwrap_or((decimal, ""));
    let digits = format!("{whole}{:0<6}", &decimals[..decimals.len().min(6)]);
    digits.parse().expect("a plain decimal")
}

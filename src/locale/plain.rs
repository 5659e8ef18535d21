//! Stands in for `Intl` where there is no browser: English, and UTC. The host's tests and
//! server-side rendering read it; people never do.

use std::cmp::Ordering;

use crate::instant::Instant;

/// Whether a browser would take the tag.
pub(super) fn knows(tag: &str) -> bool {
    let mut parts = tag.split('-');
    tag.len() > 1 && parts.all(|part| (1..9).contains(&part.len()))
}

#[derive(Debug)]
pub(super) struct Numbers {
    decimals: usize,
    percent: bool,
    grouped: bool,
}

impl Numbers {
    pub(super) fn new(_tag: &str, json: &str) -> Self {
        let decimals = json
            .bytes()
            .find(u8::is_ascii_digit)
            .map_or(0, |digit| digit - b'0');
        Self {
            decimals: decimals.into(),
            percent: json.contains("percent"),
            grouped: !json.contains("useGrouping"),
        }
    }

    pub(super) fn format(&self, value: f64) -> String {
        let scaled = if self.percent { value * 100.0 } else { value };
        let fixed = format!("{scaled:.0$}", self.decimals);
        let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
        let fraction = fraction.trim_end_matches('0');
        let mut text = String::new();
        for (at, digit) in whole.char_indices() {
            if self.grouped && at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push('.');
            text.push_str(fraction);
        }
        if self.percent {
            text.push('%');
        }
        text
    }
}

#[derive(Debug)]
pub(super) struct Dates;

impl Dates {
    pub(super) const fn new(_tag: &str) -> Self {
        Self
    }

    #[expect(clippy::unused_self, reason = "the browser's needs it")]
    pub(super) fn format(&self, instant: Instant) -> String {
        format!("{} ms", instant.as_millis())
    }
}

#[derive(Debug)]
pub(super) struct RelativeTimes;

impl RelativeTimes {
    pub(super) const fn new(_tag: &str) -> Self {
        Self
    }

    #[expect(clippy::unused_self, reason = "the browser's needs it")]
    pub(super) fn format(&self, value: f64, unit: &str) -> String {
        if value == 0.0 {
            return "now".to_owned();
        }
        format!("{} {unit}s ago", -value)
    }
}

#[derive(Debug)]
pub(super) struct Order;

impl Order {
    pub(super) const fn new(_tag: &str) -> Self {
        Self
    }

    #[expect(clippy::unused_self, reason = "the browser's needs it")]
    pub(super) fn compare(&self, one: &str, other: &str) -> Ordering {
        one.to_lowercase().cmp(&other.to_lowercase())
    }
}

#[derive(Debug)]
pub(super) struct Plurals;

impl Plurals {
    pub(super) const fn new(_tag: &str) -> Self {
        Self
    }

    /// The plural category of a number.
    #[expect(
        clippy::unused_self,
        clippy::float_cmp,
        reason = "the browser's needs it; a count"
    )]
    pub(super) fn select(&self, value: f64) -> String {
        if value == 1.0 { "one" } else { "other" }.to_owned()
    }
}

//! When a server asks to be asked again.

use std::time::Duration;

use crate::instant::Instant;

/// The last second that a page can be told of: dates are written with four digits for the year.
const LAST: f64 = 253_402_300_799_000.0;

/// Reads a `Retry-After` header: seconds, or an HTTP date, which `parse_date` turns into an
/// instant. Garbage and the past are ignored; what is beyond the calendar is its end.
#[must_use]
pub fn retry_after(
    header: &str,
    parse_date: impl FnOnce(&str) -> Option<Instant>,
    now: Instant,
) -> Option<Instant> {
    let header = header.trim();
    let last = Instant::from_millis(LAST);
    if header.is_empty() {
        return None;
    }
    if header.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds: Option<u32> = header.parse().ok();
        let at = seconds.map(|seconds| now.plus(Duration::from_secs(seconds.into())));
        return Some(at.unwrap_or(last).min(last));
    }
    // Browsers take nearly anything for a date. HTTP's are in GMT by name, or, in the oldest of
    // their three forms, begin with the day's name and end with the year.
    let date = if header.ends_with("GMT") {
        parse_date(header)
    } else if header.starts_with(|char: char| char.is_ascii_uppercase())
        && header.ends_with(|char: char| char.is_ascii_digit())
        && header.contains(':')
    {
        parse_date(&format!("{header} GMT"))
    } else {
        None
    };
    date.filter(|date| *date > now && *date <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_and_dates_are_read_and_garbage_is_not() {
        let now = Instant::from_millis(1_000_000.0);
        let at = |millis: f64| Some(Instant::from_millis(millis));
        for (header, date, expected) in [
            ("120", None, at(1_120_000.0)),
            (" 0 ", None, at(1_000_000.0)),
            (
                "Sun, 06 Nov 1994 08:49:37 GMT",
                at(2_000_000.0),
                at(2_000_000.0),
            ),
            ("Sun, 06 Nov 1994 08:49:37 GMT", at(999_999.0), None),
            ("tomorrow 1", at(2_000_000.0), None),
            ("-5", None, None),
            ("1.5", None, None),
            ("", None, None),
            ("99999999999999999999999", None, at(LAST)),
            ("18446744073709551615", None, at(LAST)),
            ("253402299800", None, at(LAST)),
            ("4294967295", None, at(4_294_968_295_000.0)),
            ("Sun Nov  6 08:49:37 1994", at(2_000_000.0), at(2_000_000.0)),
            (
                "Sunday, 06-Nov-94 08:49:37 GMT",
                at(2_000_000.0),
                at(2_000_000.0),
            ),
            ("Nov 1994", at(2_000_000.0), None),
            (
                "Fri, 31 Dec 275759 23:59:59 GMT",
                at(8_639_999_999_999_000.0),
                None,
            ),
        ] {
            assert_eq!(retry_after(header, |_| date, now), expected, "{header}");
        }
    }
}

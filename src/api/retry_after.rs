//! When a server asks to be asked again.

use std::time::Duration;

use crate::instant::Instant;

/// No page can be told of a later time: dates are written with four digits for the year.
const YEAR_10000: f64 = 253_402_300_800_000.0;

/// Reads a `Retry-After` header: seconds, or an HTTP date, which `parse_date` turns into an
/// instant. Garbage, the past and what is beyond any calendar are ignored.
#[must_use]
pub fn retry_after(
    header: &str,
    parse_date: impl FnOnce(&str) -> Option<Instant>,
    now: Instant,
) -> Option<Instant> {
    let header = header.trim();
    let at = if header.bytes().all(|byte| byte.is_ascii_digit()) {
        now.plus(Duration::from_secs(header.parse().ok()?))
    } else {
        // Browsers take nearly anything for a date; HTTP dates alone are in GMT by name.
        parse_date(header).filter(|date| header.ends_with("GMT") && *date > now)?
    };
    Some(at).filter(|at| at.as_millis() < YEAR_10000)
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
            ("99999999999999999999999", None, None),
            ("18446744073709551615", None, None),
            ("18446744073709552", None, None),
            ("253402299800", None, None),
            ("253402299799", None, at(253_402_300_799_000.0)),
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

//! When a server asks to be asked again.

use std::time::Duration;

use crate::instant::Instant;

/// Reads a `Retry-After` header: seconds, or an HTTP date, which `parse_date` turns into an
/// instant. Garbage and the past are ignored.
#[must_use]
pub fn retry_after(
    header: &str,
    parse_date: impl FnOnce(&str) -> Option<Instant>,
    now: Instant,
) -> Option<Instant> {
    let header = header.trim();
    if header.bytes().all(|byte| byte.is_ascii_digit()) {
        return header
            .parse()
            .ok()
            .map(|seconds| now.plus(Duration::from_secs(seconds)));
    }
    // Browsers take nearly anything for a date; HTTP dates alone are in GMT by name.
    parse_date(header).filter(|date| header.ends_with("GMT") && *date > now)
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
        ] {
            assert_eq!(retry_after(header, |_| date, now), expected, "{header}");
        }
    }
}

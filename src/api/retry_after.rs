//! `Retry-After`: the earliest time of the next request.

use std::time::Duration;

use crate::instant::Instant;

/// The last second that a page can read: dates are written with four digits for the year.
const LAST: f64 = 253_402_300_799_000.0;

/// Reads a `Retry-After` header: seconds, or an HTTP date, which `parse_date` turns into an
/// instant. A date counts from `date`, the response's own, where there is one, since this device's
/// clock may be wrong. Garbage, the past and dates beyond the calendar are ignored; a wait that ends
/// beyond it becomes its end.
#[must_use]
pub fn retry_after(
    header: &str,
    date: Option<&str>,
    parse_date: &dyn Fn(&str) -> Option<Instant>,
    now: Instant,
) -> Option<Instant> {
    let header = header.trim();
    let last = Instant::from_millis(LAST);
    if header.is_empty() {
        return None;
    }
    if header.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(in_seconds(header.parse().unwrap_or(u64::MAX), now));
    }
    let there = http_date(header, parse_date)?;
    let sent = date.and_then(|date| http_date(date.trim(), parse_date));
    let sent = sent.unwrap_or(now);
    (there > sent && there <= last).then(|| now.plus(there.since(sent)).min(last))
}

/// So many seconds from now.
pub(super) fn in_seconds(seconds: u64, now: Instant) -> Instant {
    now.plus(Duration::from_secs(seconds))
        .min(Instant::from_millis(LAST))
}

/// How long ago a cache has got a response, by its `Age` header.
#[must_use]
pub fn age(header: &str) -> Duration {
    Duration::from_secs(header.trim().parse().unwrap_or_default())
}

/// Browsers take nearly anything for a date. HTTP's are in GMT by name, or, in the oldest of their
/// three forms, begin with the day's name and end with the year.
fn http_date(text: &str, parse_date: &dyn Fn(&str) -> Option<Instant>) -> Option<Instant> {
    let (first, last) = (text.bytes().next()?, text.bytes().last()?);
    if text.ends_with("GMT") {
        parse_date(text)
    } else if first.is_ascii_uppercase() && last.is_ascii_digit() && text.contains(':') {
        parse_date(&format!("{text} GMT"))
    } else {
        None
    }
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
            assert_eq!(
                retry_after(header, None, &|_| date, now),
                expected,
                "{header}"
            );
        }
    }

    #[test]
    fn a_date_counts_from_the_responses_own() {
        const NOON: &str = "Sun, 06 Nov 1994 12:00:00 GMT";
        const LATER: &str = "Sun, 06 Nov 1994 12:01:00 GMT";
        let parse = &|text: &str| match text {
            NOON => Some(Instant::from_millis(1_000_000_000.0)),
            LATER => Some(Instant::from_millis(1_000_060_000.0)),
            _ => None,
        };
        // This device's clock is far behind, or far ahead.
        for now in [5_000.0, 5_000_000_000.0].map(Instant::from_millis) {
            let in_a_minute = Some(now.plus(Duration::from_secs(60)));
            assert_eq!(retry_after(LATER, Some(NOON), parse, now), in_a_minute);
            assert_eq!(retry_after(NOON, Some(LATER), parse, now), None);
            assert_eq!(retry_after(NOON, Some(NOON), parse, now), None);
        }
        let now = Instant::from_millis(1_000_050_000.0);
        let there = parse(LATER);
        assert_eq!(retry_after(LATER, None, parse, now), there);
        assert_eq!(retry_after(LATER, Some("garbage"), parse, now), there);
    }

    #[test]
    fn a_date_at_the_end_of_the_calendar_stays_within_it() {
        let last = Instant::from_millis(LAST);
        let earlier = Instant::from_millis(LAST - 2_000.0);
        let parse = &|text: &str| match text {
            "Fri, 31 Dec 9999 23:59:59 GMT" => Some(last),
            "Fri, 31 Dec 9999 23:59:57 GMT" => Some(earlier),
            _ => None,
        };
        let (end, before) = (
            "Fri, 31 Dec 9999 23:59:59 GMT",
            "Fri, 31 Dec 9999 23:59:57 GMT",
        );
        let now = Instant::from_millis(LAST - 1_000.0);
        assert_eq!(retry_after(end, Some(before), parse, now), Some(last));
    }

    #[test]
    fn an_age_is_whole_seconds() {
        for (header, seconds) in [
            ("7200", 7_200),
            (" 0 ", 0),
            ("", 0),
            ("-5", 0),
            ("1.5", 0),
            ("old", 0),
            ("99999999999999999999", 0),
        ] {
            assert_eq!(age(header), Duration::from_secs(seconds), "{header}");
        }
    }
}

//! Points in time, given by whoever calls: nothing in the pure core reads a clock.

use std::fmt;
use std::time::Duration;

/// Milliseconds since 1970-01-01T00:00:00Z, by the wall clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(u64);

impl Instant {
    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self(0);

    /// From JavaScript's number; anything before 1970 or not finite is 1970.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates"
    )]
    pub const fn from_millis(millis: f64) -> Self {
        Self(millis as u64)
    }

    /// JavaScript's number.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "exact for the next 285,000 years"
    )]
    pub const fn as_millis(self) -> f64 {
        self.0 as f64
    }

    /// That much later.
    #[must_use]
    pub const fn plus(self, duration: Duration) -> Self {
        let millis = duration.as_secs().saturating_mul(1_000);
        Self(
            self.0
                .saturating_add(millis)
                .saturating_add(duration.subsec_millis() as u64),
        )
    }

    /// That much earlier.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "saturates long before")]
    pub const fn minus(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(duration.as_millis() as u64))
    }

    /// How long after `earlier` this is; nothing where it is not after it.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Duration {
        Duration::from_millis(self.0.saturating_sub(earlier.0))
    }
}

/// ISO 8601 in UTC, to the millisecond: `2026-11-22T14:02:11.000Z`.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DAY: u64 = 86_400_000;
        let (days, millis) = (self.0 / DAY, self.0 % DAY);
        // Years that begin in March have their leap day at the end, which makes a day's month a
        // matter of division: 153 days are five months. Eras are the 400 years of the calendar.
        let day = days + 719_468;
        let (era, day) = (day / 146_097, day % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let date = day - (153 * month + 2) / 5 + 1;
        let (month, later) = if month < 10 {
            (month + 3, 0)
        } else {
            (month - 9, 1)
        };
        let year = era * 400 + year + later;
        let (hour, minute) = (millis / 3_600_000, millis / 60_000 % 60);
        let (second, milli) = (millis / 1_000 % 60, millis % 1_000);
        write!(
            f,
            "{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_that_does_not_fit_is_the_latest_instant() {
        let now = Instant::from_millis(1_000.0);
        let plus = |seconds| now.plus(Duration::from_secs(seconds));
        assert_eq!(plus(2), Instant(3_000));
        assert_eq!(now.plus(Duration::from_millis(1_999)), Instant(2_999));
        assert_eq!(plus(u64::MAX / 1_000 + 1), Instant(u64::MAX));
        assert_eq!(plus(u64::MAX), Instant(u64::MAX));
    }

    #[test]
    fn an_instant_is_written_in_iso_8601() {
        for (millis, text) in [
            (0.0, "1970-01-01T00:00:00.000Z"),
            (951_782_399_999.0, "2000-02-28T23:59:59.999Z"),
            (951_782_400_000.0, "2000-02-29T00:00:00.000Z"),
            (951_868_800_000.0, "2000-03-01T00:00:00.000Z"),
            (1_795_356_131_000.0, "2026-11-22T14:02:11.000Z"),
            (4_107_542_400_000.0, "2100-03-01T00:00:00.000Z"),
            (-5.0, "1970-01-01T00:00:00.000Z"),
            (f64::NAN, "1970-01-01T00:00:00.000Z"),
        ] {
            assert_eq!(Instant::from_millis(millis).to_string(), text);
        }
    }
}

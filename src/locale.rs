//! Words, numbers and dates in the reader's language: one catalogue of messages per language,
//! numbers and dates by the browser's `Intl`.

mod de;
mod en;
#[cfg(target_arch = "wasm32")]
mod intl;
#[cfg(not(target_arch = "wasm32"))]
#[path = "locale/plain.rs"]
mod intl;
mod messages;

use std::cmp::Ordering;
use std::time::Duration;

pub use messages::{Messages, Plural, Term};

use crate::instant::Instant;
use crate::usage::{Instances, Machines};
use intl::{Dates, Numbers, Order, Plurals, RelativeTimes};

/// One language's words and formats.
#[derive(Debug)]
pub struct Locale {
    /// The words.
    pub messages: &'static Messages,
    counts: Numbers,
    amounts: Numbers,
    plain: Numbers,
    order: Order,
    shares: Numbers,
    dates: Dates,
    relative: RelativeTimes,
    plurals: Plurals,
}

/// The catalogues, by the language's subtag; the first one serves every other language.
const CATALOGUES: [(&str, &Messages); 2] = [("en", &en::MESSAGES), ("de", &de::MESSAGES)];

impl Locale {
    /// The locale for a BCP 47 tag. Numbers and dates follow the tag; where there are no words in
    /// its language they are English, and so is all that stands within a sentence.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let language = tag.split('-').next().unwrap_or_default();
        let known = CATALOGUES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(language));
        let (worded, messages) = match known {
            Some((_, messages)) => (tag, *messages),
            None => ("en", &en::MESSAGES),
        };
        Self {
            messages,
            counts: Numbers::new(tag, r#"{"maximumFractionDigits":0}"#),
            amounts: Numbers::new(tag, r#"{"maximumFractionDigits":6}"#),
            plain: Numbers::new(
                tag,
                r#"{"maximumFractionDigits":6,"useGrouping":false,"numberingSystem":"latn"}"#,
            ),
            order: Order::new(tag),
            shares: Numbers::new(tag, r#"{"style":"percent","maximumFractionDigits":1}"#),
            dates: Dates::new(worded),
            relative: RelativeTimes::new(worded),
            plurals: Plurals::new(worded),
        }
    }

    /// The subtag of the words' language, for a `lang` attribute.
    #[must_use]
    pub const fn language(&self) -> &'static str {
        self.messages.language
    }

    /// A number of machines.
    #[must_use]
    pub fn count(&self, count: Machines) -> String {
        self.counts.format(count.to_f64())
    }

    /// A number of machines with the word for it.
    #[must_use]
    pub fn machines(&self, count: Machines) -> String {
        let forms = &self.messages.machines;
        let form = match self.plurals.select(count.to_f64()).as_str() {
            "one" => forms.one,
            _ => forms.other,
        };
        fill(form, &self.count(count))
    }

    /// An amount of license units, with all its decimals.
    #[must_use]
    pub fn amount(&self, amount: Instances) -> String {
        self.amounts.format(amount.to_f64())
    }

    /// A number as the reader's spreadsheet takes it: in European digits, and not grouped.
    #[must_use]
    pub fn plain(&self, number: f64) -> String {
        self.plain.format(number)
    }

    /// Which of two names comes first.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        self.order.compare(one, other)
    }

    /// A share, given in thousandths.
    #[must_use]
    pub fn share(&self, per_mille: u32) -> String {
        self.shares.format(f64::from(per_mille) / 1000.0)
    }

    /// A date with its time.
    #[must_use]
    pub fn date(&self, instant: Instant) -> String {
        self.dates.format(instant)
    }

    /// A length of time up to now, as in "5 minutes ago".
    #[must_use]
    pub fn ago(&self, age: Duration) -> String {
        let minutes = age.as_secs() / 60;
        #[expect(clippy::cast_precision_loss, reason = "ages are short")]
        let (value, unit) = match minutes {
            0..60 => (minutes as f64, "minute"),
            60..1440 => ((minutes / 60) as f64, "hour"),
            _ => ((minutes / 1440) as f64, "day"),
        };
        self.relative.format(-value, unit)
    }
}

/// Puts a value into a message, at its first `{}`.
#[must_use]
pub fn fill(message: &str, value: &str) -> String {
    let (before, after) = split(message);
    let mut filled = before.to_owned();
    filled.push_str(value);
    filled.push_str(after);
    filled
}

/// What stands before a message's first `{}`, and what after it.
#[must_use]
pub fn split(message: &str) -> (&str, &str) {
    // By a character: std's searcher for longer patterns would cost the wasm a kilobyte.
    let (before, after) = message.split_once('{').unwrap_or((message, "}"));
    (before, after.get(1..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fall_back_to_english() {
        for (tag, language) in [
            ("en", "en"),
            ("en-GB", "en"),
            ("de", "de"),
            ("DE-at", "de"),
            ("tlh", "en"),
            ("", "en"),
        ] {
            assert_eq!(Locale::new(tag).language(), language, "{tag}");
        }
    }

    #[test]
    fn every_message_with_a_value_has_a_place_for_it() {
        for (language, messages) in CATALOGUES {
            assert_eq!(messages.language, language);
            for message in [
                messages.machines.one,
                messages.machines.other,
                messages.updated,
                messages.retry_at,
                messages.server_says,
                messages.http,
            ] {
                assert_eq!(message.matches("{}").count(), 1, "{language}: {message}");
            }
            for message in [
                messages.stale,
                messages.within_limit,
                messages.near_limit,
                messages.over_limit,
            ] {
                assert_eq!(message.matches("{}").count(), 2, "{language}: {message}");
            }
        }
    }
}

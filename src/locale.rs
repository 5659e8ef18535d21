//! Words, numbers and dates in the reader's language: one pack of messages per language,
//! numbers and dates by the browser's `Intl`.

#[cfg(target_arch = "wasm32")]
mod intl;
#[cfg(not(target_arch = "wasm32"))]
#[path = "locale/plain.rs"]
mod intl;
mod label;
mod packs;

use std::cell::{OnceCell, RefCell};
use std::cmp::Ordering;
use std::rc::Rc;
use std::time::Duration;

pub use licensing_card_languages::{Messages, Plural, Term};

pub(crate) use packs::LanguageLoad;

use crate::instant::Instant;
use crate::usage::{Instances, Machines};
use intl::{Dates, Numbers, Order, Plurals, RelativeTimes};
use licensing_card_languages::ENGLISH;

/// One language's words and formats.
#[derive(Debug)]
pub struct Locale {
    /// The words.
    pub messages: Messages,
    /// The tags of numbers, and of all that stands within sentences.
    tags: [String; 2],
    numbers: Numbers,
    shares: Numbers,
    dates: Dates,
    plurals: Plurals,
    /// Made when they are first used, since few cards do.
    plain: OnceCell<Numbers>,
    order: OnceCell<Order>,
}

impl Locale {
    /// The locale for a BCP 47 tag, also as servers spell it: `de_DE.UTF-8`. Numbers follow the
    /// tag. Where there are no messages in its language, or none yet, these are English, and so
    /// is everything within a sentence.
    #[must_use]
    pub fn new(tag: &str) -> Self {
        let tag = &plain_tag(tag);
        let messages = packs::find(tag);
        // Numbers and words agree: with a tag that `Intl` refuses, both are the language's.
        let tag = match messages {
            _ if intl::knows(tag) => tag,
            Some(messages) => messages.language(),
            None => ENGLISH.language(),
        };
        let (words_tag, messages) = match messages {
            Some(messages) => (tag, messages),
            None => (ENGLISH.language(), ENGLISH),
        };
        Self {
            messages,
            tags: [tag.to_owned(), words_tag.to_owned()],
            numbers: Numbers::new(tag, r#"{"maximumFractionDigits":6}"#),
            shares: Numbers::new(tag, r#"{"style":"percent","maximumFractionDigits":1}"#),
            dates: Dates::new(words_tag),
            plurals: Plurals::new(words_tag),
            plain: OnceCell::new(),
            order: OnceCell::new(),
        }
    }

    /// The same for all cards that ask for one tag in turn: the browser's formats take long to
    /// make.
    #[must_use]
    pub(crate) fn shared(tag: &str) -> Rc<Self> {
        thread_local! {
            static LAST: RefCell<Option<(String, Rc<Locale>)>> = const { RefCell::new(None) };
        }
        LAST.with_borrow_mut(|last| {
            let messages = packs::find(&plain_tag(tag)).unwrap_or(ENGLISH);
            match last {
                // Messages may have been loaded since.
                Some((known, locale))
                    if known == tag && locale.language() == messages.language() =>
                {
                    Rc::clone(locale)
                }
                _ => {
                    let locale = Rc::new(Self::new(tag));
                    *last = Some((tag.to_owned(), Rc::clone(&locale)));
                    locale
                }
            }
        })
    }

    /// The tag of the words' language, for a `lang` attribute.
    #[must_use]
    pub const fn language(&self) -> &'static str {
        self.messages.language()
    }

    /// The direction that the words are read in, for a `dir` attribute.
    #[must_use]
    pub const fn direction(&self) -> &'static str {
        self.messages.direction()
    }

    /// A number of machines.
    #[must_use]
    pub fn count(&self, count: Machines) -> String {
        self.numbers.format(count.to_f64())
    }

    /// A number of machines with the word for it.
    #[must_use]
    pub fn machines(&self, count: Machines) -> String {
        let category = self.plurals.select(count.to_f64());
        fill(self.messages.machines().form(&category), &self.count(count))
    }

    /// The name of the row for so many other workload types.
    #[must_use]
    pub fn others(&self, count: usize) -> String {
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let count = count as f64;
        let category = self.plurals.select(count);
        let form = self.messages.others().form(&category);
        fill(form, &self.numbers.format(count))
    }

    /// The form of a message for an amount.
    #[must_use]
    pub fn form(&self, forms: Plural, amount: Instances) -> &'static str {
        forms.form(&self.plurals.select(amount.to_f64()))
    }

    /// An amount of license units, with all its decimals.
    #[must_use]
    pub fn amount(&self, amount: Instances) -> String {
        self.numbers.format(amount.to_f64())
    }

    /// The decimal sign and so many digits, two at most.
    #[must_use]
    pub fn decimal_places(&self, many: u8) -> String {
        const ONES: [f64; 3] = [0.0, 0.1, 0.11];
        let number = ONES.get(usize::from(many)).copied().unwrap_or_default();
        let text = self.numbers.format(number);
        let mut characters = text.chars();
        characters.next();
        characters.as_str().to_owned()
    }

    /// A number as the reader's spreadsheet takes it: in European digits, and not grouped.
    #[must_use]
    pub fn plain(&self, number: f64) -> String {
        let options = r#"{"maximumFractionDigits":6,"useGrouping":false,"numberingSystem":"latn"}"#;
        let plain = self
            .plain
            .get_or_init(|| Numbers::new(&self.tags[0], options));
        plain.format(number)
    }

    /// Which of two names comes first.
    #[must_use]
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let order = self.order.get_or_init(|| Order::new(&self.tags[0]));
        order.compare(one, other)
    }

    /// A share of 1, as a percentage.
    #[must_use]
    pub fn share(&self, share: f64) -> String {
        self.shares.format(share)
    }

    /// A date with its time.
    #[must_use]
    pub fn date(&self, instant: Instant) -> String {
        self.dates.format(instant)
    }

    /// A length of time up to now, as in "5 minutes ago"; less than a minute is "now".
    #[must_use]
    pub fn ago(&self, age: Duration) -> String {
        let minutes = age.as_secs() / 60;
        #[expect(clippy::cast_precision_loss, reason = "ages are short")]
        let (value, unit) = match minutes {
            0 => (0.0, "second"),
            1..60 => (minutes as f64, "minute"),
            60..1440 => ((minutes / 60) as f64, "hour"),
            _ => ((minutes / 1440) as f64, "day"),
        };
        RelativeTimes::new(&self.tags[1]).format(-value, unit)
    }
}

/// Loads the messages of a tag's language, if they are not at hand.
pub(crate) fn load(tag: &str, done: impl FnOnce() + 'static) -> Option<LanguageLoad> {
    packs::load(&plain_tag(tag), done)
}

/// A tag as BCP 47 spells it, of one that may be spelled as POSIX does: `de-DE` of `de_DE.UTF-8`
/// and of `de_DE@euro`.
fn plain_tag(tag: &str) -> String {
    let tag = tag.trim();
    let end = tag.bytes().position(|byte| matches!(byte, b'.' | b'@'));
    tag.get(..end.unwrap_or(tag.len()))
        .unwrap_or_default()
        .replace('_', "-")
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

/// The parts of a message before its first `{}` and after it.
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
            ("pt", "pt-BR"),
            ("pt-PT", "pt-BR"),
            ("ar-EG", "ar"),
            ("de_DE", "de"),
            ("pt_BR", "pt-BR"),
            ("de-DE.UTF-8", "de"),
            ("de-DE@euro", "de"),
            (" de-DE ", "de"),
            ("C.UTF-8", "en"),
            ("tlh", "en"),
            ("", "en"),
        ] {
            assert_eq!(Locale::new(tag).language(), language, "{tag}");
        }
    }
}

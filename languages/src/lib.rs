//! The card's texts: one language pack for each language, in a file of its own in `packs/`, and the
//! form in which packs travel to a browser.
//!
//! A crate of its own because two need it: the card, and the task that makes the files of the
//! languages that are loaded on demand.

mod plural;
mod term;

pub use plural::Plural;
pub use term::Term;

/// The separator of two texts in a file; no text has it.
const BETWEEN: char = '\n';

/// All messages of a language, each with a method of its name. `{}` stands for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Messages(&'static [&'static str; LEN]);

// Made by `build.rs` of the packs.
include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Messages {
    /// All texts in one, for a file.
    #[must_use]
    pub fn write(self) -> String {
        let all: Vec<_> = [VERSION].iter().chain(self.0).copied().collect();
        all.join(BETWEEN.encode_utf8(&mut [0; 4]))
    }

    /// Reads the text of a file and keeps it for good; `None` if the file has other messages, as
    /// one of another version has.
    #[must_use]
    pub fn read(written: String) -> Option<Self> {
        let texts: Vec<_> = written.leak().split(BETWEEN).collect();
        let (version, texts) = texts.leak().split_first()?;
        let texts = <&[_; LEN]>::try_from(texts).ok()?;
        (*version == VERSION).then_some(Self(texts))
    }

    /// Each message's name with its texts, in order.
    #[must_use]
    pub fn fields(self) -> Vec<(&'static str, Vec<&'static str>)> {
        let mut texts = self.0.iter().copied();
        let mut field = |len| texts.by_ref().take(len).collect();
        FIELDS
            .iter()
            .map(|(name, len)| (*name, field(*len)))
            .collect()
    }
}

/// The language alone of a BCP 47 tag: `de` of `de-AT`.
#[must_use]
pub fn subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The pack among these for a tag, by the language alone: `pt` finds Brazil's.
#[must_use]
pub fn find(packs: &[Messages], tag: &str) -> Option<Messages> {
    let language = subtag(tag);
    let mut packs = packs.iter().copied();
    packs.find(|messages| subtag(messages.language()).eq_ignore_ascii_case(language))
}

//! The card's texts: one language pack for each language, in a file of its own in `packs/`, and the
//! form in which packs travel to a browser.
//!
//! A crate of its own because two need it: the card, and the task that makes the files of the
//! languages that are loaded on demand.

mod plural;
mod term;
mod texts;

use std::str::Split;

pub use plural::Plural;
pub use term::Term;
use texts::{BETWEEN, Texts};

// Made by `build.rs` of the packs.
include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Messages {
    /// All texts in one, for a file.
    #[must_use]
    pub fn write(&self) -> String {
        let texts = self.fields().into_iter().flat_map(|(_, texts)| texts);
        let all: Vec<_> = [Self::VERSION].into_iter().chain(texts).collect();
        all.join(BETWEEN.encode_utf8(&mut [0; 4]))
    }

    /// Reads the text of a file and keeps it for good; `None` if the file has other messages, as
    /// one of another version has.
    #[must_use]
    pub fn read(written: String) -> Option<Self> {
        let mut texts = written.leak().split(BETWEEN);
        (texts.next() == Some(Self::VERSION)).then(|| Self::from_texts(texts))
    }
}

/// The language alone of a BCP 47 tag: `de` of `de-AT`.
#[must_use]
pub fn subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The pack among these for a tag, by the language alone: `pt` finds Brazil's.
#[must_use]
pub fn find(packs: &[&'static Messages], tag: &str) -> Option<&'static Messages> {
    let language = subtag(tag);
    let mut packs = packs.iter();
    packs
        .find(|messages| subtag(messages.language).eq_ignore_ascii_case(language))
        .copied()
}

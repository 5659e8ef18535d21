//! The card's texts: one catalogue for each language, in a file of its own in `catalogue/`, and the
//! form in which catalogues travel.
//!
//! A crate of its own because two need it: the card, and the task that makes the files of the
//! languages that are loaded on demand.

mod messages;
mod plural;
mod term;
mod texts;

pub use messages::Messages;
pub use plural::Plural;
pub use term::Term;

// Made by `build.rs`, which finds the files.
include!(concat!(env!("OUT_DIR"), "/catalogues.rs"));

/// The language that serves where there is no other.
pub const ENGLISH: &Messages = &en::MESSAGES;

/// The language alone of a BCP 47 tag: `de` of `de-AT`.
#[must_use]
pub fn subtag(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The catalogue among these for a tag, by the language alone: `pt` finds Brazil's.
#[must_use]
pub fn find(catalogues: &[&'static Messages], tag: &str) -> Option<&'static Messages> {
    let language = subtag(tag);
    let mut catalogues = catalogues.iter();
    catalogues
        .find(|messages| subtag(messages.language).eq_ignore_ascii_case(language))
        .copied()
}

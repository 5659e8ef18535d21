//! All languages, where they are compiled in: on the host, and with the feature `all-languages`.

use licensing_card_languages::{self as languages, Messages};

/// The pack for a tag.
pub(crate) fn find(tag: &str) -> Option<Messages> {
    languages::find(languages::ALL, tag)
}

/// A language pack that is loading; none ever is.
#[derive(Debug)]
pub(crate) enum LanguageLoad {}

/// Loads the language pack for a tag. All packs are at hand.
pub(crate) fn load(_tag: &str, _done: impl FnOnce()) -> Option<LanguageLoad> {
    None
}

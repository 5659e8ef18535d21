//! Rules that the compiler does not check: that messages can be filled in, that plurals
//! have the forms of their language, and that a pack travels.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeSet;

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};
use licensing_card_languages::{ALL, ENGLISH, Messages, find, subtag};

/// The names of a [`licensing_card_languages::Plural`]'s forms, in the order of its texts.
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Every field of every language, beside English's: the language, the field, its texts, English's.
fn fields() -> impl Iterator<Item = (Messages, &'static str, Vec<&'static str>, usize)> {
    ALL.iter().flat_map(|messages| {
        let english = ENGLISH.fields();
        let fields = messages.fields().into_iter().zip(english);
        fields.map(|((field, texts), (_, english))| {
            let values = english.iter().map(|text| values(text)).max().unwrap();
            (*messages, field, texts, values)
        })
    })
}

/// How many values a message has a place for.
fn values(message: &str) -> usize {
    message.matches("{}").count()
}

#[test]
fn every_message_has_a_place_for_each_of_its_values() {
    for (messages, field, texts, expected) in fields() {
        for text in texts.iter().filter(|text| !text.is_empty()) {
            let language = messages.language();
            assert_eq!(values(text), expected, "{language}: {field}: {text}");
            let braces = text.matches(['{', '}']).count();
            assert_eq!(braces, 2 * expected, "{language}: {field}: {text}");
        }
    }
}

#[test]
fn no_message_is_empty_or_more_than_a_line() {
    for (messages, field, texts, _) in fields() {
        let language = messages.language();
        let is_plural = texts.len() == FORMS.len();
        for text in texts {
            assert!(is_plural || !text.is_empty(), "{language}: {field}");
            assert!(!text.contains('\n'), "{language}: {field}: {text}");
            assert!(
                !text.ends_with(' ') && !text.contains("  "),
                "{language}: {field}: {text}"
            );
        }
    }
}

#[test]
fn plurals_have_the_forms_of_their_language_and_no_others() {
    for (messages, field, texts, _) in fields() {
        if texts.len() != FORMS.len() {
            continue;
        }
        let filled = FORMS.iter().zip(texts).filter(|(_, text)| !text.is_empty());
        let filled: BTreeSet<&str> = filled.map(|(form, _)| *form).collect();
        assert_eq!(
            filled,
            categories(messages.language()),
            "{}: {field}",
            messages.language()
        );
    }
}

/// The categories of a language's cardinal numbers, by the CLDR's data.
fn categories(tag: &str) -> BTreeSet<&'static str> {
    let locale: Locale = tag.parse().expect("a pack's language is a tag");
    let rules = PluralRules::try_new(locale.into(), PluralRulesOptions::default()).unwrap();
    let name = |category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    rules.categories().map(name).collect()
}

#[test]
fn a_pack_reads_as_it_was_written() {
    for messages in ALL {
        let written = messages.write();
        let read = Messages::read(written.clone()).unwrap();
        assert_eq!(read.fields(), messages.fields(), "{}", messages.language());
        // As from another version, with other fields.
        let other = written.replacen(&written[..1], "-", 1);
        assert!(Messages::read(other).is_none(), "{}", messages.language());
    }
    assert!(Messages::read(String::new()).is_none());
}

#[test]
fn a_language_is_found_by_any_tag_of_it_and_is_there_once() {
    for (tag, language) in [
        ("en", Some("en")),
        ("en-GB", Some("en")),
        ("DE-at", Some("de")),
        ("pt", Some("pt-BR")),
        ("pt-PT", Some("pt-BR")),
        ("ar-EG", Some("ar")),
        ("tlh", None),
        ("", None),
    ] {
        let found = find(ALL, tag).map(|messages| messages.language());
        assert_eq!(found, language, "{tag}");
    }
    let languages: BTreeSet<_> = ALL.iter().map(|each| subtag(each.language())).collect();
    assert_eq!(languages.len(), ALL.len());
    for messages in ALL {
        assert!(
            ["ltr", "rtl"].contains(&messages.direction()),
            "{}",
            messages.language()
        );
    }
}

#[test]
fn french_has_a_space_that_does_not_break_before_double_punctuation() {
    let french = find(ALL, "fr").unwrap();
    for (field, texts) in french.fields() {
        for text in texts {
            let text = text.replace("https:", "");
            let mut before = None;
            for char in text.chars() {
                let spaced = matches!(before, Some('\u{a0}' | '\u{202f}'));
                assert!(
                    spaced || !matches!(char, ':' | ';' | '?' | '!' | '»'),
                    "{field}: {text}"
                );
                assert!(
                    spaced || before != Some('«') || char == '\u{a0}',
                    "{field}: {text}"
                );
                before = Some(char);
            }
        }
    }
}

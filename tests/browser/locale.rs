//! Words, numbers and dates by the browser's own `Intl`.

use std::cmp::Ordering;
use std::time::Duration;

use licensing_card::instant::Instant;
use licensing_card::locale::Locale;
use licensing_card::usage::{Instances, Machines};
use licensing_card_languages::ALL;
use wasm_bindgen_test::wasm_bindgen_test;

use super::js;

fn amount(value: f64) -> Instances {
    Instances::try_from(value).unwrap()
}

#[wasm_bindgen_test]
fn numbers_follow_the_tag() {
    for (tag, shown, plain) in [
        ("en", "1,234.56789", "1234.56789"),
        ("de", "1.234,56789", "1234,56789"),
        ("ar-EG", "١٬٢٣٤٫٥٦٧٨٩", "1234.56789"),
        ("not a tag", "1,234.56789", "1234.56789"),
        ("", "1,234.56789", "1234.56789"),
    ] {
        let locale = Locale::new(tag);
        assert_eq!(locale.amount(amount(1_234.567_89)), shown, "{tag}");
        assert_eq!(locale.plain(1_234.567_89), plain, "{tag}");
    }
}

#[wasm_bindgen_test]
fn names_are_ordered_as_the_reader_orders_them() {
    for (tag, one, other, order) in [
        ("en", "server", "VM", Ordering::Less),
        ("en", "Type 10", "Type 9", Ordering::Greater),
        ("de", "Ähre", "Bahn", Ordering::Less),
        ("sv", "Ähre", "Bahn", Ordering::Greater),
        ("not a tag", "a", "a", Ordering::Equal),
    ] {
        assert_eq!(
            Locale::new(tag).compare(one, other),
            order,
            "{tag}: {one}, {other}"
        );
    }
}

#[wasm_bindgen_test]
fn words_follow_the_number() {
    for (tag, count, words) in [
        ("en", 0, "0 machines"),
        ("en", 1, "1 machine"),
        ("en-GB", 1234, "1,234 machines"),
        ("de", 1, "1 Maschine"),
        ("de", 1234, "1.234 Maschinen"),
        ("tlh", 1, "1 machine"),
        ("fr", 0, "0 machine"),
        ("fr", 2, "2 machines"),
        ("es", 1_000_000, "1.000.000 de máquinas"),
        ("it", 3, "3 macchine"),
        ("nl", 1, "1 machine"),
        ("pt-PT", 2, "2 máquinas"),
        ("pl", 1, "1 maszyna"),
        ("pl", 22, "22 maszyny"),
        ("pl", 5, "5 maszyn"),
        ("pl", 112, "112 maszyn"),
        ("ja", 1, "1 台"),
        // With digits that do not depend on the browser's data.
        ("ar-u-nu-latn", 0, "0 جهاز"),
        ("ar-u-nu-latn", 2, "2 جهازان"),
        ("ar-u-nu-latn", 3, "3 أجهزة"),
        ("ar-u-nu-latn", 11, "11 جهازًا"),
        ("ar-u-nu-latn", 100, "100 جهاز"),
    ] {
        let count = Machines::from(count);
        assert_eq!(Locale::new(tag).machines(count), words, "{tag}");
    }
}

#[wasm_bindgen_test]
fn ages_are_told_in_whole_steps() {
    let locale = Locale::new("en");
    for (seconds, words) in [
        (0, "now"),
        (59, "now"),
        (60, "1 minute ago"),
        (3_599, "59 minutes ago"),
        (3_600, "1 hour ago"),
        (200_000, "2 days ago"),
    ] {
        assert_eq!(locale.ago(Duration::from_secs(seconds)), words);
    }
}

#[wasm_bindgen_test]
fn words_and_numbers_agree_however_a_tag_is_spelled() {
    let amount = Instances::try_from(1234.5).unwrap();
    for (tag, language, number) in [
        ("de_DE", "de", "1.234,5"),
        ("de-DE.UTF-8", "de", "1.234,5"),
        ("de_DE@euro", "de", "1.234,5"),
        (" de-DE ", "de", "1.234,5"),
        ("de--DE", "de", "1.234,5"),
        ("pt_BR", "pt-BR", "1.234,5"),
        ("en_US.UTF-8", "en", "1,234.5"),
        ("C.UTF-8", "en", "1,234.5"),
        ("", "en", "1,234.5"),
    ] {
        let locale = Locale::new(tag);
        let shown = (locale.language(), locale.amount(amount));
        assert_eq!(shown, (language, number.to_owned()), "{tag}");
    }
}

#[wasm_bindgen_test]
fn dates_are_in_the_words_language() {
    let noon = Instant::from_millis(1_795_348_800_000.0);
    assert!(Locale::new("en").date(noon).contains("Nov"));
    assert!(Locale::new("de").date(noon).contains("11.2026"));
    // Klingon sentences are English, and so are the dates within them.
    assert!(Locale::new("tlh").date(noon).contains("Nov"));
}

#[wasm_bindgen_test]
fn every_plural_that_the_browser_asks_for_is_there() {
    for messages in ALL {
        let language = messages.language();
        for number in [
            "0", "1", "2", "3", "5", "11", "21", "22", "100", "101", "1000000", "0.33", "1.5",
        ] {
            let category = js(&format!(
                "new Intl.PluralRules('{language}').select({number})"
            ));
            let category = category.as_string().unwrap();
            let form = messages.machines().form(&category);
            assert!(!form.is_empty(), "{language}: {number} is {category}");
        }
    }
}

#[wasm_bindgen_test]
fn the_browser_has_formats_for_every_language() {
    let noon = Instant::from_millis(1_795_348_800_000.0);
    let english = Locale::new("en");
    for messages in ALL.iter().filter(|messages| messages.language() != "en") {
        let tag = messages.language();
        let locale = Locale::new(tag);
        assert_eq!(locale.language(), tag);
        assert_ne!(locale.date(noon), english.date(noon), "{tag}");
        let hour = Duration::from_hours(3);
        assert_ne!(locale.ago(hour), english.ago(hour), "{tag}");
    }
}

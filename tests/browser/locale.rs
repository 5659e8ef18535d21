//! Words, numbers and dates by the browser's own `Intl`.

use std::cmp::Ordering;
use std::time::Duration;

use licensing_card::instant::Instant;
use licensing_card::locale::Locale;
use licensing_card::usage::{Instances, Machines};
use wasm_bindgen_test::wasm_bindgen_test;

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
        ("en", 0.0, "0 machines"),
        ("en", 1.0, "1 machine"),
        ("en-GB", 1234.0, "1,234 machines"),
        ("de", 1.0, "1 Maschine"),
        ("de", 1234.0, "1.234 Maschinen"),
        ("tlh", 1.0, "1 machine"),
    ] {
        let count = Machines::try_from(count).unwrap();
        assert_eq!(Locale::new(tag).machines(count), words, "{tag}");
    }
}

#[wasm_bindgen_test]
fn ages_are_told_in_whole_steps() {
    let locale = Locale::new("en");
    for (seconds, words) in [
        (0, "0 minutes ago"),
        (59, "0 minutes ago"),
        (60, "1 minute ago"),
        (3_599, "59 minutes ago"),
        (3_600, "1 hour ago"),
        (200_000, "2 days ago"),
    ] {
        assert_eq!(locale.ago(Duration::from_secs(seconds)), words);
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

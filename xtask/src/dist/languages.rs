//! The files of the languages: English is in the WebAssembly, and every other one a module that the
//! glue loads when somebody reads it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use licensing_card_languages::{ALL, ENGLISH, Messages, subtag};
use serde_json::Value;

/// What the shell says in each language where there is no WebAssembly.
const WORDS: &str = "licensing-card_words.js";

fn loaded() -> impl Iterator<Item = &'static Messages> {
    ALL.iter()
        .copied()
        .filter(|messages| messages.language != ENGLISH.language)
}

fn file(messages: &Messages) -> String {
    format!("licensing-card_{}.js", subtag(messages.language))
}

/// The names of the languages' files.
pub(crate) fn names() -> Vec<String> {
    loaded().map(file).collect()
}

/// JavaScript's object of what loads each language. Bundlers look for literal names.
pub(super) fn table() -> String {
    let entries = loaded().map(|messages| {
        let name = Value::from(format!("./{}", file(messages)));
        let language = Value::from(subtag(messages.language));
        format!("{language}: () => import({name})")
    });
    object(entries)
}

/// An object in which nothing is found but what is in it.
fn object(entries: impl Iterator<Item = String>) -> String {
    let all: Vec<_> = std::iter::once("__proto__: null".to_owned())
        .chain(entries)
        .collect();
    format!("{{ {} }}", all.join(", "))
}

/// Writes the languages' files into `stage`.
pub(crate) fn write(stage: &Path) -> Result<()> {
    for messages in loaded() {
        let text = Value::from(messages.write());
        put(stage, &file(messages), &format!("export default {text};\n"))?;
    }
    put(stage, WORDS, &words())
}

/// The module that has what the shell says in each language, and finds it by a tag.
fn words() -> String {
    let words = loaded().map(|messages| {
        let said = Value::from(vec![messages.not_loaded, messages.retry]);
        format!("{}: {said}", Value::from(subtag(messages.language)))
    });
    format!(
        "const WORDS = {};\nexport const words = (tag) => \
         WORDS[tag.split(\"-\")[0].toLowerCase()];\n",
        object(words)
    )
}

fn put(stage: &Path, name: &str, module: &str) -> Result<()> {
    fs::write(stage.join(name), module).with_context(|| format!("cannot write {name}"))
}

#[cfg(test)]
mod tests {
    use super::{object, table};

    #[test]
    fn every_language_but_english_is_named_as_a_literal() {
        let table = table();
        assert!(
            table.contains("\"fr\": () => import(\"./licensing-card_fr.js\")"),
            "{table}"
        );
        assert!(!table.contains("\"en\""), "{table}");
    }

    #[test]
    fn nothing_is_found_in_an_object_but_what_was_put_there() {
        assert_eq!(
            object(["a: 1".to_owned()].into_iter()),
            "{ __proto__: null, a: 1 }"
        );
    }
}

//! The files of the languages: English is in the WebAssembly, and every other one a module that the
//! glue loads when somebody reads it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use licensing_card_languages::{ALL, ENGLISH, Messages, subtag};
use serde_json::Value;

fn loaded() -> impl Iterator<Item = Messages> {
    ALL.iter()
        .copied()
        .filter(|messages| messages.language() != ENGLISH.language())
}

fn file(messages: Messages) -> String {
    format!("licensing-card_{}.js", subtag(messages.language()))
}

/// The names of the languages' files.
pub(crate) fn names() -> Vec<String> {
    loaded().map(file).collect()
}

/// The module that loads each language for the shell, by names that bundlers find, and the
/// texts of its notice in English.
pub(super) fn module() -> String {
    let entries = loaded().map(|messages| {
        let name = Value::from(format!("./{}", file(messages)));
        let language = Value::from(subtag(messages.language()));
        format!("{language}: () => import({name})")
    });
    format!(
        "export const LANGUAGES = {};\nexport const ENGLISH = {};\n",
        object(entries),
        notices(ENGLISH)
    )
}

/// The texts of the shell's notice.
fn notices(messages: Messages) -> Value {
    let texts = [
        messages.not_loaded(),
        messages.retry(),
        messages.crashed(),
        messages.reload(),
    ];
    Value::from(texts.to_vec())
}

/// An object without inherited members.
fn object(entries: impl Iterator<Item = String>) -> String {
    let all: Vec<_> = std::iter::once("__proto__: null".to_owned())
        .chain(entries)
        .collect();
    format!("{{ {} }}", all.join(", "))
}

/// Writes the languages' files into `stage`.
pub(crate) fn write(stage: &Path) -> Result<()> {
    for messages in loaded() {
        let module = format!(
            "export default {};\nexport const notices = {};\n",
            Value::from(messages.write()),
            notices(messages)
        );
        put(stage, &file(messages), &module)?;
    }
    Ok(())
}

fn put(stage: &Path, name: &str, module: &str) -> Result<()> {
    fs::write(stage.join(name), module).with_context(|| format!("cannot write {name}"))
}

#[cfg(test)]
mod tests {
    use super::{module, object};

    #[test]
    fn every_language_but_english_is_named_as_a_literal() {
        let table = module();
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

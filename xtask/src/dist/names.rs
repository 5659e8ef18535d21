//! Short names between the glue and the WebAssembly: the generated ones carry a hash each, which
//! no compression makes small, and people would download them twice.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::{glue::complete, text, wasm::FEATURES};
use crate::process;
use crate::tools::Toolbox;

/// What wasm-opt says of the names that it has given.
#[derive(Deserialize)]
struct Renamed {
    /// Module, name, new name.
    imports: Vec<(String, String, String)>,
    /// Name, new name.
    exports: Vec<(String, String)>,
}

/// Renames the imports and exports of `from` into `to`; returns the glue with the new names.
pub(super) fn shorten(toolbox: &Toolbox, from: &Path, to: &Path, glue: &Path) -> Result<String> {
    let mut wasm_opt = toolbox.command("wasm-opt")?;
    wasm_opt
        .args(["--mvp-features"])
        .args(FEATURES)
        .arg("--minify-imports-and-exports-and-modules")
        .arg(from)
        .arg("-o")
        .arg(to);
    let names = process::read(&mut wasm_opt, "shortening names")?;
    let names: Renamed =
        serde_json::from_str(&names).context("wasm-opt no longer says its names as expected")?;
    let generated =
        fs::read_to_string(glue).with_context(|| format!("cannot read {}", glue.display()))?;
    complete(&text::quicken(&rename(&generated, &names))?)
}

/// The glue with the new names: exports stand behind `wasm.`, imports and their module anywhere.
fn rename(glue: &str, names: &Renamed) -> String {
    let exports: HashMap<&str, &str> = pairs(&names.exports);
    let mut imports: HashMap<&str, &str> = HashMap::new();
    let mut text = glue.to_owned();
    for (module, name, new) in &names.imports {
        imports.insert(name, new);
        // wasm-opt puts all imports into one module of this name.
        text = text.replace(&format!("\"{module}\""), "\"a\"");
    }
    let mut renamed = String::with_capacity(text.len());
    let is_part = |char: char| char.is_ascii_alphanumeric() || char == '_' || char == '$';
    let mut rest = text.as_str();
    while let Some(char) = rest.chars().next() {
        let length = rest.find(|char| !is_part(char)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length.max(char.len_utf8()));
        let table = if renamed.ends_with("wasm.") {
            &exports
        } else {
            &imports
        };
        renamed.push_str(table.get(word).unwrap_or(&word));
        rest = after;
    }
    renamed
}

fn pairs(names: &[(String, String)]) -> HashMap<&str, &str> {
    names
        .iter()
        .map(|(name, new)| (name.as_str(), new.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Renamed, rename};

    #[test]
    fn names_change_only_where_they_are_names_of_the_wasm() {
        let owned = str::to_owned;
        let names = Renamed {
            imports: vec![(owned("./x_bg.js"), owned("__wbg_new_1"), owned("c"))],
            exports: vec![
                (owned("memory"), owned("a")),
                (owned("card_new"), owned("b")),
            ],
        };
        let glue = "import0 = { \"./x_bg.js\": { __wbg_new_1: function(memory) {\n\
                    wasm.card_new(wasm.memory.buffer, card_new, __wbg_new_12, 'ä'); } } }";
        assert_eq!(
            rename(glue, &names),
            "import0 = { \"a\": { c: function(memory) {\n\
             wasm.b(wasm.a.buffer, card_new, __wbg_new_12, 'ä'); } } }"
        );
    }
}

//! Short names between the glue and the WebAssembly: the generated ones carry a hash each, which no
//! compression makes small, and people would download them twice.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

use super::bundle::Bundle;
use super::wasm::FEATURES;
use crate::process;

/// The glue's exports besides the imports of the WebAssembly.
const BESIDES: &str = "export { Card, __wbg_set_wasm } from";

/// How wasm-opt reports the names that it has given.
#[derive(Deserialize)]
pub(crate) struct Renamed {
    /// Module, name, new name.
    imports: Vec<(String, String, String)>,
    /// Name, new name.
    exports: Vec<(String, String)>,
}

/// The generated glue as it is: its imports have the names that the WebAssembly uses.
pub(crate) fn generated(bundle: &Bundle<'_>, glue: &Path) -> Result<PathBuf> {
    let name = glue.file_name().context("the glue has no name")?;
    let (from, module) = (literal(&glue.to_string_lossy()), name.to_string_lossy());
    let module = literal(&format!("./{module}"));
    let text = format!(
        "import * as bound from {from};\n{BESIDES} {from};\n\
         export const imports = {{ {module}: bound }};\n"
    );
    bundle.write("bound.js", &text)
}

/// Renames the imports and exports of `from` into `to`. Returns the glue with the imports under
/// their new names, and the table by which esbuild renames the exports.
pub(super) fn shorten(
    bundle: &Bundle<'_>,
    from: &Path,
    to: &Path,
    glue: &Path,
) -> Result<(PathBuf, Renamed)> {
    let mut wasm_opt = bundle.toolbox.command("wasm-opt")?;
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
    let bound = bundle.write("bound.js", &bound(&names, &glue.to_string_lossy()))?;
    Ok((bound, names))
}

/// A module with the imports under their new names, all in the one module that wasm-opt makes of
/// theirs.
fn bound(names: &Renamed, glue: &str) -> String {
    let from = literal(glue);
    let imports = names.imports.iter();
    let imports: Vec<_> = imports
        .map(|(_, name, new)| format!("{}: bound[{}]", literal(new), literal(name)))
        .collect();
    let imports = imports.join(", ");
    format!(
        "import * as bound from {from};\n{BESIDES} {from};\n\
         export const imports = {{ \"a\": {{ {imports} }} }};\n"
    )
}

impl Renamed {
    /// esbuild's table of property names.
    pub(super) fn cache(&self) -> String {
        let exports = self.exports.iter().cloned();
        Value::Object(exports.map(|(name, new)| (name, new.into())).collect()).to_string()
    }

    /// The properties that the table is about: the exports' names, and nothing else.
    pub(super) fn pattern(&self) -> String {
        let names: Vec<_> = self.exports.iter().map(|(name, _)| name.as_str()).collect();
        format!("^({})$", names.join("|"))
    }
}

fn literal(text: &str) -> Value {
    Value::from(text)
}

#[cfg(test)]
mod tests {
    use super::{Renamed, bound};

    #[test]
    fn imports_and_exports_have_the_names_that_the_wasm_has_for_them() {
        let owned = str::to_owned;
        let names = Renamed {
            imports: vec![(owned("./x_bg.js"), owned("__wbg_new_1"), owned("c"))],
            exports: vec![
                (owned("memory"), owned("a")),
                (owned("card_new"), owned("b")),
            ],
        };
        assert!(bound(&names, "/glue.js").contains("{ \"a\": { \"c\": bound[\"__wbg_new_1\"] } }"));
        assert_eq!(names.cache(), r#"{"card_new":"b","memory":"a"}"#);
        assert_eq!(names.pattern(), "^(memory|card_new)$");
    }
}

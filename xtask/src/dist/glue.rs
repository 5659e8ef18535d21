//! What the generated glue is given besides, both for release and for the development page: a guard
//! that notices where a call into the WebAssembly ends in a trap, tasks that need no timers, where
//! the languages are, how a card is kept on screen after a crash, and the start of the WebAssembly that
//! it was made with.

use std::fs;

use anyhow::{Context, Result, bail};

use super::languages;
use crate::paths;

/// Where the glue takes the exports, all of which it calls by this one variable.
const GENERATED: &str = "wasm = instance.exports;";

/// The same, guarded. Two copies of the shell may share the glue, and start it at the same time.
const GUARDED: &str = "if (wasm) return wasm;\n    wasm = guarded(instance.exports);";

/// What the end of the glue becomes.
const ADDED: [&str; 5] = [
    "js/glue/guard.js",
    "js/glue/tasks.js",
    "js/glue/languages.js",
    "js/glue/still.js",
    "js/glue/run.js",
];

/// Where the table of languages goes.
const NO_LANGUAGES: &str = "const LANGUAGES = {};";

/// Where a release's glue has the hash of its WebAssembly; any will do in development.
const UNPINNED: &str = "INTEGRITY = \"\"";

/// The glue with what it is given besides.
pub(crate) fn complete(glue: &str) -> Result<String> {
    if glue.matches(GENERATED).count() != 1 {
        bail!("wasm-bindgen's glue no longer takes the exports in the one place that is known");
    }
    let mut complete = glue.replace(GENERATED, GUARDED);
    for file in ADDED {
        complete.push('\n');
        complete += &fs::read_to_string(paths::root().join(file))
            .with_context(|| format!("cannot read {file}"))?;
    }
    if complete.matches(NO_LANGUAGES).count() != 1 {
        bail!("js/glue/languages.js has no {NO_LANGUAGES} to fill in");
    }
    let languages = format!("const LANGUAGES = {};", languages::table());
    Ok(complete.replace(NO_LANGUAGES, &languages))
}

/// The glue for one WebAssembly alone, so that a page which holds the scripts to their hashes holds
/// it to its own, and builds cannot be mixed.
pub(super) fn pin(glue: &str, hash: &str) -> Result<String> {
    if glue.matches(UNPINNED).count() != 1 {
        bail!("the glue has no single place for the hash of the WebAssembly");
    }
    Ok(glue.replace(UNPINNED, &format!("INTEGRITY = \"{hash}\"")))
}

#[cfg(test)]
mod tests {
    use super::{GENERATED, complete, pin};

    #[test]
    fn exports_are_taken_in_exactly_one_place() {
        let glue = format!("function start(instance) {{ {GENERATED} }}\n");
        let complete_one = complete(&glue).unwrap_or_default();
        assert!(complete_one.contains("= guarded(instance.exports)"));
        assert!(complete_one.contains("export function onEnd("));
        assert!(complete_one.contains("function setTimeout("));
        assert!(complete_one.contains("import(\"./licensing-card_de.js\")"));
        let pinned = pin(&complete_one, "sha384-x").unwrap_or_default();
        assert!(pinned.contains("const INTEGRITY = \"sha384-x\";"));
        assert!(pin(&pinned, "sha384-y").is_err());
        assert!(complete("").is_err() && complete(&glue.repeat(2)).is_err());
    }
}

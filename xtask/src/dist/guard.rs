//! The guard: has every call into the WebAssembly noticed where it ends in a trap, by js/glue/guard.js.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::paths;

/// Where the glue takes the exports, all of which it calls by this one variable.
const GENERATED: &str = "wasm = instance.exports;";

/// The same, guarded. Two copies of the shell may share the glue, and start it at the same time.
const GUARDED: &str = "if (wasm) return wasm;\n    wasm = guarded(instance.exports);";

/// The glue with the guard.
pub(crate) fn guard(glue: &str) -> Result<String> {
    let path = paths::root().join("js/glue/guard.js");
    let guard =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    if glue.matches(GENERATED).count() != 1 {
        bail!("wasm-bindgen's glue no longer takes the exports in the one place that is known");
    }
    Ok(glue.replace(GENERATED, GUARDED) + "\n" + &guard)
}

#[cfg(test)]
mod tests {
    use super::{GENERATED, guard};

    #[test]
    fn exports_are_taken_in_exactly_one_place() {
        let glue = format!("function start(instance) {{ {GENERATED} }}\n");
        let guarded = guard(&glue).unwrap_or_default();
        assert!(guarded.contains("= guarded(instance.exports)"));
        assert!(guarded.contains("export function onEnd("));
        assert!(guard("").is_err() && guard(&glue.repeat(2)).is_err());
    }
}

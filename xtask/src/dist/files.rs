//! The files without code that ship: copied as they are, with a licence that says there are two.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::paths;

const DUAL: &str = "The licensing card is licensed under either of the MIT license and the Apache \
License, Version 2.0,\nat your option. Both follow.\n";

/// Copies types, element manifest, README and licences into `stage`.
pub(super) fn copy(stage: &Path) -> Result<()> {
    let root = paths::root();
    for file in [
        "js/licensing-card.d.ts",
        "js/custom-elements.json",
        "README.md",
    ] {
        let from = root.join(file);
        let name = from.file_name().unwrap_or_default();
        fs::copy(&from, stage.join(name)).with_context(|| format!("cannot ship {file}"))?;
    }
    let mut licence = DUAL.to_owned();
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        let text =
            fs::read_to_string(root.join(file)).with_context(|| format!("cannot ship {file}"))?;
        licence.push_str("\n--------\n\n");
        licence.push_str(&text);
    }
    fs::write(stage.join("LICENSE"), licence).context("cannot write LICENSE")
}

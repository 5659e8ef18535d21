//! The files without code that ship: types and the element's manifest as they are, documents with
//! their links, and a licence that says there are two.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::links::relink;
use crate::paths;

const DUAL: &str = "The licensing card is licensed under either of the MIT license and the Apache \
License, Version 2.0,\nat your option. Both follow.\n";

/// Types and the element's manifest.
const DECLARATIONS: &[&str] = &[
    "licensing-card.d.ts",
    "licensing-card_bg.wasm.d.ts",
    "react.d.ts",
    "preact.d.ts",
    "solid.d.ts",
    "svelte.d.ts",
    "vue.d.ts",
    "custom-elements.json",
];

/// What those who embed the card read, by the name that it has in the package.
const DOCUMENTS: &[(&str, &str)] = &[
    ("js/README.md", "README.md"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("docs/reference.md", "reference.md"),
    ("docs/embedding.md", "embedding.md"),
    ("docs/deployment.md", "deployment.md"),
    ("docs/troubleshooting.md", "troubleshooting.md"),
];

/// Copies types, element manifest, documents and licences into `stage`.
pub(super) fn copy(stage: &Path) -> Result<()> {
    for file in DECLARATIONS {
        fs::copy(paths::root().join("js").join(file), stage.join(file))
            .with_context(|| format!("cannot ship js/{file}"))?;
    }
    let mut shipped: Vec<_> = DOCUMENTS.iter().map(|(_, name)| *name).collect();
    shipped.extend(DECLARATIONS);
    shipped.push("LICENSE");
    for (file, name) in DOCUMENTS {
        fs::write(stage.join(name), relink(&read(file)?, &shipped))
            .with_context(|| format!("cannot ship {file}"))?;
    }
    let mut licence = DUAL.to_owned();
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        licence.push_str("\n--------\n\n");
        licence.push_str(&read(file)?);
    }
    fs::write(stage.join("LICENSE"), licence).context("cannot write LICENSE")
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(paths::root().join(file)).with_context(|| format!("cannot ship {file}"))
}

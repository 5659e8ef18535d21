//! The files without code that ship: types and the element's manifest as they are, documents with
//! their links, and a licence that says there are two.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::links::relink;
use crate::paths;

const DUAL: &str = "The licensing card is licensed under either of the MIT license and the Apache \
License, Version 2.0,\nat your option. Both follow.\n";

/// Types and the element's manifest, by the name that they have in the package.
const DECLARATIONS: &[(&str, &str)] = &[
    ("js/generated/licensing-card.d.ts", "licensing-card.d.ts"),
    ("js/generated/custom-elements.json", "custom-elements.json"),
    (
        "js/licensing-card_bg.wasm.d.ts",
        "licensing-card_bg.wasm.d.ts",
    ),
    ("js/react.d.ts", "react.d.ts"),
    ("js/preact.d.ts", "preact.d.ts"),
    ("js/solid.d.ts", "solid.d.ts"),
    ("js/svelte.d.ts", "svelte.d.ts"),
    ("js/vue.d.ts", "vue.d.ts"),
];

/// The documents for those who embed the card, by their names in the package.
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
    for (file, name) in DECLARATIONS {
        fs::copy(paths::root().join(file), stage.join(name))
            .with_context(|| format!("cannot ship {file}"))?;
    }
    let named = DOCUMENTS.iter().chain(DECLARATIONS);
    let mut shipped: Vec<_> = named.map(|(_, name)| *name).collect();
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

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
    ("README.md", "README.md"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("docs/embedding.md", "embedding.md"),
    ("docs/deployment.md", "deployment.md"),
    ("docs/troubleshooting.md", "troubleshooting.md"),
];

/// The parts of the README that are of no use without the repository.
const ABOUT_THE_REPOSITORY: &[&str] = &[
    "Two commands",
    "As a Yew component",
    "The development console",
    "Architecture",
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
        let mut text = read(file)?;
        if *name == "README.md" {
            for heading in ABOUT_THE_REPOSITORY {
                text = without(&text, heading)
                    .with_context(|| format!("{file} has no part {heading} to leave out"))?;
            }
        }
        fs::write(stage.join(name), relink(&text, &shipped))
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

/// The document without the part under a heading of the second level.
fn without(document: &str, heading: &str) -> Option<String> {
    let (before, part) = document.split_once(&format!("\n## {heading}\n"))?;
    let after = part.find("\n## ").and_then(|at| part.get(at..));
    Some(before.to_owned() + after.unwrap_or("\n"))
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn a_part_is_left_out_with_what_stands_under_it() {
        let document = "# a\n\n## b\n\ntext\n### c\n\n## d\n\nend\n";
        assert_eq!(
            without(document, "b").as_deref(),
            Some("# a\n\n## d\n\nend\n")
        );
        assert_eq!(
            without(document, "d").as_deref(),
            Some("# a\n\n## b\n\ntext\n### c\n\n")
        );
        assert_eq!(without(document, "c"), None);
    }
}

//! The crates that are compiled into the WebAssembly, as cargo itself lists them while it builds.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::paths::{self, WASM_TARGET};

/// Makes cargo print one JSON message per crate, and its warnings as usual.
pub(super) const MESSAGES: &str = "--message-format=json-render-diagnostics";

/// One crate of the WebAssembly.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Crate {
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression.
    pub(super) license: String,
    pub(super) authors: Vec<String>,
    /// The folder with its sources.
    pub(super) folder: PathBuf,
}

/// The file that takes cargo's messages.
pub(super) fn record() -> Result<File> {
    let path = messages();
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    File::create(&path).with_context(|| format!("cannot write {}", path.display()))
}

fn messages() -> PathBuf {
    paths::target().join("dist/compiled.jsonl")
}

/// The crates of the last build that come from a registry, sorted. The crates of this repository
/// have the project's own license, and those of the standard library one notice for all of it.
pub(super) fn read() -> Result<Vec<Crate>> {
    let text = fs::read_to_string(messages()).context("cargo recorded no build")?;
    let mut crates = BTreeSet::new();
    for manifest in manifests(&text)? {
        if !manifest.starts_with(paths::root()) && !in_standard_library(&manifest) {
            crates.insert(describe(&manifest)?);
        }
    }
    if crates.is_empty() {
        bail!("cargo listed no crate that the WebAssembly was built from");
    }
    Ok(crates.into_iter().collect())
}

/// The crates that the standard library takes from the registry have `vendor` in their path.
fn in_standard_library(manifest: &Path) -> bool {
    let path = manifest.to_string_lossy().replace('\\', "/");
    path.contains("/rustlib/src/rust/library/") && !path.contains("/library/vendor/")
}

#[derive(Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
enum Message {
    CompilerArtifact(Artifact),
    #[serde(other)]
    Other,
}

#[derive(Deserialize)]
struct Artifact {
    manifest_path: PathBuf,
    filenames: Vec<PathBuf>,
}

/// The manifests of the crates that were built for the browser. Macros and build scripts run on
/// this machine, and their files are elsewhere.
fn manifests(messages: &str) -> Result<Vec<PathBuf>> {
    let mut manifests = Vec::new();
    for line in messages.lines() {
        let message = serde_json::from_str(line).context("cargo's messages have another form")?;
        let Message::CompilerArtifact(artifact) = message else {
            continue;
        };
        let for_browser = |file: &PathBuf| file.iter().any(|folder| folder == WASM_TARGET);
        if artifact.filenames.iter().any(for_browser) {
            manifests.push(artifact.manifest_path);
        }
    }
    Ok(manifests)
}

#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: String,
    #[serde(default)]
    authors: Vec<String>,
}

fn describe(manifest: &Path) -> Result<Crate> {
    let cannot = || format!("cannot read the license in {}", manifest.display());
    let text = fs::read_to_string(manifest).with_context(cannot)?;
    let Manifest { package } = toml::from_str(&text).with_context(cannot)?;
    Ok(Crate {
        name: package.name,
        version: package.version,
        // An older way to write a choice.
        license: package.license.replace(" / ", "/").replace('/', " OR "),
        authors: package.authors,
        folder: manifest.parent().unwrap_or(manifest).to_path_buf(),
    })
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{in_standard_library, manifests};

    #[test]
    fn macros_and_build_scripts_are_not_in_the_webassembly() -> anyhow::Result<()> {
        let messages = [
            r#"{"reason":"compiler-artifact","manifest_path":"/a/Cargo.toml","filenames":["/t/wasm32-unknown-unknown/release/deps/liba.rlib"]}"#,
            r#"{"reason":"compiler-artifact","manifest_path":"/b/Cargo.toml","filenames":["/t/release/deps/libb.so"]}"#,
            r#"{"reason":"build-script-executed","package_id":"b"}"#,
            r#"{"reason":"build-finished","success":true}"#,
        ];
        assert_eq!(
            manifests(&messages.join("\n"))?,
            [PathBuf::from("/a/Cargo.toml")]
        );
        assert!(manifests("warning: a text").is_err());
        Ok(())
    }

    #[test]
    fn a_crate_that_the_standard_library_takes_from_the_registry_is_a_crate() {
        let library = "/x/lib/rustlib/src/rust/library";
        for (crate_, expected) in [("alloc", true), ("vendor/hashbrown-0.17.0", false)] {
            let manifest = format!("{library}/{crate_}/Cargo.toml");
            assert_eq!(in_standard_library(Path::new(&manifest)), expected);
        }
    }
}

//! npm packages: exactly those of a folder's lock file, installed again only when it changes.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::{Need, Toolbox};
use crate::{paths, process};

/// A folder with a `package.json` and its lock file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packages {
    /// Binaryen's wasm-opt and esbuild.
    Build,
    /// The analyzer and the compiler that `cargo xtask generate` runs.
    Generate,
    /// The packages of the end-to-end tests.
    EndToEnd,
    /// Frameworks, and Vite, which builds portals of them.
    Frameworks,
    /// Angular with its own bundler.
    Angular,
}

impl Packages {
    pub(crate) fn folder(self) -> PathBuf {
        paths::root().join(self.name())
    }

    /// The folder, as people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Build => "xtask",
            Self::Generate => "xtask/generate",
            Self::EndToEnd => "e2e",
            Self::Frameworks => "e2e/frameworks",
            Self::Angular => "e2e/frameworks/angular",
        }
    }
}

/// Installs the packages among `needs`.
pub(super) fn install(needs: &[Need], toolbox: &mut Toolbox) -> Result<()> {
    for need in needs {
        let Need::Npm(packages) = need else { continue };
        ensure(*packages)?;
        if *packages == Packages::Build {
            toolbox.add(packages.folder().join("node_modules/.bin"));
        }
    }
    Ok(())
}

fn ensure(packages: Packages) -> Result<()> {
    let folder = packages.folder();
    let lock = folder.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let stamp = folder.join("node_modules/.xtask-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("installing the npm packages of {}/ …", packages.name());
    let mut npm = Toolbox::default()
        .command("npm")
        .context("Node.js 20 or newer with npm has to be installed first")?;
    // No package of ours needs its install script, so none is run.
    npm.args([
        "ci",
        "--ignore-scripts",
        "--no-fund",
        "--no-audit",
        "--loglevel=error",
        "--prefix",
    ]);
    if process::read(npm.arg(&folder), "npm ci").is_err() {
        bail!(
            "the npm packages of {}/ could not be installed by `npm ci`",
            packages.name()
        );
    }
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

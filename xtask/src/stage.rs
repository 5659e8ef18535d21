//! `cargo xtask stage`, which Trunk runs after each build: gives its output the names that ship, so
//! that the development page loads what a portal page loads, only not made small.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::dist::{self, GLUE, SHELL};
use crate::paths;

/// Completes and renames Trunk's glue and lays the shell beside it.
pub(crate) fn run() -> Result<()> {
    let stage = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let stage = stage.context("`cargo xtask stage` is for Trunk to call")?;
    // Trunk names the glue after the package, which is the shell's name.
    let glue = fs::read_to_string(stage.join(SHELL)).context("Trunk made no glue to rename")?;
    fs::write(stage.join(GLUE), dist::complete(&glue)?).context("cannot write the glue")?;
    dist::languages::write(&stage)?;
    for file in fs::read_dir(paths::root().join("js")).context("cannot read js/")? {
        let path = file?.path();
        if let Some(name) = path
            .file_name()
            .filter(|_| path.extension() == Some("js".as_ref()))
        {
            fs::copy(&path, stage.join(name))
                .with_context(|| format!("cannot copy {}", path.display()))?;
        }
    }
    Ok(())
}

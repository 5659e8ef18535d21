//! `cargo xtask generate`: writes the files that follow from the shell's doc headers: the custom
//! elements manifest, the types, the attributes in Rust, the reference's tables and the gallery's
//! controls.

use anyhow::Result;
use clap::Args;

use crate::process;
use crate::tools::{self, Need, Packages};

/// The manifest's analyzer, and the compiler of TypeScript.
pub(crate) const NEEDS: &[Need] = &[Need::Npm(Packages::Generate)];

#[derive(Args)]
pub(crate) struct Options {
    /// Write nothing, and fail if a file differs from the one that would be written
    #[arg(long)]
    check: bool,
}

/// Writes the files, or compares them.
pub(crate) fn run(options: &Options) -> Result<()> {
    let toolbox = tools::install(NEEDS)?;
    let mut generate = toolbox.command("node")?;
    generate.arg(Packages::Generate.folder().join("generate.js"));
    if options.check {
        generate.arg("--check");
    }
    process::show(&mut generate, "generating")
}

//! `cargo xtask generate`: writes what follows from the shell's doc headers: the custom elements manifest,
//! the types, the reference's tables and the gallery's controls.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::tools::{self, Need, Packages, Toolbox};
use crate::{paths, process};

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
    let mut generate = node(&toolbox, "generate.js")?;
    if options.check {
        generate.arg("--check");
    }
    process::show(&mut generate, "generating")
}

/// Compares the files, and checks the types of the shell.
pub(crate) fn check(toolbox: &Toolbox) -> Result<Vec<Command>> {
    let mut generate = node(toolbox, "generate.js")?;
    generate.arg("--check");
    let mut compile = node(toolbox, "node_modules/typescript/bin/tsc")?;
    compile.arg("-p").arg(paths::root().join("js"));
    Ok(vec![generate, compile])
}

fn node(toolbox: &Toolbox, script: &str) -> Result<Command> {
    let mut node = toolbox.command("node")?;
    node.arg(Packages::Generate.folder().join(script));
    Ok(node)
}

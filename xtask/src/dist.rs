//! `cargo xtask dist`: makes `dist/`, exactly the files that ship, and fails if they are too large.

pub(crate) mod bundle;
mod compiled;
mod files;
pub(crate) mod languages;
mod links;
mod manifest;
pub(crate) mod names;
mod notices;
mod places;
mod sbom;
mod served;
mod size;
pub(crate) mod wasm;
mod why;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use bundle::Bundle;

use crate::paths;
use crate::tools::{self, Need, Packages};

/// The flags of `dist`.
#[derive(clap::Args, Default)]
pub(crate) struct Options {
    /// Build with the plain stable toolchain, without rebuilding the standard library
    #[arg(long)]
    plain: bool,
    /// List which crates and modules the WebAssembly's bytes belong to
    #[arg(long)]
    why: bool,
}

/// The tools that `dist` needs.
pub(crate) const NEEDS: &[Need] = &[
    Need::WasmTarget,
    Need::StdSource,
    Need::Npm(Packages::Build),
    Need::Cargo(tools::WASM_BINDGEN),
];

/// The tools that the glue and the shell need.
pub(crate) const BINDING: &[Need] = &[Need::Npm(Packages::Build), Need::Cargo(tools::WASM_BINDGEN)];

/// The files with code.
pub(crate) const SHELL: &str = "licensing-card.js";
pub(crate) const GLUE: &str = "licensing-card_glue.js";
pub(crate) const WASM: &str = "licensing-card_bg.wasm";
/// wasm-bindgen's glue for the WebAssembly.
pub(crate) const BOUND: &str = "licensing-card_bg.js";

/// Makes `dist/`.
pub(crate) fn run(options: &Options) -> Result<()> {
    let needed = |need: &Need| !options.plain || *need != Need::StdSource;
    let needs: Vec<_> = NEEDS.iter().copied().filter(needed).collect();
    let toolbox = tools::install(&needs)?;
    // Made aside and moved into place, so that a failure leaves the last good files alone.
    let stage = paths::target().join("dist/files");
    fresh(&stage)?;

    println!("building the WebAssembly …");
    let built = wasm::build(&toolbox, options.plain)?;
    if options.why {
        return why::print(&built);
    }
    let bound = wasm::bind(&toolbox, &built)?;
    println!("optimizing the WebAssembly …");
    let optimized = bound.join("optimized.wasm");
    wasm::optimize(&toolbox, &bound.join(WASM), &optimized)?;
    let bundle = Bundle {
        toolbox: &toolbox,
        made: &bound,
        to: &stage,
        small: true,
    };
    let wasm = stage.join(WASM);
    let (imports, names) = names::shorten(&bundle, &optimized, &wasm, &bound.join(BOUND))?;
    bundle.glue(&imports, Some(&names))?;
    bundle.shell(&served::hash(&toolbox, &wasm)?)?;
    languages::write(&stage)?;
    let hashes = served::complete(&toolbox, &stage)?;
    files::copy(&stage)?;
    let crates = compiled::read()?;
    notices::write(&stage, &crates)?;
    sbom::write(&stage, &crates)?;
    manifest::write(&stage)?;
    places::check_unnamed(&stage)?;
    publish(&stage)?;
    for (file, hash) in hashes {
        println!("{file:<24}{hash}");
    }
    // The plain build is no release; it shows that one needs no more than the stable toolchain.
    size::check(&toolbox, &paths::dist(), !options.plain)
}

fn fresh(folder: &Path) -> Result<()> {
    let made = || -> std::io::Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)
    };
    made().with_context(|| format!("cannot make an empty {}", folder.display()))
}

fn publish(stage: &Path) -> Result<()> {
    let dist = paths::dist();
    fresh(&dist)?;
    for file in fs::read_dir(stage)? {
        let file = file?;
        fs::copy(file.path(), dist.join(file.file_name()))?;
    }
    Ok(())
}

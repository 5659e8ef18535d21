//! `cargo xtask stage`, which Trunk runs after each build: gives its output the names that ship, so
//! that the development page loads the same files as a portal page, only not minified.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::dist::bundle::Bundle;
use crate::dist::{self, BOUND, WASM, names, wasm};
use crate::paths::{self, WASM_TARGET};
use crate::tools;

/// Binds Trunk's WebAssembly, and lays the shell beside it.
pub(crate) fn run() -> Result<()> {
    let stage = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let stage = stage.context("`cargo xtask stage` is for Trunk to call")?;
    let profile = env::var("TRUNK_PROFILE").unwrap_or_default();
    let folder = if profile == "release" {
        "release"
    } else {
        "debug"
    };
    let built = paths::target().join(WASM_TARGET).join(folder);
    let toolbox = tools::install(dist::BINDING)?;
    let made = paths::target().join("stage");
    wasm::bind_into(&toolbox, &built.join("licensing_card.wasm"), &made, &[])?;
    fs::copy(made.join(WASM), stage.join(WASM)).context("cannot copy the WebAssembly")?;
    let bundle = Bundle {
        toolbox: &toolbox,
        made: &made,
        to: &stage,
        small: false,
    };
    bundle.glue(&names::generated(&bundle, &made.join(BOUND))?, None)?;
    bundle.shell("")?;
    dist::languages::write(&stage)
}

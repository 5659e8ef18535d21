//! Parts of the Rust toolchain: added by rustup to the toolchain that `rust-toolchain.toml` pins.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::{Need, Toolbox};
use crate::paths::WASM_TARGET;
use crate::process;

/// Adds the parts among `needs` that the toolchain lacks.
pub(super) fn install(needs: &[Need]) -> Result<()> {
    if needs.contains(&Need::WasmTarget) {
        add("target", WASM_TARGET, &["lib/rustlib", WASM_TARGET, "lib"])?;
    }
    if needs.contains(&Need::StdSource) {
        add(
            "component",
            "rust-src",
            &["lib/rustlib/src/rust/library", "Cargo.lock"],
        )?;
    }
    Ok(())
}

/// The active toolchain's directory.
pub(crate) fn sysroot() -> Result<PathBuf> {
    let mut rustc = Toolbox::default().command("rustc")?;
    let printed = process::read(
        rustc.args(["--print", "sysroot"]),
        "asking rustc for its directory",
    )?;
    Ok(PathBuf::from(printed.trim()))
}

fn add(kind: &str, name: &str, proof: &[&str]) -> Result<()> {
    // Looking for the files is quicker than asking rustup, and right for toolchains without it.
    let proof: PathBuf = proof.iter().collect();
    if sysroot()?.join(proof).exists() {
        return Ok(());
    }
    println!("installing {name} …");
    let mut rustup = Toolbox::default().command("rustup").with_context(|| {
        format!("the Rust toolchain lacks {name}, and rustup is not there to add it")
    })?;
    if process::show(rustup.args([kind, "add", name]), "rustup").is_err() {
        bail!("{name} could not be installed by rustup");
    }
    Ok(())
}

//! The WebAssembly: as small as the pinned toolchain makes it, and the same bytes wherever it is
//! built.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::{compiled, places};
use crate::paths::{self, WASM_TARGET};
use crate::process;
use crate::tools::Toolbox;

/// The WebAssembly features that Rust's wasm32-unknown-unknown enables by default; wasm-opt is
/// told, since the section that lists them is not always in the file.
pub(super) const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The pinned compiler's options for a release.
const SMALL: &[&str] = &[
    // A panic traps at once; its message would be for nobody. The shell notices traps.
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    "-Zfmt-debug=none",
    // A little more than for `opt-level = "z"`: some calls cost more bytes than the called code.
    "-Cllvm-args=-inline-threshold=10",
    // No strength reduction of loops, and loads that are partly redundant stay: 968 bytes of brotli
    // less. Reading 100,000 rows takes as long as with both.
    "-Cllvm-args=-disable-lsr",
    "-Cllvm-args=-enable-load-pre=false",
];

/// Compiles the widget and returns the `.wasm` file.
pub(super) fn build(toolbox: &Toolbox, plain: bool) -> Result<PathBuf> {
    // A target directory of its own: other flags than everybody else's would rebuild the world.
    let target = paths::target().join("dist/cargo");
    let mut flags = remap(&target)?;
    let mut cargo = toolbox.command("cargo")?;
    cargo
        .args([
            "rustc",
            "--release",
            "--locked",
            "--package",
            "licensing-card",
            "--lib",
            // Cargo optimizes across crates only where no other crate may link the result.
            "--crate-type=cdylib",
        ])
        .args(["--features=shipped", "--target", WASM_TARGET])
        .arg("--target-dir")
        .arg(&target)
        .arg(compiled::MESSAGES)
        .stdout(compiled::record()?);
    if !plain {
        // The standard library, rebuilt for size: a quarter of the bytes people download. The
        // pinned toolchain does it once it is told that we know these options may change.
        cargo
            .env("RUSTC_BOOTSTRAP", "1")
            .arg("-Zbuild-std=std,panic_abort")
            .arg("-Zbuild-std-features=optimize_for_size");
        flags.extend(SMALL.iter().map(|flag| (*flag).to_owned()));
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    process::show(&mut cargo, "building the WebAssembly")?;
    Ok(target.join(WASM_TARGET).join("release/licensing_card.wasm"))
}

/// Keeps this machine's directories, and the registry's name, out of the file.
fn remap(target: &Path) -> Result<Vec<String>> {
    // The last flag that fits wins, so that inner directories come after outer ones.
    let places = places::of_the_build(target)?;
    Ok(places
        .iter()
        .map(|place| format!("--remap-path-prefix={}=", place.display()))
        .collect())
}

/// Generates the glue; returns the folder with the glue and the `.wasm` file.
pub(super) fn bind(toolbox: &Toolbox, wasm: &Path) -> Result<PathBuf> {
    let folder = paths::target().join("dist/bound");
    bind_into(toolbox, wasm, &folder, &["--remove-name-section"])?;
    Ok(folder)
}

/// The same into a folder that is made anew.
pub(crate) fn bind_into(
    toolbox: &Toolbox,
    wasm: &Path,
    folder: &Path,
    options: &[&str],
) -> Result<()> {
    super::fresh(folder)?;
    let mut bindgen = toolbox.command("wasm-bindgen")?;
    bindgen
        .args([
            "--target",
            "bundler",
            "--no-typescript",
            "--out-name",
            "licensing-card",
        ])
        .args(options)
        .args(["--remove-producers-section", "--out-dir"])
        .arg(folder)
        .arg(wasm);
    process::show(&mut bindgen, "wasm-bindgen")?;
    if folder.join("snippets").exists() {
        bail!("a crate brings JavaScript snippets of its own, which dist/ has no place for");
    }
    Ok(())
}

/// The options with the smallest compressed file, found by trying. Little inlining is most of
/// it: code that is repeated costs brotli less than code that is merged into its surroundings.
const SMALLEST: &[&str] = &[
    "-Os",
    "--converge",
    // The stack's far end lies there, so that nothing real does.
    "--low-memory-unused",
    "--always-inline-max-function-size=5",
    "--one-caller-inline-max-function-size=16",
    "--flexible-inline-max-function-size=0",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--skip-pass=memory-packing",
    // Hints that no engine uses on the processors of today.
    "--dealign",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Makes the file smaller.
pub(super) fn optimize(toolbox: &Toolbox, from: &Path, to: &Path) -> Result<()> {
    let mut wasm_opt = toolbox.command("wasm-opt")?;
    wasm_opt
        .arg("--mvp-features")
        .args(FEATURES)
        .args(SMALLEST)
        .arg(from)
        .arg("-o")
        .arg(to);
    process::show(&mut wasm_opt, "wasm-opt")
}

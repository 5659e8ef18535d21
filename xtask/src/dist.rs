//! `cargo xtask dist`: makes `dist/`, exactly the files that ship, and fails if they are too large.

mod compiled;
mod files;
mod glue;
pub(crate) mod languages;
mod links;
mod manifest;
mod names;
mod notices;
mod places;
mod sbom;
mod served;
mod text;
mod wasm;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::tools::{self, Need, Packages, Toolbox};
use crate::{paths, process, size};

/// The flags of `dist`.
#[derive(clap::Args, Default)]
pub(crate) struct Options {
    /// Build with the plain stable toolchain, without rebuilding the standard library
    #[arg(long)]
    plain: bool,
}

/// What `dist` needs installed.
pub(crate) const NEEDS: &[Need] = &[
    Need::WasmTarget,
    Need::StdSource,
    Need::Npm(Packages::Build),
    Need::Cargo(tools::WASM_BINDGEN),
];

pub(crate) use glue::complete;

/// The files with code, by what they are.
pub(crate) const SHELL: &str = "licensing-card.js";
pub(crate) const GLUE: &str = "licensing-card_glue.js";
pub(crate) const WASM: &str = "licensing-card_bg.wasm";

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
    let bound = wasm::bind(&toolbox, &built)?;
    println!("optimizing the WebAssembly …");
    let (optimized, glue) = (bound.join("optimized.wasm"), bound.join(GLUE));
    wasm::optimize(&toolbox, &bound.join(WASM), &optimized)?;
    let wasm = stage.join(WASM);
    let made = names::shorten(&toolbox, &optimized, &wasm, &bound.join(SHELL))?;
    fs::write(&glue, glue::pin(&made, &served::hash(&toolbox, &wasm)?)?)?;
    minify(&toolbox, &glue, &stage.join(GLUE))?;

    shell(&toolbox, &stage)?;
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

/// The shell in one file, minified, with the package's version in place of the placeholder.
fn shell(toolbox: &Toolbox, stage: &Path) -> Result<()> {
    let bundled = paths::target().join("dist").join(SHELL);
    // What is loaded later is no part of it.
    let bundle = ["--bundle", "--external:./licensing-card_*"];
    minify_with(
        toolbox,
        &paths::root().join("js").join(SHELL),
        &bundled,
        &bundle,
    )?;
    let text = fs::read_to_string(&bundled)
        .with_context(|| format!("cannot read {}", bundled.display()))?;
    fs::write(
        stage.join(SHELL),
        with_version(&text, env!("CARGO_PKG_VERSION"))?,
    )?;
    Ok(())
}

fn with_version(shell: &str, version: &str) -> Result<String> {
    const PLACEHOLDER: &str = "\"0.0.0-dev\"";
    match shell.matches(PLACEHOLDER).count() {
        1 => Ok(shell.replace(PLACEHOLDER, &format!("\"{version}\""))),
        0 => bail!("js/{SHELL} has no {PLACEHOLDER} to put the version in place of"),
        _ => bail!("js/{SHELL} has {PLACEHOLDER} more than once"),
    }
}

/// Minifies one ES module without touching its imports, or one style sheet.
fn minify(toolbox: &Toolbox, from: &Path, to: &Path) -> Result<()> {
    minify_with(toolbox, from, to, &[])
}

fn minify_with(toolbox: &Toolbox, from: &Path, to: &Path, more: &[&str]) -> Result<()> {
    let mut esbuild = toolbox.command("esbuild")?;
    esbuild
        .arg(from)
        .args([
            "--minify",
            "--format=esm",
            "--target=es2022",
            "--charset=utf8",
        ])
        .args(["--legal-comments=none", "--log-level=warning"])
        .args(more)
        .arg(format!("--outfile={}", to.display()));
    process::show(&mut esbuild, "minifying")
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

#[cfg(test)]
mod tests {
    use super::with_version;

    #[test]
    fn the_version_takes_the_place_of_exactly_one_placeholder() {
        let shell = "export const version = \"0.0.0-dev\";";
        assert_eq!(
            with_version(shell, "1.2.3").ok().as_deref(),
            Some("export const version = \"1.2.3\";")
        );
        assert!(with_version("", "1.2.3").is_err());
        assert!(with_version(&shell.repeat(2), "1.2.3").is_err());
    }
}

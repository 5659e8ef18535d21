//! The JavaScript: the shell, and the glue that starts an instance of the WebAssembly, each in one
//! file by esbuild.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::names::Renamed;
use super::{GLUE, SHELL, languages};
use crate::tools::Toolbox;
use crate::{paths, process};

/// The function that the glue becomes: each call makes an instance with state of its own. Its
/// parameters are the free names of the code within.
const BEFORE: &str = "export default (compiled, licensingCardWords, onTrap) => { let started;";
const AFTER: &str = "return started }";

/// The options of a bundle.
pub(crate) struct Bundle<'a> {
    pub(crate) toolbox: &'a Toolbox,
    /// Where generated files go.
    pub(crate) made: &'a Path,
    /// Where the bundle goes.
    pub(crate) to: &'a Path,
    /// Whether it is made small.
    pub(crate) small: bool,
}

impl Bundle<'_> {
    /// Bundles the glue. `bound` exports the imports by the names that the WebAssembly has for
    /// them, and `renamed` has the exports' names.
    pub(crate) fn glue(&self, bound: &Path, renamed: Option<&Renamed>) -> Result<()> {
        let style = self.style("src/card/style.css", "style.css")?;
        let mut options = vec![
            "--format=iife".to_owned(),
            format!("--banner:js={BEFORE}"),
            format!("--footer:js={AFTER}"),
            format!("--alias:bound={}", bound.display()),
            format!("--alias:style={}", style.display()),
            format!("--inject:{}", source("glue/globals.ts").display()),
        ];
        if let Some(renamed) = renamed {
            options.push(format!("--mangle-props={}", renamed.pattern()));
            let cache = self.write("renamed.json", &renamed.cache())?;
            options.push(format!("--mangle-cache={}", cache.display()));
        }
        self.esbuild("glue/start.ts", GLUE, &options)
    }

    /// Bundles the shell, which holds the WebAssembly to the hash `integrity`.
    pub(crate) fn shell(&self, integrity: &str) -> Result<()> {
        let style = self.style("js/host.css", "host.css")?;
        let known = self.write("languages.js", &languages::module())?;
        let text = |name: &str, text: &str| format!("--define:{name}=\"{text}\"");
        self.esbuild(
            "define.ts",
            SHELL,
            &[
                "--format=esm".to_owned(),
                // Modules that are loaded later are no part of it.
                "--external:./licensing-card_*".to_owned(),
                format!("--alias:host-style={}", style.display()),
                format!("--alias:languages={}", known.display()),
                text("INTEGRITY", integrity),
                text("VERSION", env!("CARGO_PKG_VERSION")),
            ],
        )?;
        self.mark_imports()
    }

    /// Marks the import of a computed address, which bundlers would warn of: esbuild drops the
    /// comment that says so.
    fn mark_imports(&self) -> Result<()> {
        let path = self.to.join(SHELL);
        let text = fs::read_to_string(&path).context("esbuild wrote no shell")?;
        let marked = text.replace(
            "import(`",
            "import(/* webpackIgnore: true *//* @vite-ignore */`",
        );
        ensure!(
            marked != text || !self.small,
            "the shell computes no import"
        );
        fs::write(&path, marked).context("cannot write the shell")
    }

    /// Writes a generated file, and returns its path.
    pub(crate) fn write(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.made.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    fn style(&self, file: &str, name: &str) -> Result<PathBuf> {
        let path = self.made.join(name);
        let mut esbuild = self.toolbox.command("esbuild")?;
        esbuild
            .arg(paths::root().join(file))
            .args(["--minify", "--log-level=warning"])
            .arg(format!("--outfile={}", path.display()));
        process::show(&mut esbuild, "minifying styles")?;
        Ok(path)
    }

    fn esbuild(&self, file: &str, name: &str, options: &[String]) -> Result<()> {
        let mut esbuild = self.toolbox.command("esbuild")?;
        esbuild
            .arg(source(file))
            .args(["--bundle", "--target=es2022", "--charset=utf8"])
            .args(["--loader:.css=text", "--legal-comments=none"])
            .args(["--log-level=warning"])
            .args(options)
            .arg(format!("--outfile={}", self.to.join(name).display()));
        if self.small {
            esbuild.arg("--minify");
        }
        process::show(&mut esbuild, "bundling")
    }
}

fn source(file: &str) -> PathBuf {
    paths::root().join("js").join(file)
}

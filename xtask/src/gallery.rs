//! `cargo xtask gallery`: takes the pictures anew that the card is compared with, and that the
//! README shows.

use std::process::Command;

use anyhow::Result;

use crate::tools::{self, Browser, Need, Packages, Toolbox};
use crate::{dist, paths, process};

/// The tools that take pictures and compare them.
pub(crate) const NEEDS: &[Need] = &[
    Need::Browser(Browser::Chromium),
    Need::Fonts,
    Need::Npm(Packages::EndToEnd),
];

/// Builds the released files, and takes the pictures.
pub(crate) fn run() -> Result<()> {
    dist::run(&dist::Options::default())?;
    let toolbox = tools::install(NEEDS)?;
    build_console(&toolbox)?;
    println!("taking pictures …");
    process::show(
        compare(&toolbox)?.arg("--update-snapshots"),
        "taking pictures",
    )
}

/// Playwright's runner, which compares the card with its pictures.
pub(crate) fn compare(toolbox: &Toolbox) -> Result<Command> {
    let mut node = node(toolbox)?;
    node.args(["node_modules/@playwright/test/cli.js", "test"])
        .args(["--config", "gallery"]);
    Ok(node)
}

/// Builds the mock console.
pub(crate) fn build_console(toolbox: &Toolbox) -> Result<()> {
    let mut cargo = toolbox.command("cargo")?;
    process::show(
        cargo.args(["build", "--locked", "--package", "mock-console"]),
        "building the console",
    )
}

/// Node among the end-to-end tests, told where things are.
pub(crate) fn node(toolbox: &Toolbox) -> Result<Command> {
    let mut node = toolbox.command("node")?;
    node.current_dir(Packages::EndToEnd.folder())
        .env("CHROMIUM", tools::chromium()?)
        .env("CONSOLE_BIN", paths::console())
        .env("DIST", paths::dist())
        .env("DEV_DIST", paths::dev_dist())
        .env("YEW_PORTAL", paths::yew_portal());
    Ok(node)
}

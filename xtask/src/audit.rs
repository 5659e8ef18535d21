//! `cargo xtask audit`: the dependencies' licences, sources, duplicates and known vulnerabilities,
//! as `deny.toml` allows them, for the card, the tasks and the fuzz targets; and npm's.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::tools::{self, Need, Packages, Toolbox};
use crate::{paths, process};

/// cargo-deny's message if it cannot get the database of vulnerabilities.
const NO_DATABASE: &str = "failed to fetch advisory database";
/// npm's message if its registry has no such service.
const NO_ANSWER: &str = "audit endpoint returned an error";

/// Checks the dependencies.
pub(crate) fn run() -> Result<()> {
    let toolbox = tools::install(&[Need::Cargo(tools::CARGO_DENY)])?;
    let mut checked = true;
    for (what, manifest) in workspaces() {
        println!("checking licences, sources and duplicates of {what} …");
        let mut deny = deny(&toolbox, &manifest)?;
        deny.args([
            "check",
            "--hide-inclusion-graph",
            "bans",
            "licenses",
            "sources",
        ]);
        process::show(&mut deny, "the check of licences, sources and duplicates")?;
        println!("checking known vulnerabilities of {what} …");
        checked &= advisories(&toolbox, &manifest)?;
    }
    for packages in [
        Packages::Build,
        Packages::Generate,
        Packages::EndToEnd,
        Packages::Frameworks,
        Packages::Angular,
    ] {
        println!(
            "checking known vulnerabilities of the npm packages of {}/ …",
            packages.name()
        );
        checked &= npm(&toolbox, packages)?;
    }
    if !checked {
        println!("All else is fine; run this once more from where those databases can be reached.");
    }
    Ok(())
}

fn workspaces() -> [(&'static str, PathBuf); 3] {
    [
        (
            "the card, its console and its tasks",
            paths::root().join("Cargo.toml"),
        ),
        ("the fuzz targets", paths::fuzz().join("Cargo.toml")),
        (
            "the example in Yew",
            paths::root().join("examples/yew-portal/Cargo.toml"),
        ),
    ]
}

fn deny(toolbox: &Toolbox, manifest: &Path) -> Result<Command> {
    let mut deny = toolbox.command("cargo-deny")?;
    deny.args(["--locked", "--workspace", "--config"])
        .arg(paths::root().join("deny.toml"))
        .arg("--manifest-path")
        .arg(manifest);
    Ok(deny)
}

/// Whether the vulnerabilities could be checked; an error if there are any.
fn advisories(toolbox: &Toolbox, manifest: &Path) -> Result<bool> {
    let mut deny = deny(toolbox, manifest)?;
    deny.args(["check", "advisories"]);
    let log = paths::logs().join("advisories.log");
    let done = process::log(&mut deny, &log, |_| {})?;
    judge(
        &done,
        NO_DATABASE,
        "their database cannot be reached from here",
    )
}

/// The same for the packages in `package-lock.json`, installed or not.
fn npm(toolbox: &Toolbox, packages: Packages) -> Result<bool> {
    let mut npm = toolbox.command("npm")?;
    npm.args(["audit", "--package-lock-only", "--prefix"])
        .arg(packages.folder());
    let log = paths::logs().join("npm-audit.log");
    let done = process::log(&mut npm, &log, |_| {})?;
    judge(
        &done,
        NO_ANSWER,
        "the registry does not answer the question",
    )
}

fn judge(done: &process::Logged, unreachable: &str, why: &str) -> Result<bool> {
    if done.success {
        println!("advisories ok");
        return Ok(true);
    }
    if done.text.contains(unreachable) {
        println!("Known vulnerabilities were NOT checked: {why}.");
        return Ok(false);
    }
    print!("{}", done.text);
    bail!("the check of known vulnerabilities failed");
}

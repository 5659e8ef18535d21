//! `cargo xtask audit`: the dependencies' licences, sources, duplicates and known vulnerabilities, as
//! `deny.toml` allows them.

use anyhow::{Result, bail};

use crate::tools::{self, Need, Toolbox};
use crate::{paths, process};

/// What cargo-deny says when it cannot get the database of vulnerabilities.
const NO_DATABASE: &str = "failed to fetch advisory database";

/// Checks the dependencies.
pub(crate) fn run() -> Result<()> {
    let toolbox = tools::install(&[Need::Cargo(tools::CARGO_DENY)])?;
    println!("checking licences, sources and duplicates …");
    let mut deny = toolbox.command("cargo-deny")?;
    deny.args([
        "--workspace",
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ]);
    process::show(&mut deny, "the check of licences, sources and duplicates")?;
    advisories(&toolbox)
}

fn advisories(toolbox: &Toolbox) -> Result<()> {
    println!("checking known vulnerabilities …");
    let mut deny = toolbox.command("cargo-deny")?;
    deny.args(["--workspace", "check", "advisories"]);
    let log = paths::logs().join("advisories.log");
    let done = process::log(&mut deny, &log, |_| {})?;
    if done.success {
        println!("advisories ok");
        return Ok(());
    }
    if done.text.contains(NO_DATABASE) {
        println!(
            "Known vulnerabilities were not checked: their database cannot be reached from here."
        );
        return Ok(());
    }
    print!("{}", done.text);
    bail!("the check of known vulnerabilities failed");
}

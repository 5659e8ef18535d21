//! `cargo xtask bench`: how long the released files take, beside a plain script in the same run. Times
//! depend on the machine, so no test looks at them; `bench/results.md` keeps the last ones.

use anyhow::Result;

use crate::tools::{self, Browser, Need, Packages};
use crate::{dist, gallery, process};

/// The flags of `bench`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How often each is measured
    #[arg(long, default_value_t = 9)]
    runs: u32,
    /// Measure only those with this in their name, and keep no results
    #[arg(long)]
    only: Option<String>,
}

const NEEDS: &[Need] = &[
    Need::Browser(Browser::Chromium),
    Need::Npm(Packages::EndToEnd),
];

/// Builds the released files and measures them.
pub(crate) fn run(options: &Options) -> Result<()> {
    dist::run(&dist::Options::default())?;
    let toolbox = tools::install(NEEDS)?;
    let mut node = gallery::node(&toolbox)?;
    node.args(["../bench/run.js", "--runs", &options.runs.to_string()]);
    if let Some(only) = &options.only {
        node.args(["--only", only]);
    }
    process::show(&mut node, "measuring")
}

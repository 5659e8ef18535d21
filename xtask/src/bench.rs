//! `cargo xtask bench`: how long the released files take, beside a plain script in the same run.
//! Times depend on the machine, so no test looks at them; `bench/results.md` keeps the last ones.

use anyhow::Result;

use crate::tools::{self, Browser, Need, Packages};
use crate::{dist, gallery, process};

/// The flags of `bench`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The subject
    #[arg(value_enum, default_value_t = Subject::Card)]
    subject: Subject,
    /// How often each is measured
    #[arg(long, default_value_t = 9)]
    runs: u32,
    /// Measure only those with this in their name, and keep no results
    #[arg(long)]
    only: Option<String>,
}

/// The subjects of measurements.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Subject {
    /// The released files, in a browser
    Card,
    /// The gateway of examples/nginx under load and while the console fails; six minutes
    Gateway,
}

const NEEDS: &[Need] = &[
    Need::Browser(Browser::Chromium),
    Need::Npm(Packages::EndToEnd),
];

/// Measures.
pub(crate) fn run(options: &Options) -> Result<()> {
    match options.subject {
        Subject::Card => card(options),
        Subject::Gateway => gateway(),
    }
}

/// Builds the mock console, which nginx and a portal stand before, and measures those.
fn gateway() -> Result<()> {
    let toolbox = tools::install(&[Need::Browser(Browser::Chromium), Need::WebServer])?;
    gallery::build_console(&toolbox)?;
    let mut node = gallery::node(&toolbox)?;
    process::show(node.arg("../bench/gateway.js"), "measuring")
}

/// Builds the released files and measures them.
fn card(options: &Options) -> Result<()> {
    dist::run(&dist::Options::default())?;
    let toolbox = tools::install(NEEDS)?;
    let mut node = gallery::node(&toolbox)?;
    node.args(["../bench/run.js", "--runs", &options.runs.to_string()]);
    if let Some(only) = &options.only {
        node.args(["--only", only]);
    }
    process::show(&mut node, "measuring")
}

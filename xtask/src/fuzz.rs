//! `cargo xtask fuzz`: has libFuzzer make up inputs for the targets in `fuzz/`, which begin with
//! the recorded payloads and fail on the first input that breaks a promise.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::tools::{self, Need, Toolbox};
use crate::{paths, process};

/// The flags of `fuzz`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Fuzz only this target
    target: Option<String>,
    /// How many inputs each target is tried with
    #[arg(long, default_value_t = 1_000_000)]
    runs: u64,
}

/// The tools that `fuzz` needs.
pub(crate) const NEEDS: &[Need] = &[Need::CppCompiler, Need::Cargo(tools::CARGO_FUZZ)];

/// Inputs of each target in the test run, where the same ones are tried every time.
const RUNS_IN_TESTS: u64 = 20_000;

/// Fuzzes, and keeps interesting inputs for the next time.
pub(crate) fn run(options: &Options) -> Result<()> {
    let toolbox = tools::install(NEEDS)?;
    let targets = targets()?;
    let chosen = options.target.as_ref();
    if let Some(target) = chosen.filter(|target| !targets.contains(target)) {
        bail!(
            "there is no target {target}; the targets are {}",
            targets.join(", ")
        );
    }
    process::show(
        &mut fetch(&toolbox)?,
        "fetching what the targets are made of",
    )?;
    for target in targets
        .iter()
        .filter(|target| chosen.is_none_or(|it| it == *target))
    {
        println!("fuzzing {target} …");
        let runs = format!("-runs={}", options.runs);
        let corpus = paths::target().join("fuzz/corpus").join(target);
        let mut fuzz = command(&toolbox, target, &corpus, &[&runs])?;
        process::show(&mut fuzz, &format!("the target {target}"))?;
    }
    Ok(())
}

/// The commands of the test run: few inputs, and the same ones every time, so that a passed run
/// passes again.
pub(crate) fn commands(toolbox: &Toolbox) -> Result<Vec<Command>> {
    let mut commands = vec![fetch(toolbox)?];
    for target in targets()? {
        let corpus = paths::target().join("fuzz/fresh").join(&target);
        if corpus.exists() {
            fs::remove_dir_all(&corpus)
                .with_context(|| format!("cannot empty {}", corpus.display()))?;
        }
        let runs = format!("-runs={RUNS_IN_TESTS}");
        commands.push(command(toolbox, &target, &corpus, &[&runs, "-seed=1"])?);
    }
    Ok(commands)
}

/// The names of the targets.
fn targets() -> Result<Vec<String>> {
    let folder = paths::fuzz().join("fuzz_targets");
    let read = || -> std::io::Result<Vec<String>> {
        let mut names = Vec::new();
        for file in fs::read_dir(&folder)? {
            let path = file?.path();
            names.extend(
                path.file_stem()
                    .and_then(|name| name.to_str())
                    .map(str::to_owned),
            );
        }
        names.sort();
        Ok(names)
    };
    read().with_context(|| format!("cannot read {}", folder.display()))
}

/// cargo-fuzz knows no `--locked`: with everything here beforehand, and offline, it has no choice.
fn fetch(toolbox: &Toolbox) -> Result<Command> {
    let mut cargo = toolbox.command("cargo")?;
    cargo
        .args(["fetch", "--locked", "--manifest-path"])
        .arg(paths::fuzz().join("Cargo.toml"));
    Ok(cargo)
}

fn command(toolbox: &Toolbox, target: &str, corpus: &Path, flags: &[&str]) -> Result<Command> {
    fs::create_dir_all(corpus).with_context(|| format!("cannot make {}", corpus.display()))?;
    let root = paths::root();
    let mut fuzz = toolbox.command("cargo-fuzz")?;
    fuzz.env("CARGO_NET_OFFLINE", "true")
        // The crate has no unsafe code for an address sanitizer to look at, and the pinned stable
        // toolchain has none.
        .args(["run", "--sanitizer=none", "--codegen-units=16"])
        .arg("--target-dir")
        .arg(paths::target().join("fuzz"))
        .arg(target)
        // New inputs go into the first folder, and into no other.
        .arg(corpus)
        .arg(root.join("fixtures"))
        .args(["--", "-print_funcs=0", "-timeout=25"])
        .arg(format!(
            "-dict={}",
            paths::fuzz().join("json.dict").display()
        ))
        .args(flags);
    Ok(fuzz)
}

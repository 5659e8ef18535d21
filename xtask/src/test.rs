//! `cargo xtask test`: every check and test, cheapest first; the first step that fails ends the
//! run, and the last line says how many tests passed and failed.

mod browsers;
mod count;
mod steps;

use std::fs;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::paths;
use crate::process::{self, Sign};
use crate::progress::{self, took};
use crate::tools::{self, Toolbox};
use count::Count;
use steps::{STEPS, Step};

/// The flags of `test`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run only these steps, in the usual order; see --list
    steps: Vec<String>,
    /// List the steps and stop
    #[arg(long)]
    list: bool,
    /// Show all output as it comes
    #[arg(long, short)]
    verbose: bool,
}

/// A step's outcome.
struct Outcome {
    step: &'static Step,
    count: Count,
    took: Duration,
    failed: bool,
}

/// Runs the steps; the exit code says whether all passed.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let steps = choose(&options.steps)?;
    if options.list {
        for step in steps {
            println!("{:<11}{}", step.name, step.title);
        }
        return Ok(ExitCode::SUCCESS);
    }
    let needs: Vec<_> = steps
        .iter()
        .flat_map(|step| step.needs)
        .flat_map(|needs| *needs)
        .copied()
        .collect();
    let toolbox = tools::install(&needs)?;

    let mut outcomes = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        let progress = progress::Step::begin(index + 1, steps.len(), step.title);
        let outcome = perform(step, progress, &toolbox, options.verbose)?;
        let failed = outcome.failed;
        outcomes.push(outcome);
        if failed {
            break;
        }
    }
    Ok(summarize(&outcomes))
}

fn choose(names: &[String]) -> Result<Vec<&'static Step>> {
    for name in names {
        if !STEPS.iter().any(|step| step.name == name) {
            let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
            bail!(
                "there is no step {name}; the steps are {}",
                known.join(", ")
            );
        }
    }
    let chosen = |step: &&Step| names.is_empty() || names.iter().any(|name| name == step.name);
    Ok(STEPS.iter().filter(chosen).collect())
}

fn perform(
    step: &'static Step,
    mut progress: progress::Step,
    toolbox: &Toolbox,
    verbose: bool,
) -> Result<Outcome> {
    let log = paths::logs().join(format!("{}.log", step.name));
    let _ = fs::remove_file(&log);
    let mut count = Count::default();
    let mut failed = false;
    for mut command in (step.commands)(toolbox)? {
        let done = process::log(&mut command, &log, |sign| match sign {
            Sign::Line(line) if verbose => println!("{line}"),
            Sign::Silence if verbose => {}
            sign => progress.see(&sign),
        })?;
        count = count + Count::of(&done.text);
        failed = !done.success;
        if failed {
            if !verbose {
                done.show_tail();
            }
            println!("the whole output is in {}", log.display());
            break;
        }
    }
    if step.counts && !failed && count == Count::default() {
        println!("the step ran no test; its output is in {}", log.display());
        failed = true;
    }
    Ok(Outcome {
        step,
        count,
        took: progress.took(),
        failed,
    })
}

fn summarize(outcomes: &[Outcome]) -> ExitCode {
    println!();
    for Outcome {
        step,
        count,
        took: time,
        failed,
    } in outcomes
    {
        let word = if *failed { "FAILED" } else { "passed" };
        let counted = if step.counts {
            format!("{:>5} tests", count.passed)
        } else {
            String::new()
        };
        println!("{:<11}{word}  {:>13}  {counted}", step.name, took(*time));
    }
    let Count {
        passed,
        failed: broken,
    } = outcomes.iter().map(|outcome| outcome.count).sum();
    let failed_step = outcomes.iter().find(|outcome| outcome.failed);
    // A check that fails without counting tests is one failure all the same.
    let broken = broken.max(u64::from(failed_step.is_some()));
    println!("xtask: {passed} passed, {broken} failed");
    if failed_step.is_some() {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}

#[cfg(test)]
mod tests {
    use super::choose;

    #[test]
    fn steps_run_in_the_usual_order_however_they_are_named() -> anyhow::Result<()> {
        let names = ["host".to_owned(), "format".to_owned()];
        let chosen: Vec<_> = choose(&names)?.iter().map(|step| step.name).collect();
        assert_eq!(chosen, ["format", "host"]);
        Ok(())
    }

    #[test]
    fn an_unknown_step_is_an_error() {
        assert!(choose(&["hots".to_owned()]).is_err());
    }
}

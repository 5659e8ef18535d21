//! The commands and their flags; each command is in the module of the same name.

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::{
    audit, bench, dist, fresh, fuzz, gallery, generate, release, reproduce, serve, stage, test,
};

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "The licensing card's tasks",
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the development page with a console behind it, and rebuild on every change
    Serve(serve::Options),
    /// Build the released files into dist/ and hold them to their size budget
    Dist(dist::Options),
    /// Build the released files again in another place and compare them with dist/, byte by byte
    Reproduce,
    /// Run every check and test: format, lints, docs, host, fuzzing, three browsers, released files
    Test(test::Options),
    /// Run a command in a fresh clone of the last commit, with empty caches: `fresh test`
    Fresh(fresh::Options),
    /// Measure how long the released files take, beside a plain script
    Bench(bench::Options),
    /// Try the reading of answers, errors and settings with inputs that a fuzzer makes up
    Fuzz(fuzz::Options),
    /// Write the manifest, the types and the reference's tables from the shell's doc headers
    Generate(generate::Options),
    /// Build the released files and take the gallery's pictures anew, which the tests compare with
    Gallery,
    /// Check the dependencies' licences, sources, duplicates and known vulnerabilities
    Audit,
    /// Check that dist/ and the documents are ready to be released
    ReleaseCheck,
    /// Lay the shell beside Trunk's output (called by Trunk)
    #[command(hide = true)]
    Stage,
}

/// Runs the command that the command line names.
pub(crate) fn run() -> Result<ExitCode> {
    match Cli::parse().command {
        Command::Serve(options) => serve::run(&options)?,
        Command::Dist(options) => dist::run(&options)?,
        Command::Reproduce => reproduce::run()?,
        Command::Test(options) => return test::run(&options),
        Command::Fresh(options) => fresh::run(&options)?,
        Command::Bench(options) => bench::run(&options)?,
        Command::Fuzz(options) => fuzz::run(&options)?,
        Command::Generate(options) => generate::run(&options)?,
        Command::Gallery => gallery::run()?,
        Command::Audit => audit::run()?,
        Command::ReleaseCheck => release::check()?,
        Command::Stage => stage::run()?,
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::Parser;

    use super::Cli;
    use crate::paths;

    #[test]
    fn the_documents_commands_are_ours() -> anyhow::Result<()> {
        for (document, least) in [
            ("README.md", 3),
            ("CONTRIBUTING.md", 4),
            ("docs/embedding.md", 1),
        ] {
            let text = fs::read_to_string(paths::root().join(document))?;
            let commands: Vec<_> = text
                .lines()
                .filter(|line| line.starts_with("cargo xtask "))
                .filter_map(|line| line.split('#').next())
                .collect();
            assert!(commands.len() >= least, "{document} has {commands:?}");
            for command in commands {
                // The program's name comes first, which is "cargo xtask".
                let words = command.split_whitespace().skip(1);
                if let Err(error) = Cli::try_parse_from(words) {
                    panic!("{document}: {command}: {error}");
                }
            }
        }
        Ok(())
    }
}

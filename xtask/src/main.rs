//! The project's tasks, run as `cargo xtask <command>`: each command installs its tools, does
//! its work and ends with exit code 0, or with one sentence about the failure.

mod audit;
mod bench;
mod cli;
mod dist;
mod fresh;
mod fuzz;
mod gallery;
mod generate;
mod paths;
mod process;
mod progress;
mod release;
mod reproduce;
mod serve;
mod stage;
mod test;
mod tools;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

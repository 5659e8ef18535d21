//! The tools at hand: programs are started through it, with ours before whatever else is on PATH.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::paths;

/// Directories with the right versions of the tools.
#[derive(Default)]
pub(crate) struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    pub(super) fn add(&mut self, folder: PathBuf) {
        self.folders.push(folder);
    }

    /// A command for `program`, started in the repository's root.
    pub(crate) fn command(&self, program: &str) -> Result<Command> {
        let path = self.path()?;
        let found = which::which_in(program, Some(&path), paths::root())
            .with_context(|| format!("{program} is not installed, or not on PATH"))?;
        let mut command = Command::new(found);
        command.current_dir(paths::root()).env("PATH", path);
        Ok(command)
    }

    /// Where `program` is.
    pub(crate) fn find(&self, program: &str) -> Result<PathBuf> {
        Ok(Path::new(self.command(program)?.get_program()).to_path_buf())
    }

    fn path(&self) -> Result<OsString> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = self.folders.iter().cloned();
        env::join_paths(folders.chain(env::split_paths(&inherited)))
            .context("a folder on PATH, or of the tools, has a name that PATH cannot hold")
    }
}

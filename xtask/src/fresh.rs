//! `cargo xtask fresh COMMAND …`: runs a command of ours as on a machine that has never seen the
//! project, in a fresh clone of the last commit, with empty caches. Only the operating system's
//! packages and the Rust toolchains stay.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{self, Command};

use anyhow::{Context, Result};

use crate::paths;
use crate::process::{read, show};
use crate::tools::Toolbox;

/// The flags of `fresh`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The command to run, such as `test`, with its flags
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

/// Variables that cargo and rustup set for the programs that they run. In the clone they set it
/// anew.
const OF_THIS_CLONE: &[&str] = &[
    "CARGO",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_TARGET_DIR",
    "LICENSING_CARD_TOOLS",
    "RUSTUP_TOOLCHAIN",
];

/// The settings of cargo, which are not a cache: a mirror of the registry, say.
const SETTINGS: &[&str] = &["config.toml", "config"];

/// Runs the command; returns only where it cannot.
pub(crate) fn run(options: &Options) -> Result<()> {
    let folder = env::temp_dir().join(format!("licensing-card-fresh-{}", process::id()));
    let toolbox = Toolbox::default();
    let changed = read(
        toolbox.command("git")?.args(["status", "--porcelain"]),
        "looking for changes",
    )?;
    if !changed.is_empty() {
        println!("What is not committed is not in the clone:\n{changed}");
    }
    println!("in {}, which stays there for a look", folder.display());
    let clone = folder.join("licensing-card");
    let mut git = toolbox.command("git")?;
    git.args(["clone", "--quiet"])
        .arg(paths::root())
        .arg(&clone);
    show(&mut git, "cloning")?;
    keep_settings(&paths::cargo_home()?, &folder.join("cargo"))?;
    let mut cargo = Command::new(toolbox.find("cargo")?);
    cargo
        .arg("xtask")
        .args(&options.command)
        .current_dir(&clone);
    for name in OF_THIS_CLONE {
        cargo.env_remove(name);
    }
    for (name, path) in caches(&folder) {
        fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
        cargo.env(name, path);
    }
    become_it(cargo)
}

/// The variables that name the folders of caches and temporary files.
fn caches(folder: &Path) -> [(&'static str, PathBuf); 4] {
    [
        ("CARGO_HOME", folder.join("cargo")),
        ("npm_config_cache", folder.join("npm")),
        ("XDG_CACHE_HOME", folder.join("cache")),
        ("TMPDIR", folder.join("tmp")),
    ]
}

fn keep_settings(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).with_context(|| format!("cannot make {}", to.display()))?;
    for name in SETTINGS {
        let file = from.join(name);
        if file.exists() {
            fs::copy(&file, to.join(name))
                .with_context(|| format!("cannot copy {}", file.display()))?;
        }
    }
    Ok(())
}

/// Takes this program's place, so that signals reach the command.
#[cfg(unix)]
fn become_it(mut cargo: Command) -> Result<()> {
    Err(std::os::unix::process::CommandExt::exec(&mut cargo)).context("cannot start cargo")
}

#[cfg(not(unix))]
fn become_it(mut cargo: Command) -> Result<()> {
    show(&mut cargo, "the command in the clone")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{OF_THIS_CLONE, caches, keep_settings};
    use crate::paths;

    #[test]
    fn each_cache_that_the_tasks_name_is_a_folder_of_the_clones() -> anyhow::Result<()> {
        let folder = Path::new("/fresh");
        let caches = caches(folder);
        assert!(caches.iter().all(|(_, path)| path.starts_with(folder)));
        // Every variable that says where something is kept is emptied or unset.
        let paths = fs::read_to_string(paths::root().join("xtask/src/paths.rs"))?;
        let named = paths.split('"').filter(|text| {
            text.starts_with("CARGO_") || text.ends_with("_HOME") || text.ends_with("_TOOLS")
        });
        let mut seen = 0;
        for name in named {
            seen += 1;
            assert!(
                OF_THIS_CLONE.contains(&name) || caches.iter().any(|(cache, _)| *cache == name),
                "{name} reaches the clone"
            );
        }
        assert!(seen >= 5, "{seen}");
        Ok(())
    }

    #[test]
    fn cargo_keeps_its_settings_and_nothing_else() -> anyhow::Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-fresh-{}", std::process::id()));
        let (from, to) = (folder.join("from"), folder.join("to"));
        fs::create_dir_all(from.join("registry"))?;
        fs::write(from.join("config.toml"), "[net]\n")?;
        keep_settings(&from, &to)?;
        let kept: Vec<_> = fs::read_dir(&to)?
            .map(|file| file.map(|file| file.file_name()))
            .collect::<Result<_, _>>()?;
        fs::remove_dir_all(&folder)?;
        assert_eq!(kept, ["config.toml"]);
        Ok(())
    }
}

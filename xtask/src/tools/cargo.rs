//! Tools built by `cargo install`: each in its own folder of the cache, named by tool and version,
//! so that any number of clones and versions live side by side.

use std::fs::{self, File};
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;

use super::{CargoTool, Need, Toolbox, Version};
use crate::{paths, process, progress};

/// Installs the tools among `needs`.
pub(super) fn install(needs: &[Need], toolbox: &mut Toolbox) -> Result<()> {
    let mut missing = Vec::new();
    for need in needs {
        let Need::Cargo(tool) = need else { continue };
        let version = version(tool)?;
        if !on_path(tool, &version) && !cached(tool, &version, toolbox)? {
            missing.push((tool, version));
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let _alone = lock()?;
    let of = missing.len();
    for (index, (tool, version)) in missing.into_iter().enumerate() {
        // Another run may have built it while this one waited for the lock.
        if !cached(tool, &version, toolbox)? {
            let title = format!(
                "installing {} {version}, {} on two cores",
                tool.package, tool.takes
            );
            build(tool, &version, progress::Step::begin(index + 1, of, &title))?;
            cached(tool, &version, toolbox)?;
        }
    }
    // The builds share a target directory, since they share crates; nothing needs it any more.
    let _ = fs::remove_dir_all(paths::tools_cache()?.join("build"));
    Ok(())
}

fn version(tool: &CargoTool) -> Result<String> {
    match tool.version {
        Version::Pinned(version) => Ok(version.to_owned()),
        Version::OfCrate(name) => {
            let lock = fs::read_to_string(paths::root().join("Cargo.lock"))
                .context("cannot read Cargo.lock")?;
            locked_version(&lock, name)
        }
    }
}

/// The version of the crate `name` in the text of a `Cargo.lock`.
fn locked_version(lock: &str, name: &str) -> Result<String> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Package>,
    }
    #[derive(Deserialize)]
    struct Package {
        name: String,
        version: String,
    }
    let lock: Lock =
        toml::from_str(lock).map_err(|_| anyhow!("Cargo.lock is not what cargo writes"))?;
    let mut found = lock
        .package
        .into_iter()
        .filter(|package| package.name == name);
    match (found.next(), found.next()) {
        (Some(package), None) => Ok(package.version),
        (None, _) => bail!("Cargo.lock has no {name}"),
        (Some(_), Some(_)) => bail!("Cargo.lock has more than one version of {name}"),
    }
}

fn on_path(tool: &CargoTool, version: &str) -> bool {
    let Ok(mut command) = Toolbox::default().command(tool.program) else {
        return false;
    };
    command
        .arg("--version")
        .output()
        .is_ok_and(|output| says_version(&String::from_utf8_lossy(&output.stdout), version))
}

/// Whether the first line of `--version`'s output, like `trunk 0.21.14`, names this version.
fn says_version(printed: &str, version: &str) -> bool {
    printed
        .lines()
        .next()
        .is_some_and(|line| line.split_whitespace().nth(1) == Some(version))
}

fn cached(tool: &CargoTool, version: &str, toolbox: &mut Toolbox) -> Result<bool> {
    let folder = paths::tools_cache()?
        .join(format!("{}-{version}", tool.package))
        .join("bin");
    let there = folder
        .join(tool.program)
        .with_extension(std::env::consts::EXE_EXTENSION)
        .exists();
    if there {
        toolbox.add(folder);
    }
    Ok(there)
}

fn build(tool: &CargoTool, version: &str, mut progress: progress::Step) -> Result<()> {
    let name = tool.package;
    let cache = paths::tools_cache()?;
    let mut cargo = Toolbox::default().command("cargo")?;
    cargo
        .args(["install", "--locked", name, "--version", version, "--root"])
        .arg(cache.join(format!("{name}-{version}")))
        .env("CARGO_TARGET_DIR", cache.join("build"))
        // Tools that run for seconds are not worth minutes of optimizing.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    let log = paths::logs().join(format!("install-{name}.log"));
    let done = process::log(&mut cargo, &log, |sign| progress.see(&sign))?;
    if !done.success {
        done.show_tail();
        bail!("{name} {version} could not be installed by `cargo install`");
    }
    Ok(())
}

/// Held while tools are built: two clones set up at once would otherwise build everything twice.
fn lock() -> Result<File> {
    let cache = paths::tools_cache()?;
    let open = |cache: &Path| -> std::io::Result<File> {
        fs::create_dir_all(cache)?;
        let file = File::create(cache.join(".lock"))?;
        if file.try_lock().is_err() {
            println!("waiting for another run that is installing tools …");
            file.lock()?;
        }
        Ok(file)
    };
    open(&cache).with_context(|| format!("cannot install tools in {}", cache.display()))
}

#[cfg(test)]
mod tests {
    use super::{locked_version, says_version};

    const LOCK: &str = "version = 4\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n\
        [[package]]\nname = \"syn\"\nversion = \"1.0.0\"\n\
        [[package]]\nname = \"syn\"\nversion = \"2.0.0\"\n";

    #[test]
    fn a_locked_version_is_found_only_where_there_is_exactly_one() {
        assert_eq!(
            locked_version(LOCK, "wasm-bindgen").ok().as_deref(),
            Some("0.2.129")
        );
        assert!(locked_version(LOCK, "wasm").is_err());
        assert!(locked_version(LOCK, "syn").is_err());
        assert!(locked_version("no lock", "syn").is_err());
    }

    #[test]
    fn a_version_is_the_second_word_of_the_first_line() {
        assert!(says_version(
            "geckodriver 0.37.1 (abc 2026)\n\nlicence",
            "0.37.1"
        ));
        assert!(!says_version("trunk 0.21.1", "0.21.14"));
        assert!(!says_version("", "0.21.14"));
    }
}

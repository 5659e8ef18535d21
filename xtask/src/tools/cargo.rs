//! Tools written in Rust, downloaded by `cargo binstall` or built by `cargo install`: each in its
//! own folder of the cache, named by tool and version, so that any number of clones and versions
//! live side by side.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

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
    let cache = paths::tools_cache()?;
    let of = missing.len();
    for (index, (tool, version)) in missing.into_iter().enumerate() {
        // Another run may have installed it while this one waited for the lock.
        if !cached(tool, &version, toolbox)? {
            let title = format!("installing {} {version}", tool.package);
            let progress = progress::Step::begin(index + 1, of, &title);
            get(tool, &version, &cache, &Toolbox::default(), progress)?;
            cached(tool, &version, toolbox)?;
        }
    }
    // The builds share a target directory, since they share crates; nothing needs it any more.
    let _ = fs::remove_dir_all(cache.join("build"));
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
    Toolbox::default()
        .command(tool.program)
        .is_ok_and(|mut command| has_version(&mut command, version))
}

fn has_version(program: &mut Command, version: &str) -> bool {
    program
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
    let folder = folder(&paths::tools_cache()?, tool, version).join("bin");
    let there = program(&folder, tool).exists();
    if there {
        toolbox.add(folder);
    }
    Ok(there)
}

/// Where a version of a tool is installed.
fn folder(cache: &Path, tool: &CargoTool, version: &str) -> PathBuf {
    cache.join(format!("{}-{version}", tool.package))
}

fn program(folder: &Path, tool: &CargoTool) -> PathBuf {
    folder
        .join(tool.program)
        .with_extension(std::env::consts::EXE_EXTENSION)
}

/// Downloads the tool where `cargo binstall` can, and builds it otherwise.
fn get(
    tool: &CargoTool,
    version: &str,
    cache: &Path,
    programs: &Toolbox,
    mut progress: progress::Step,
) -> Result<()> {
    if let Ok(binstall) = programs.command("cargo-binstall") {
        if download(binstall, tool, version, cache, &mut progress)? {
            return Ok(());
        }
        println!(
            "`cargo binstall` has no {} {version} that runs here",
            tool.package
        );
    }
    println!(
        "building it by `cargo install`, {} on two cores",
        tool.takes
    );
    build(programs.command("cargo")?, tool, version, cache, progress)
}

/// Whether `cargo binstall` got a program that runs here and has this version.
fn download(
    mut binstall: Command,
    tool: &CargoTool,
    version: &str,
    cache: &Path,
    progress: &mut progress::Step,
) -> Result<bool> {
    let folder = folder(cache, tool, version);
    binstall
        .arg(format!("{}@{version}", tool.package))
        // It would compile where it finds nothing, but more slowly than we do.
        .args(["--no-confirm", "--disable-strategies", "compile", "--root"])
        .arg(&folder);
    let log = paths::logs().join(format!("binstall-{}.log", tool.package));
    let done = process::log(&mut binstall, &log, |sign| progress.see(&sign))?;
    let got = program(&folder.join("bin"), tool);
    if done.success && has_version(&mut Command::new(got), version) {
        return Ok(true);
    }
    // The next command must not find a program that does not run here.
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(false)
}

fn build(
    mut cargo: Command,
    tool: &CargoTool,
    version: &str,
    cache: &Path,
    mut progress: progress::Step,
) -> Result<()> {
    let name = tool.package;
    cargo
        .args(["install", "--locked", name, "--version", version, "--root"])
        .arg(folder(cache, tool, version))
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

/// Held while tools are installed: two clones set up at once would otherwise build everything
/// twice.
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
    use std::fs;

    use super::super::{TRUNK, Toolbox};
    use super::{get, locked_version, says_version};
    use crate::progress;

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

    /// `cargo binstall` and `cargo` as scripts, and the outcome of installing Trunk by them.
    #[cfg(unix)]
    fn got_with(binstall: &str) -> anyhow::Result<(String, Option<String>)> {
        use std::os::unix::fs::PermissionsExt;
        use std::sync::atomic::{AtomicU32, Ordering};

        static RUNS: AtomicU32 = AtomicU32::new(0);
        let run = RUNS.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("xtask-{}-{run}", std::process::id()));
        let programs = folder.join("programs");
        fs::create_dir_all(&programs)?;
        // Each writes down how it was called, and has a function that installs a Trunk of version
        // `$1` in the folder that its last argument names.
        let script = |name: &str, body: &str| -> anyhow::Result<()> {
            let path = programs.join(name);
            let text = format!(
                "#!/bin/sh\necho {name} \"$@\" >> {calls}\n\
                 for root; do :; done\n\
                 install() {{ mkdir -p \"$root/bin\"; printf '#!/bin/sh\\necho trunk %s\\n' \"$1\" \
                 > \"$root/bin/trunk\"; chmod +x \"$root/bin/trunk\"; }}\n{body}\n",
                calls = folder.join("calls").display()
            );
            fs::write(&path, text)?;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
            Ok(())
        };
        script("cargo-binstall", binstall)?;
        script("cargo", "install built")?;
        let mut toolbox = Toolbox::default();
        toolbox.add(programs);
        let cache = folder.join("cache");
        let progress = progress::Step::begin(1, 1, "installing a stand-in for Trunk");
        get(&TRUNK, "0.22.1", &cache, &toolbox, progress)?;
        let calls = fs::read_to_string(folder.join("calls"))?;
        let installed = fs::read_to_string(cache.join("trunk-0.22.1/bin/trunk")).ok();
        fs::remove_dir_all(&folder)?;
        Ok((calls, installed))
    }

    #[test]
    #[cfg(unix)]
    fn a_tool_that_binstall_has_is_not_built() -> anyhow::Result<()> {
        let (calls, installed) = got_with("install 0.22.1")?;
        assert!(
            calls.starts_with(
                "cargo-binstall trunk@0.22.1 --no-confirm --disable-strategies compile --root "
            ),
            "{calls}"
        );
        assert_eq!(calls.lines().count(), 1, "{calls}");
        assert!(installed.is_some_and(|text| text.contains("echo trunk 0.22.1")));
        Ok(())
    }

    #[test]
    #[cfg(unix)]
    fn where_binstall_fails_or_its_program_does_not_run_the_tool_is_built() -> anyhow::Result<()> {
        for binstall in [
            "exit 1",
            "install 0.21.0",
            "install 0.22.1; exit 1",
            "exit 0",
        ] {
            let (calls, installed) = got_with(binstall)?;
            let last = calls.lines().last().unwrap_or_default();
            assert!(
                last.starts_with("cargo install --locked trunk --version 0.22.1 --root "),
                "{binstall}: {calls}"
            );
            assert!(
                installed.is_some_and(|text| text.contains("echo trunk built")),
                "{binstall}"
            );
        }
        Ok(())
    }
}

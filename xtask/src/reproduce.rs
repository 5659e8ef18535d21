//! `cargo xtask reproduce`: builds the released files a second time, from a clean copy in another
//! place with another home for cargo, and compares them with `dist/` byte by byte.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{paths, process};

/// Folders that a clean copy does not have, anywhere in the tree.
const NOT_COPIED: &[&str] = &[".git", "target", "dist", "dist-dev", "node_modules"];

/// Builds again and compares.
pub(crate) fn run() -> Result<()> {
    let dist = paths::dist();
    if !dist.exists() {
        bail!("there is no dist/ to compare with; run `cargo xtask dist` first");
    }
    let elsewhere = paths::target().join("reproduce");
    let prepared = || -> Result<(PathBuf, PathBuf)> {
        if elsewhere.exists() {
            fs::remove_dir_all(&elsewhere)?;
        }
        let (copy, home) = (elsewhere.join("copy"), elsewhere.join("home"));
        copy_tree(&paths::root(), &copy)?;
        second_home(&paths::cargo_home()?, &home)?;
        Ok((copy, home))
    };
    let (copy, home) =
        prepared().with_context(|| format!("cannot make a copy in {}", elsewhere.display()))?;
    process::show(&mut dist_in(&copy, &home)?, "the second build")?;
    let files = compare(&dist, &copy.join("dist"))?;
    println!("{files} files, each the same, byte by byte, from two places");
    // It is large, and of no use but for looking at a difference.
    let _ = fs::remove_dir_all(&elsewhere);
    Ok(())
}

/// This program, for the copy: its output belongs to the copy, and nothing is shared but the
/// downloads and the installed tools.
fn dist_in(copy: &Path, home: &Path) -> Result<Command> {
    let mut xtask = Command::new(env::current_exe().context("cannot find this program itself")?);
    xtask
        .arg("dist")
        .current_dir(copy)
        .env("CARGO_MANIFEST_DIR", copy.join("xtask"))
        .env("CARGO_TARGET_DIR", copy.join("target"))
        .env("CARGO_HOME", home);
    Ok(xtask)
}

fn copy_tree(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if NOT_COPIED.iter().any(|not| name == *not) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_tree(&entry.path(), &to.join(name))?;
        } else {
            fs::copy(entry.path(), to.join(name))?;
        }
    }
    Ok(())
}

/// A home for cargo in which only the downloads are the first one's: crates are unpacked anew, so
/// that they lie elsewhere.
#[cfg(unix)]
fn second_home(first: &Path, second: &Path) -> io::Result<()> {
    let link_all_but = |but: &str, from: &Path, to: &Path| -> io::Result<()> {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let name = entry?.file_name();
            if name != but {
                std::os::unix::fs::symlink(from.join(&name), to.join(&name))?;
            }
        }
        Ok(())
    };
    link_all_but("registry", first, second)?;
    link_all_but("src", &first.join("registry"), &second.join("registry"))
}

/// Without links, crates are downloaded anew too.
#[cfg(not(unix))]
fn second_home(_first: &Path, second: &Path) -> io::Result<()> {
    fs::create_dir_all(second)
}

/// How many files both folders have; an error where one of them differs.
fn compare(one: &Path, other: &Path) -> Result<usize> {
    let names = |folder: &Path| -> Result<Vec<_>> {
        let entries = fs::read_dir(folder)
            .with_context(|| format!("cannot read {}", folder.display()))?
            .collect::<io::Result<Vec<_>>>()?;
        let mut names: Vec<_> = entries.iter().map(fs::DirEntry::file_name).collect();
        names.sort();
        Ok(names)
    };
    let (ours, theirs) = (names(one)?, names(other)?);
    if ours != theirs {
        bail!("two builds made other files: {ours:?} and {theirs:?}");
    }
    for name in &ours {
        let (first, second) = (fs::read(one.join(name))?, fs::read(other.join(name))?);
        if let Some(at) = difference(&first, &second) {
            bail!(
                "{} differs from byte {at} on; the second build is in {}",
                name.display(),
                other.display()
            );
        }
    }
    Ok(ours.len())
}

/// Where two files begin to differ.
fn difference(one: &[u8], other: &[u8]) -> Option<usize> {
    let differs = one.iter().zip(other).position(|(one, other)| one != other);
    differs.or_else(|| (one.len() != other.len()).then(|| one.len().min(other.len())))
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn one_byte_more_less_or_other_is_a_difference() {
        for (one, other, at) in [
            ("same", "same", None),
            ("", "", None),
            ("same", "sane", Some(2)),
            ("same", "sam", Some(3)),
            ("", "x", Some(0)),
        ] {
            assert_eq!(difference(one.as_bytes(), other.as_bytes()), at);
        }
    }
}

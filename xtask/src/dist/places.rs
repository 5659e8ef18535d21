//! Where things lie on this machine: nothing that ships may say so, for the sake of whoever builds
//! it and so that the bytes are the same wherever they are built.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::paths;
use crate::tools::sysroot;

/// The patterns of paths of other machines. Paths under `/rustc/` are of no
/// machine: the standard library as it is delivered has them, which is in the plain build.
const TELLING: &[&str] = &[
    "/home/",
    "/root/",
    "/Users/",
    ":\\Users\\",
    "/.cargo/",
    "registry/src",
];

/// This machine's directories that a compiler might name, outer ones before inner ones.
pub(super) fn of_the_build(target: &Path) -> Result<Vec<PathBuf>> {
    let cargo_home = paths::cargo_home()?;
    let registries = fs::read_dir(cargo_home.join("registry/src"))
        .into_iter()
        .flatten();
    let mut places = vec![paths::root(), target.to_path_buf(), cargo_home, sysroot()?];
    places.extend(registries.flatten().map(|registry| registry.path()));
    // Toolchains and homes can be links, and the compiler follows them.
    let real: Vec<_> = places
        .iter()
        .filter_map(|place| place.canonicalize().ok())
        .collect();
    places.extend(real);
    places.sort();
    places.dedup();
    Ok(places)
}

/// Fails where a file in `folder` names a place on this machine, or one like it.
pub(super) fn check_unnamed(folder: &Path) -> Result<()> {
    let mut telling: Vec<String> = TELLING.iter().map(|&text| text.to_owned()).collect();
    let places = of_the_build(&paths::target())?;
    // The registries' folders are called after their hosts.
    let in_registries = |place: &&PathBuf| {
        place
            .parent()
            .is_some_and(|it| it.ends_with("registry/src"))
    };
    let called = places
        .iter()
        .filter(in_registries)
        .filter_map(|place| place.file_name());
    telling.extend(called.map(|name| name.to_string_lossy().into_owned()));
    let own = places.into_iter().chain(env::home_dir());
    // A home that is the root of all would be found in every path.
    telling.extend(
        own.map(|place| place.display().to_string())
            .filter(|place| place.len() > 1),
    );
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        if let Some(text) = named(&bytes, &telling) {
            bail!(
                "{} names {text}, which is of no concern to those who load it",
                path.display()
            );
        }
    }
    Ok(())
}

fn named<'a>(bytes: &[u8], telling: &'a [String]) -> Option<&'a String> {
    let is_in = |text: &&String| {
        bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
    };
    telling.iter().find(is_in)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_place_is_found_wherever_it_stands_in_a_file() {
        let telling = ["/home/".to_owned(), "/work/card".to_owned()];
        for (bytes, expected) in [
            (b"\0asm\x01/home/someone/x.rs".as_slice(), Some("/home/")),
            (b"at /work/card", Some("/work/card")),
            (b"./home, /work/cards of another", Some("/work/card")),
            (b"/v2/tenants", None),
            (b"", None),
        ] {
            assert_eq!(named(bytes, &telling).map(String::as_str), expected);
        }
    }
}

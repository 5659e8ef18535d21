//! `cargo xtask release-check`: whether `dist/` and the documents are ready to be released. It
//! lists everything that is left to do.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::paths;

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// No address ends in this by RFC 6761, so it marks the addresses that are still to be filled in.
const PLACEHOLDER: &str = ".invalid";

/// The files that have addresses, or the version's number.
const FILES: &[&str] = &[
    "Cargo.toml",
    "SECURITY.md",
    "README.md",
    "docs/embedding.md",
    "docs/deployment.md",
    "dist/package.json",
    "dist/README.md",
];

/// Checks the conditions of a release.
pub(crate) fn check() -> Result<()> {
    let read = |file: &str| {
        fs::read_to_string(paths::root().join(file)).with_context(|| format!("cannot read {file}"))
    };
    let mut problems = Vec::new();
    for file in FILES {
        let text = read(file)?;
        problems.extend(placeholders(&text).map(|line| format!("{file}: fill in {line}")));
        problems.extend(
            other_versions(&text).map(|it| format!("{file}: {it} is not version {VERSION}")),
        );
    }
    problems.extend(changelog(&read("CHANGELOG.md")?));
    if problems.is_empty() {
        println!("version {VERSION} is ready to be released");
        return Ok(());
    }
    for problem in &problems {
        println!("{problem}");
    }
    bail!("version {VERSION} is not ready to be released");
}

fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| line.contains(PLACEHOLDER))
}

/// Names of tarballs and of folders, like `licensing-card-1.2.3.tgz` and `licensing-card/1.2.3/`,
/// of another version.
fn other_versions(text: &str) -> impl Iterator<Item = &str> {
    text.split("licensing-card")
        .skip(1)
        .filter_map(|rest| {
            let number = rest.strip_prefix(['-', '/'])?;
            let end = number.find(|it: char| !it.is_ascii_digit() && it != '.');
            let number = number.get(..end.unwrap_or(number.len()))?;
            Some(number.trim_end_matches('.'))
        })
        .filter(|number| number.split('.').count() == 3 && *number != VERSION)
}

/// The version has a part of its own in the changelog, with its day.
fn changelog(text: &str) -> Option<String> {
    let start = format!("## [{VERSION}] - ");
    let dated = text.lines().any(|line| {
        let day = line.strip_prefix(&start);
        day.is_some_and(|day| day.len() == 10 && day.split('-').count() == 3)
    });
    (!dated).then(|| format!("CHANGELOG.md: no heading \"{start}YEAR-MONTH-DAY\""))
}

#[cfg(test)]
mod tests {
    use super::{VERSION, changelog, other_versions, placeholders};

    #[test]
    fn an_address_that_is_still_to_be_filled_in_is_found() {
        let text = "homepage = \"https://homepage.invalid/x\"\nAn invalid value.\n";
        let found: Vec<_> = placeholders(text).collect();
        assert_eq!(found, ["homepage = \"https://homepage.invalid/x\""]);
    }

    #[test]
    fn a_document_that_names_another_version_is_found() {
        let text = format!(
            "licensing-card-{VERSION}.tgz licensing-card-99.0.1.tgz licensing-card/99.1.0/ licensing-card-2"
        );
        let found: Vec<_> = other_versions(&text).collect();
        assert_eq!(found, ["99.0.1", "99.1.0"]);
    }

    #[test]
    fn a_version_without_a_day_in_the_changelog_is_not_ready() {
        assert_eq!(
            changelog(&format!("# C\n\n## [{VERSION}] - 2026-01-31\n")),
            None
        );
        assert!(changelog(&format!("## [{VERSION}]\n")).is_some());
        assert!(changelog("## [Unreleased]\n").is_some());
    }
}

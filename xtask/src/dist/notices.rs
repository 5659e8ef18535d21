//! `THIRD-PARTY-NOTICES.txt`: the licenses of the crates in the WebAssembly, each text once, above
//! it the crates that it is for.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::compiled::Crate;
use crate::paths;

const FILE: &str = "THIRD-PARTY-NOTICES.txt";

const HEAD: &str = "The WebAssembly of this package is compiled from the crates below, in their \
unchanged form. Of a crate that\ncan be used under one of several licenses, one license is printed.\n";

/// In every WebAssembly that Rust makes. The texts are those of the crates with the same licenses.
const STANDARD_LIBRARY: &str = "\
The Rust Standard Library: Apache-2.0 OR MIT, its Unicode tables Unicode-3.0
    Copyright The Rust Project Developers (see https://thanks.rust-lang.org)
    Copyright 1991-2024 Unicode, Inc.
";

/// How the file with a license's text is called, by the beginning of its name.
const LICENSE_FILES: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];

/// Parts of the names of files with licenses that MIT's can be taken instead of.
const ALTERNATIVES: [&str; 5] = ["APACHE", "BOOST", "BSL", "UNLICENSE", "ZLIB"];

/// Writes the notices into `stage`.
pub(super) fn write(stage: &Path, crates: &[Crate]) -> Result<()> {
    let apache = fs::read_to_string(paths::root().join("LICENSE-APACHE"))?;
    let mut texts = BTreeMap::<String, Vec<String>>::new();
    for each in crates {
        for text in texts_of(each, &apache)? {
            texts.entry(text).or_default().push(title(each));
        }
    }
    fs::write(stage.join(FILE), render(&texts)).with_context(|| format!("cannot write {FILE}"))
}

fn title(each: &Crate) -> String {
    format!("{} {}: {}", each.name, each.version, each.license)
}

fn render(texts: &BTreeMap<String, Vec<String>>) -> String {
    let mut sections: Vec<_> = texts
        .iter()
        .map(|(text, titles)| format!("{}\n\n{text}", titles.join("\n")))
        .collect();
    sections.sort();
    let line = format!("\n{}\n\n", "-".repeat(80));
    format!("{HEAD}\n{STANDARD_LIBRARY}{line}{}", sections.join(&line))
}

/// The texts that a crate wants passed on.
fn texts_of(each: &Crate, apache: &str) -> Result<Vec<String>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(&each.folder)? {
        let name = entry?.file_name().to_string_lossy().to_uppercase();
        if LICENSE_FILES.iter().any(|start| name.starts_with(start)) || name == "UNLICENSE" {
            files.push(name);
        }
    }
    let wanted = wanted(&files);
    if wanted.is_empty() {
        return without_file(each, apache).map(|text| vec![text]);
    }
    let mut texts = Vec::new();
    for entry in fs::read_dir(&each.folder)? {
        let entry = entry?;
        if wanted.contains(&entry.file_name().to_string_lossy().to_uppercase()) {
            texts.push(tidy(&fs::read_to_string(entry.path())?));
        }
    }
    Ok(texts)
}

/// Of the files with licenses, those without the alternatives to MIT's.
fn wanted(files: &[String]) -> Vec<String> {
    let has_mit = files.iter().any(|name| name.contains("MIT"));
    let is_other = |name: &String| ALTERNATIVES.iter().any(|other| name.contains(other));
    let kept = files.iter().filter(|name| !(has_mit && is_other(name)));
    kept.cloned().collect()
}

/// Some crates leave the text out of their package. Apache's is the same for all of them.
fn without_file(each: &Crate, apache: &str) -> Result<String> {
    if each.license.split(" OR ").any(|one| one == "Apache-2.0") {
        return Ok(tidy(apache));
    }
    // The text of MIT begins with the copyright, which only the authors can tell.
    if each.license == "MIT" && !each.authors.is_empty() {
        let mit = fs::read_to_string(paths::root().join("LICENSE-MIT"))?;
        let (_, terms) = mit
            .split_once("\nPermission is hereby granted")
            .context("LICENSE-MIT has another form")?;
        let authors = each.authors.join(", ");
        return Ok(tidy(&format!(
            "Copyright (c) {authors}\n\nPermission is hereby granted{terms}"
        )));
    }
    bail!(
        "{} {} brings no license file; its license is {}",
        each.name,
        each.version,
        each.license
    )
}

/// Line ends and spaces at the end of lines differ between copies of one text.
fn tidy(text: &str) -> String {
    let lines: Vec<_> = text.trim().lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Crate, tidy, wanted, without_file};

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn one_of_several_licenses_is_printed_and_what_comes_on_top() {
        for (files, kept) in [
            (&["LICENSE-APACHE", "LICENSE-MIT"][..], &["LICENSE-MIT"][..]),
            (
                &["LICENSE-APACHE", "LICENSE-MIT", "LICENSE-UNICODE"],
                &["LICENSE-MIT", "LICENSE-UNICODE"],
            ),
            (
                &["COPYING", "LICENSE-MIT", "UNLICENSE"],
                &["COPYING", "LICENSE-MIT"],
            ),
            (&["LICENSE-APACHE"], &["LICENSE-APACHE"]),
            (&["LICENSE"], &["LICENSE"]),
        ] {
            assert_eq!(wanted(&names(files)), kept);
        }
    }

    #[test]
    fn a_crate_without_a_text_gets_one_only_where_it_is_known() {
        let with = |license: &str, authors: &[&str]| Crate {
            name: "a".to_owned(),
            version: "1.0.0".to_owned(),
            license: license.to_owned(),
            authors: names(authors),
            folder: PathBuf::new(),
        };
        let text = |it: &Crate| without_file(it, "Apache\r\n").ok();
        assert_eq!(
            text(&with("MIT OR Apache-2.0", &[])).as_deref(),
            Some("Apache\n")
        );
        assert!(
            text(&with("MIT", &["A. Author"]))
                .is_some_and(|it| it.starts_with("Copyright (c) A. Author\n\nPermission"))
        );
        assert_eq!(text(&with("MIT", &[])), None);
        assert_eq!(text(&with("BSD-3-Clause", &["A. Author"])), None);
    }

    #[test]
    fn copies_of_one_text_are_the_same() {
        assert_eq!(tidy("\n a \r\nb\r\n"), tidy("a\nb"));
    }
}

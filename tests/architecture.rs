//! The direction of the arrows: who may name whom. The pure core names no browser, the view
//! fetches nothing, and a folder uses only the folders that come before it.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What stands for a browser, or for a framework of one.
const BROWSER: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "serde_wasm_bindgen",
    "yew",
    "gloo",
    "gloo_events",
    "gloo_net",
    "gloo_timers",
];

/// A module of the crate, and the others that it may use.
const ARROWS: &[(&str, &[&str])] = &[
    ("instant", &[]),
    ("usage", &[]),
    ("api", &["usage", "instant"]),
    ("loader", &["api", "usage", "instant"]),
    ("locale", &["usage", "instant"]),
    ("card", &["loader", "api", "usage", "locale", "instant"]),
];

#[test]
fn the_pure_core_names_no_browser() {
    for (module, browser_files) in [
        ("instant", &[][..]),
        ("usage", &[]),
        ("api", &["src/api/send.rs", "src/api/read.rs"]),
        ("loader", &["src/loader/driver", "src/loader/load.rs"]),
    ] {
        for (name, code) in code_of(module) {
            if !browser_files.iter().any(|file| name.starts_with(file)) {
                names_none_of(&name, &code, BROWSER);
            }
        }
    }
}

#[test]
fn the_domain_needs_std_alone() {
    for (name, code) in code_of("usage") {
        names_none_of(&name, &code, &["serde", "serde_json"]);
    }
}

#[test]
fn the_view_fetches_nothing() {
    let forbidden: Vec<_> = BROWSER
        .iter()
        .filter(|name| **name != "yew")
        .chain(&["fetch"])
        .copied()
        .collect();
    for (name, code) in code_of("card") {
        names_none_of(&name, &code, &forbidden);
    }
}

#[test]
fn no_arrow_is_turned() {
    for (module, allowed) in ARROWS {
        for (name, code) in code_of(module) {
            for used in modules_used(&name, &code) {
                assert!(
                    used == *module || allowed.contains(&used.as_str()),
                    "{name} uses crate::{used}; {module} may use only {allowed:?}"
                );
            }
        }
    }
}

#[test]
fn comments_are_not_code() {
    let code =
        without_comments("a; // web_sys\n/// use crate::card;\nlet x = \"https://y\"; // z\n");
    assert_eq!(code, "a; \n\nlet x = \"https://y\"; \n");
    assert_eq!(
        words(&code).collect::<Vec<_>>(),
        ["a", "let", "x", "https", "y"]
    );
}

/// The files of a module, by path, without comments. A module is a file and the folder of its name.
fn code_of(module: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join(format!("src/{module}.rs"))];
    let folder = root.join("src").join(module);
    if folder.exists() {
        collect(&folder, &mut files);
    }
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
        let name = path.strip_prefix(root).unwrap().to_string_lossy();
        (name.replace('\\', "/"), without_comments(&text))
    };
    files.into_iter().map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Line comments go; two slashes after a colon are a URL's.
fn without_comments(text: &str) -> String {
    let mut code = String::new();
    for line in text.lines() {
        let comment = line
            .match_indices("//")
            .find(|(at, _)| !line[..*at].ends_with(':'));
        code.push_str(comment.map_or(line, |(at, _)| &line[..at]));
        code.push('\n');
    }
    code
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|char: char| !char.is_alphanumeric() && char != '_')
        .filter(|word| !word.is_empty())
}

fn names_none_of(file: &str, code: &str, forbidden: &[&str]) {
    for word in words(code) {
        assert!(
            !forbidden.contains(&word),
            "{file} names {word}, which is not for this side of the code"
        );
    }
}

/// The crate's modules that a file names after `crate::`.
fn modules_used(file: &str, code: &str) -> BTreeSet<String> {
    let paths = code.split("crate::").skip(1);
    paths
        .map(|path| {
            let module = words(path).next().unwrap_or_default();
            assert!(
                path.starts_with(module) && !module.is_empty(),
                "{file}: write a `use crate::…` for each module, so that this test can read it"
            );
            module.to_owned()
        })
        .collect()
}

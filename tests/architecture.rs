//! The direction of the arrows: the modules that each one may name. The pure core names no browser, the view
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

/// The names of browser crates and frameworks.
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
    ("export", &[]),
    (
        "component",
        &["card", "loader", "usage", "locale", "export", "instant"],
    ),
    (
        "element",
        &[
            "component",
            "card",
            "loader",
            "api",
            "usage",
            "locale",
            "instant",
        ],
    ),
];

#[test]
fn the_pure_core_names_no_browser() {
    for (module, browser_files) in [
        ("instant", &[][..]),
        ("usage", &[]),
        ("api", &["src/api/send"]),
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
fn each_module_has_its_arrows() {
    let mut modules: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|module| module != "lib")
        .collect();
    let mut listed: Vec<_> = ARROWS.iter().map(|(module, _)| *module).collect();
    modules.sort_unstable();
    listed.sort_unstable();
    assert_eq!(modules, listed);
}

#[test]
fn the_documents_picture_shows_these_arrows() {
    let chains = arrows_of("docs/architecture.md");
    assert!(chains.len() >= 2, "{chains:?}");
    for chain in chains {
        // `lib` uses all, and `languages` is a crate of its own.
        let chain: Vec<_> = chain
            .iter()
            .map(String::as_str)
            .filter(|name| !["lib", "languages"].contains(name))
            .collect();
        for (at, left) in chain.iter().enumerate() {
            for (further, right) in chain.iter().enumerate().skip(at + 1) {
                assert!(!uses(left, right), "{left} may use {right}");
                if further == at + 1 {
                    assert!(uses(right, left), "{right} may not use {left}");
                }
            }
        }
    }
}

#[test]
fn only_the_locale_knows_the_language_packs() {
    for (module, _) in ARROWS.iter().filter(|(module, _)| *module != "locale") {
        for (name, code) in code_of(module) {
            names_none_of(&name, &code, &["licensing_card_languages"]);
        }
    }
}

#[test]
fn a_path_is_followed_to_the_crate_however_it_is_written() {
    for (file, code, expected) in [
        (
            "src/card/table.rs",
            "use crate::loader::State;",
            &["loader"][..],
        ),
        (
            "src/card/table.rs",
            "use super::super::loader::State;",
            &["loader"],
        ),
        (
            "src/card/table.rs",
            "use super::cells; super::View::new()",
            &[],
        ),
        (
            "src/export.rs",
            "use super::instant::Instant;",
            &["instant"],
        ),
        (
            "src/loader/driver/page.rs",
            "use super::super::load::Load;",
            &[],
        ),
        (
            "src/loader/driver/page.rs",
            "super::super::super::card::X",
            &["card"],
        ),
        (
            "src/usage/csv.rs",
            "mod tests { use super::super::{Amount}; }",
            &[],
        ),
        (
            "src/usage/csv.rs",
            "mod tests { use super::super::super::card::X; }",
            &["card"],
        ),
        (
            "src/locale.rs",
            "fn f() {} mod tests { use super::*; }",
            &[],
        ),
    ] {
        let used: Vec<_> = modules_used(file, code).into_iter().collect();
        assert_eq!(used, expected, "{file}: {code}");
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

/// Whether a module may use another, by the table.
fn uses(module: &str, used: &str) -> bool {
    let (_, allowed) = ARROWS
        .iter()
        .find(|(name, _)| *name == module)
        .unwrap_or_else(|| panic!("there is no row for {module}"));
    allowed.contains(&used)
}

/// The chains of arrows in a document, such as `usage ← api`: the names of each line, in order.
fn arrows_of(document: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(document);
    fs::read_to_string(path)
        .unwrap()
        .lines()
        .filter(|line| line.contains(" ← "))
        .map(|line| line.split('←').map(|name| name.trim().to_owned()).collect())
        .collect()
}

/// The crate's modules that a file names, after `crate::` or after as many `super::` as lead there.
fn modules_used(file: &str, code: &str) -> BTreeSet<String> {
    let from_crate = code.split("crate::").skip(1);
    from_crate
        .chain(after_supers(file, code))
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

/// The path after each `super::super::…` that leads to the crate's root.
fn after_supers<'a>(file: &str, code: &'a str) -> Vec<&'a str> {
    const SUPER: &str = "super::";
    // `src/loader/driver/page.rs` is three modules deep; a module within it is one deeper, and
    // comes last in its file.
    let depth = file.split('/').count() - 1;
    let within = code
        .match_indices("mod ")
        .find(|(at, _)| code[*at..].lines().next().unwrap_or_default().contains('{'))
        .map_or(code.len(), |(at, _)| at);
    let mut paths = Vec::new();
    let mut from = 0;
    while let Some(found) = code[from..].find(SUPER) {
        let start = from + found;
        let mut rest = &code[start..];
        let mut supers = 0;
        while let Some(further) = rest.strip_prefix(SUPER) {
            supers += 1;
            rest = further;
        }
        if supers == depth + usize::from(start > within) {
            paths.push(rest);
        }
        from = code.len() - rest.len();
    }
    paths
}

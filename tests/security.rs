//! SECURITY.md promises nothing that no test shows, and what is locked stays locked.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[test]
fn every_promise_names_a_test_that_exists() {
    let text = read("SECURITY.md");
    let promises: Vec<_> = text.lines().filter_map(promise).collect();
    assert!(promises.len() > 20, "{promises:?}");
    for (what, shown_by) in promises {
        for test in shown_by.split("; ") {
            assert!(exists(test), "no test {test:?} shows that: {what}");
        }
    }
}

#[test]
fn a_test_is_found_by_all_of_its_title() {
    for (test, expected) in [
        (
            "`tests/security.rs` a_test_is_found_by_all_of_its_title",
            true,
        ),
        ("`tests/security.rs` a_test_is_found", false),
        ("`tests/security.rs` exists", false),
        ("`tests/nowhere.rs` a_test", false),
        ("`e2e/token.test.js` no other event can be cancelled", true),
        ("`e2e/token.test.js` no other event can be", false),
        (
            "`e2e/request.test.js` credentials omit: cookies go not home and not abroad",
            true,
        ),
        (
            "`e2e/request.test.js` credentials omit: cookies go not home and not away",
            false,
        ),
        ("`docs/reliability.md` One byte over 16 MiB", true),
        ("`docs/reliability.md` One byte over", false),
        ("`cargo xtask test host`", true),
        ("`cargo xtask test nothing`", false),
        ("the host", false),
    ] {
        assert_eq!(exists(test), expected, "{test}");
    }
}

#[test]
fn what_is_fuzzed_is_what_ships() {
    let shipped = locked("Cargo.lock");
    for (name, versions) in locked("fuzz/Cargo.lock") {
        let Some(ours) = shipped.get(&name) else {
            continue;
        };
        for version in versions {
            assert!(ours.contains(&version), "{name} {version} is not {ours:?}");
        }
    }
}

#[test]
fn every_dependency_is_of_a_registry_and_has_its_checksum() {
    for file in [
        "Cargo.lock",
        "fuzz/Cargo.lock",
        "examples/yew-portal/Cargo.lock",
    ] {
        for package in read(file).split("[[package]]").skip(1) {
            let source = package.lines().find(|line| line.starts_with("source = "));
            // Without a source it is one of ours.
            if let Some(source) = source {
                assert!(source.contains("\"registry+"), "{file}: {package}");
                assert!(package.contains("\nchecksum = "), "{file}: {package}");
            }
        }
    }
    for file in [
        "xtask/package-lock.json",
        "e2e/package-lock.json",
        "e2e/hosts/package-lock.json",
        "e2e/hosts/angular/package-lock.json",
    ] {
        let lock: serde_json::Value = serde_json::from_str(&read(file)).unwrap();
        for (name, package) in lock["packages"].as_object().unwrap() {
            let integrity = package["integrity"].as_str().unwrap_or_default();
            assert!(
                name.is_empty() || integrity.starts_with("sha512-"),
                "{file}: {name}"
            );
        }
    }
}

/// A promise and what shows it, of a row of a table.
fn promise(line: &str) -> Option<(&str, &str)> {
    let (what, shown_by) = line
        .strip_prefix("| ")?
        .strip_suffix(" |")?
        .rsplit_once(" | ")?;
    Some((what, shown_by)).filter(|(what, _)| *what != "promise")
}

/// Whether there is a test of that name: `` `file` title ``, `` `docs/reliability.md` fault ``, whose
/// rows are tests, or `` `cargo xtask test step` ``.
fn exists(test: &str) -> bool {
    let Some((place, title)) = test.strip_prefix('`').and_then(|test| test.split_once('`')) else {
        return false;
    };
    let title = title.trim();
    if let Some(step) = place.strip_prefix("cargo xtask test ") {
        let name = format!("        name: \"{step}\",\n");
        return title.is_empty() && read("xtask/src/test/steps.rs").contains(&name);
    }
    if !root().join(place).is_file() {
        return false;
    }
    let source = read(place);
    if place == "docs/reliability.md" {
        return source.contains(&format!("\n| {title} | "));
    }
    if Path::new(place).extension().is_some_and(|it| it == "rs") {
        let name = format!("fn {title}(");
        let mut lines = source.lines().map(str::trim);
        // An attribute stands right before the function.
        while let Some(line) = lines.next() {
            if line.ends_with("test]") && lines.next().is_some_and(|line| line.contains(&name)) {
                return true;
            }
        }
        false
    } else {
        titles(&source).iter().any(|known| fits(known, title))
    }
}

/// The titles of a file's tests.
fn titles(text: &str) -> Vec<&str> {
    let calls = text.split("test(").skip(1);
    calls
        .filter_map(|call| {
            let call = call.trim_start();
            let quote = call.chars().next().filter(|it| matches!(it, '"' | '`'))?;
            call[1..].split(quote).next()
        })
        .collect()
}

/// Whether a title is this one, in which `${…}` stands for anything.
fn fits(known: &str, title: &str) -> bool {
    let Some((start, rest)) = known.split_once("${") else {
        return known == title;
    };
    let end = rest.rsplit_once('}').map_or("", |(_, end)| end);
    title.len() >= start.len() + end.len() && title.starts_with(start) && title.ends_with(end)
}

fn locked(file: &str) -> BTreeMap<String, Vec<String>> {
    let mut packages = BTreeMap::<_, Vec<_>>::new();
    for package in read(file).split("[[package]]").skip(1) {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name));
            line.unwrap().trim_matches('"').to_owned()
        };
        packages
            .entry(field("name = "))
            .or_default()
            .push(field("version = "));
    }
    packages
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    let read = fs::read_to_string(root().join(file));
    read.unwrap_or_else(|error| panic!("cannot read {file}: {error}"))
}

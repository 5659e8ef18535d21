//! Dependencies are locked, and the fuzzer has the versions that ship.
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

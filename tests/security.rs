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
        let faults = crates_at_fault(&read(file));
        assert!(faults.is_empty(), "{file}: {faults:?}");
    }
    for file in [
        "xtask/package-lock.json",
        "e2e/package-lock.json",
        "e2e/frameworks/package-lock.json",
        "e2e/frameworks/angular/package-lock.json",
    ] {
        let faults = packages_at_fault(&serde_json::from_str(&read(file)).unwrap());
        assert!(faults.is_empty(), "{file}: {faults:?}");
    }
}

#[test]
fn what_only_looks_like_a_registry_is_found_out() {
    let checksum = "0".repeat(64);
    let entry = |source: &str, checksum: &str| {
        format!(
            "[[package]]\nname = \"x\"\nversion = \"1.0.0\"\nsource = \"{source}\"\n{checksum}\n"
        )
    };
    let sum = format!("checksum = \"{checksum}\"");
    assert_eq!(crates_at_fault(&entry(CRATES, &sum)), [""; 0]);
    for source in [
        "registry+https://github.com/rust-lang/crates.io-index.example",
        "registry+https://example.com/rust-lang/crates.io-index",
        "sparse+https://crates.example/",
        "git+https://github.com/rust-lang/crates.io-index#0",
    ] {
        assert_eq!(crates_at_fault(&entry(source, &sum)), ["x"], "{source}");
    }
    assert_eq!(crates_at_fault(&entry(CRATES, "")), ["x"]);
    assert_eq!(crates_at_fault(&entry(CRATES, "checksum = \"0\"")), ["x"]);
    let path = "[[package]]\nname = \"of-a-path\"\nversion = \"1.0.0\"\n";
    assert_eq!(crates_at_fault(path), ["of-a-path"]);

    let integrity = format!("sha512-{}==", "A".repeat(86));
    let package = |fields: serde_json::Value| {
        let mut all = serde_json::json!({ "version": "1.0.0", "integrity": integrity });
        let fields = fields.as_object().unwrap().clone();
        all.as_object_mut().unwrap().extend(fields);
        packages_at_fault(&serde_json::json!({ "packages": { "": {}, "x": all } }))
    };
    assert_eq!(package(serde_json::json!({})), [""; 0]);
    for fields in [
        serde_json::json!({ "resolved": "https://packages.example/x/-/x-1.0.0.tgz" }),
        serde_json::json!({ "resolved": "git+ssh://git@github.com/x/x.git#0" }),
        serde_json::json!({ "resolved": "file:../x" }),
        serde_json::json!({ "resolved": null, "link": true }),
        serde_json::json!({ "version": "file:../x" }),
        serde_json::json!({ "version": null }),
        serde_json::json!({ "integrity": null }),
        serde_json::json!({ "integrity": "sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=" }),
        serde_json::json!({ "integrity": "sha512-" }),
    ] {
        assert_eq!(package(fields.clone()), ["x"], "{fields}");
    }
}

const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// The crates of the repository itself, which alone have no source.
const OURS: [&str; 6] = [
    "licensing-card",
    "licensing-card-fuzz",
    "licensing-card-languages",
    "mock-console",
    "xtask",
    "yew-portal",
];

/// The crates of a lock file that are neither ours nor the registry's by checksum.
fn crates_at_fault(lock: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for package in lock.split("[[package]]").skip(1) {
        let field = |name: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(name))?;
            line.strip_prefix(" = \"")?.strip_suffix('"')
        };
        let name = field("name").unwrap_or_default();
        let is_sound = match field("source") {
            None => OURS.contains(&name),
            Some(source) => {
                let checksum = field("checksum").unwrap_or_default();
                let is_hex = checksum.bytes().all(|byte| byte.is_ascii_hexdigit());
                source == CRATES && checksum.len() == 64 && is_hex
            }
        };
        if !is_sound {
            faults.push(name.to_owned());
        }
    }
    faults
}

/// The packages of npm's lock file that are not the registry's by version and checksum. No lock
/// file says where a package is, so npm asks the registry that it is set to and holds the answer to
/// the checksum; `omit-lockfile-registry-resolved` keeps it so.
fn packages_at_fault(lock: &serde_json::Value) -> Vec<String> {
    let packages = lock["packages"].as_object().unwrap();
    let is_sound = |package: &serde_json::Value| {
        let text = |name: &str| package[name].as_str();
        let of_the_registry = package.get("resolved").is_none();
        let has_version = text("version")
            .is_some_and(|version| version.starts_with(|first: char| first.is_ascii_digit()));
        let has_checksum = text("integrity").is_some_and(|sums| {
            sums.split(' ')
                .all(|sum| sum.starts_with("sha512-") && sum.len() == "sha512-".len() + 88)
        });
        of_the_registry && has_version && has_checksum
    };
    packages
        .iter()
        .filter(|(name, package)| !name.is_empty() && !is_sound(package))
        .map(|(name, _)| name.clone())
        .collect()
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

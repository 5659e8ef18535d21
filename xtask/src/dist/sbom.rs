//! `sbom.cdx.json`: the bill of materials, in the form of `CycloneDX` 1.6. It names no time and no
//! serial number, so that two builds of one commit write the same bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::compiled::Crate;
use crate::paths;

const FILE: &str = "sbom.cdx.json";

/// The name of a component of Rust's own source.
const STANDARD_LIBRARY: &str = "rust-std";

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
    #[serde(default)]
    dependencies: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dependency {
    r#ref: String,
    depends_on: BTreeSet<String>,
}

/// Writes the bill of materials into `stage`.
pub(super) fn write(stage: &Path, crates: &[Crate]) -> Result<()> {
    let lock = fs::read_to_string(paths::root().join("Cargo.lock"))?;
    let toolchain = fs::read_to_string(paths::root().join("rust-toolchain.toml"))?;
    let bill = bill(crates, &lock, &toolchain).context("cannot make the bill of materials")?;
    let json = serde_json::to_string_pretty(&bill)? + "\n";
    fs::write(stage.join(FILE), json).with_context(|| format!("cannot write {FILE}"))
}

fn bill(crates: &[Crate], lock: &str, toolchain: &str) -> Result<Value> {
    let Lock { package: locked } = toml::from_str(lock)?;
    let toolchain: toml::Table = toml::from_str(toolchain)?;
    let rust = toolchain
        .get("toolchain")
        .and_then(|table| table.get("channel")?.as_str())
        .context("rust-toolchain.toml names no channel")?;
    let found: BTreeMap<_, _> = locked
        .iter()
        .map(|it| ((it.name.as_str(), it.version.as_str()), it))
        .collect();
    let mut components: Vec<_> = crates
        .iter()
        .map(|each| {
            let locked = found.get(&(each.name.as_str(), each.version.as_str()));
            component(each, locked.and_then(|it| it.checksum.as_deref()))
        })
        .collect();
    components.push(json!({
        "type": "library",
        "bom-ref": STANDARD_LIBRARY,
        "name": "The Rust Standard Library",
        "version": rust,
        "licenses": [{ "expression": "(MIT OR Apache-2.0) AND Unicode-3.0" }],
    }));
    let (name, version) = ("licensing-card", env!("CARGO_PKG_VERSION"));
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "library",
                "bom-ref": name,
                "name": name,
                "version": version,
                "licenses": [{ "expression": env!("CARGO_PKG_LICENSE") }],
                "purl": format!("pkg:npm/{name}@{version}"),
            },
        },
        "components": components,
        "dependencies": dependencies(name, crates, &locked),
    }))
}

fn purl(name: &str, version: &str) -> String {
    format!("pkg:cargo/{name}@{version}")
}

fn component(each: &Crate, checksum: Option<&str>) -> Value {
    let purl = purl(&each.name, &each.version);
    let mut component = json!({
        "type": "library",
        "bom-ref": purl,
        "name": each.name,
        "version": each.version,
        "licenses": [{ "expression": each.license }],
        "purl": purl,
    });
    if let (Some(checksum), Some(fields)) = (checksum, component.as_object_mut()) {
        let hashes = json!([{ "alg": "SHA-256", "content": checksum }]);
        fields.insert("hashes".to_owned(), hashes);
    }
    component
}

/// The dependencies between the compiled crates, as `Cargo.lock` has them. The crates of this
/// repository are one component.
fn dependencies(root: &str, crates: &[Crate], locked: &[Locked]) -> Vec<Dependency> {
    let compiled: BTreeSet<_> = crates
        .iter()
        .map(|it| (it.name.as_str(), it.version.as_str()))
        .collect();
    // `name`, or `name version` where there are several.
    let resolve = |dependency: &String| {
        let mut words = dependency.split(' ');
        let (name, version) = (words.next(), words.next());
        let fits = |it: &&Locked| {
            Some(it.name.as_str()) == name && version.is_none_or(|version| version == it.version)
        };
        let found = locked.iter().find(fits)?;
        let key = (found.name.as_str(), found.version.as_str());
        compiled.contains(&key).then(|| purl(key.0, key.1))
    };
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    graph.insert(root.to_owned(), [STANDARD_LIBRARY.to_owned()].into());
    graph.insert(STANDARD_LIBRARY.to_owned(), BTreeSet::new());
    for (name, version) in &compiled {
        graph.entry(purl(name, version)).or_default();
    }
    for package in locked {
        let key = (package.name.as_str(), package.version.as_str());
        let from = if package.name.starts_with(root) {
            root.to_owned()
        } else if compiled.contains(&key) {
            purl(key.0, key.1)
        } else {
            continue;
        };
        let on = package.dependencies.iter().filter_map(resolve);
        graph.entry(from).or_default().extend(on);
    }
    // The standard library has a lock file of its own; its crates from the registry belong to it.
    let known: BTreeSet<_> = locked
        .iter()
        .map(|it| purl(&it.name, &it.version))
        .collect();
    let vendored = compiled
        .iter()
        .map(|(name, version)| purl(name, version))
        .filter(|purl| !known.contains(purl));
    if let Some(library) = graph.get_mut(STANDARD_LIBRARY) {
        library.extend(vendored);
    }
    graph
        .into_iter()
        .map(|(r#ref, depends_on)| Dependency { r#ref, depends_on })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::json;

    use super::{Crate, bill};

    const LOCK: &str = "\
        [[package]]\nname = \"licensing-card\"\nversion = \"0.1.0\"\ndependencies = [\"a 2.0.0\", \"tests\"]\n\
        [[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"01\"\n\
        [[package]]\nname = \"a\"\nversion = \"2.0.0\"\nchecksum = \"02\"\ndependencies = [\"b\", \"tests\"]\n\
        [[package]]\nname = \"b\"\nversion = \"1.0.0\"\nchecksum = \"03\"\n\
        [[package]]\nname = \"tests\"\nversion = \"1.0.0\"\nchecksum = \"04\"\n";

    #[test]
    fn what_is_compiled_is_listed_with_its_hash_and_what_it_depends_on() -> anyhow::Result<()> {
        let compiled = |name: &str, version: &str| Crate {
            name: name.to_owned(),
            version: version.to_owned(),
            license: "MIT".to_owned(),
            authors: Vec::new(),
            folder: PathBuf::new(),
        };
        let crates = [
            compiled("a", "2.0.0"),
            compiled("b", "1.0.0"),
            compiled("vendored", "3.0.0"),
        ];
        let bill = bill(&crates, LOCK, "[toolchain]\nchannel = \"1.2.3\"")?;
        let at = |path: &str| bill.pointer(path).cloned();
        assert_eq!(at("/components/0/purl"), Some(json!("pkg:cargo/a@2.0.0")));
        assert_eq!(at("/components/0/hashes/0/content"), Some(json!("02")));
        assert_eq!(at("/components/2/hashes"), None);
        assert_eq!(at("/components/3/version"), Some(json!("1.2.3")));
        assert_eq!(
            at("/dependencies"),
            Some(json!([
                { "ref": "licensing-card", "dependsOn": ["pkg:cargo/a@2.0.0", "rust-std"] },
                { "ref": "pkg:cargo/a@2.0.0", "dependsOn": ["pkg:cargo/b@1.0.0"] },
                { "ref": "pkg:cargo/b@1.0.0", "dependsOn": [] },
                { "ref": "pkg:cargo/vendored@3.0.0", "dependsOn": [] },
                { "ref": "rust-std", "dependsOn": ["pkg:cargo/vendored@3.0.0"] },
            ]))
        );
        Ok(())
    }
}

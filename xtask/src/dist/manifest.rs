//! `package.json`: the package's metadata for npm and bundlers, derived from `Cargo.toml` and the
//! files that ship.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::SHELL;
use crate::paths;

#[derive(Deserialize)]
struct Manifest {
    package: Package,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    description: String,
    keywords: Vec<String>,
    homepage: String,
    repository: String,
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    npm: Addresses,
}

/// Fields that `Cargo.toml` does not have.
#[derive(Deserialize)]
struct Addresses {
    bugs: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Npm {
    name: String,
    version: &'static str,
    description: String,
    keywords: Vec<String>,
    license: &'static str,
    homepage: String,
    repository: Repository,
    bugs: Bugs,
    publish_config: PublishConfig,
    r#type: &'static str,
    main: String,
    module: String,
    types: String,
    exports: BTreeMap<String, Export>,
    custom_elements: &'static str,
    /// Importing the module defines the element: a bundler must not drop the import.
    side_effects: [String; 1],
    /// Whose types the entries for frameworks add to. Strict package managers let a package see
    /// others only where it names them; being optional, they are never installed for it.
    peer_dependencies: BTreeMap<&'static str, &'static str>,
    peer_dependencies_meta: BTreeMap<&'static str, Peer>,
}

#[derive(Serialize)]
struct Repository {
    r#type: &'static str,
    url: String,
}

#[derive(Serialize)]
struct Bugs {
    url: String,
}

/// npm then states which workflow, of which commit, has built the package.
#[derive(Serialize)]
struct PublishConfig {
    provenance: bool,
}

#[derive(Serialize)]
struct Peer {
    optional: bool,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Export {
    /// With types; a resolver takes the first condition that it knows.
    Typed {
        types: String,
        default: String,
    },
    File(String),
}

/// The packages of the frameworks, any version.
const PEERS: [&str; 6] = [
    "@types/react",
    "preact",
    "react",
    "solid-js",
    "svelte",
    "vue",
];

/// The types of the module itself; a framework's are called after it.
const TYPES: &str = "licensing-card.d.ts";

const ELEMENTS: &str = "custom-elements.json";

/// Writes `package.json` into `stage`, after all files that it names are there.
pub(super) fn write(stage: &Path) -> Result<()> {
    let cargo =
        fs::read_to_string(paths::root().join("Cargo.toml")).context("cannot read Cargo.toml")?;
    let files: Vec<_> = fs::read_dir(stage)?
        .map(|file| Ok(file?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    let json =
        package_json(&cargo, &files).context("Cargo.toml lacks what package.json is made of")?;
    fs::write(stage.join("package.json"), json).context("cannot write package.json")
}

fn package_json(cargo: &str, files: &[String]) -> Result<String> {
    let Manifest { package } = toml::from_str(cargo)?;
    let shell = format!("./{SHELL}");
    let npm = Npm {
        name: package.name,
        version: env!("CARGO_PKG_VERSION"),
        description: package.description,
        keywords: package.keywords,
        license: env!("CARGO_PKG_LICENSE"),
        homepage: package.homepage,
        repository: Repository {
            r#type: "git",
            url: format!("git+{}.git", package.repository),
        },
        bugs: Bugs {
            url: package.metadata.npm.bugs,
        },
        publish_config: PublishConfig { provenance: true },
        r#type: "module",
        main: shell.clone(),
        module: shell.clone(),
        types: format!("./{TYPES}"),
        exports: exports(files),
        custom_elements: ELEMENTS,
        side_effects: [shell],
        peer_dependencies: PEERS.map(|name| (name, "*")).into(),
        peer_dependencies_meta: PEERS.map(|name| (name, Peer { optional: true })).into(),
    };
    Ok(serde_json::to_string_pretty(&npm)? + "\n")
}

/// The entries that an application may import: the module, the same with a framework's types, and
/// by their names the files that a bundler is asked for the address of. The glue is the module's
/// own affair.
fn exports(files: &[String]) -> BTreeMap<String, Export> {
    let typed = |types: &str, default: &str| Export::Typed {
        types: format!("./{types}"),
        default: format!("./{default}"),
    };
    let mut exports = BTreeMap::new();
    for path in [".".to_owned(), format!("./{SHELL}")] {
        exports.insert(path, typed(TYPES, SHELL));
    }
    let json = files
        .iter()
        .filter(|file| Path::new(file).extension() == Some(OsStr::new("json")));
    for path in json
        .map(|file| format!("./{file}"))
        .chain(["./package.json".to_owned()])
    {
        exports.insert(path.clone(), Export::File(path));
    }
    for types in files.iter().filter(|file| *file != TYPES) {
        let Some(name) = types.strip_suffix(".d.ts") else {
            continue;
        };
        // Types of a file of that name, or else of a framework.
        let is_file = files.iter().any(|file| file == name);
        let code = if is_file { name } else { SHELL };
        exports.insert(format!("./{name}"), typed(types, code));
    }
    exports
}

#[cfg(test)]
mod tests {
    use super::package_json;
    use serde_json::{Value, json};

    const CARGO: &str = "[package]\nname = \"card\"\ndescription = \"A card\"\nkeywords = [\"yew\"]\n\
        homepage = \"https://a.example\"\nrepository = \"https://b.example/card\"\n\
        [package.metadata.npm]\nbugs = \"https://c.example\"\n";

    fn made(files: &[&str]) -> anyhow::Result<Value> {
        let files: Vec<_> = files.iter().map(|&file| file.to_owned()).collect();
        Ok(serde_json::from_str(&package_json(CARGO, &files)?)?)
    }

    #[test]
    fn package_json_has_what_npm_and_bundlers_read() -> anyhow::Result<()> {
        let json = made(&[])?;
        let at = |path: &str| json.pointer(path).and_then(|value| value.as_str());
        assert_eq!(at("/name"), Some("card"));
        assert_eq!(at("/version"), Some(env!("CARGO_PKG_VERSION")));
        assert_eq!(at("/type"), Some("module"));
        assert_eq!(at("/exports/./default"), Some("./licensing-card.js"));
        assert_eq!(at("/customElements"), Some("custom-elements.json"));
        assert_eq!(at("/homepage"), Some("https://a.example"));
        assert_eq!(
            at("/repository/url"),
            Some("git+https://b.example/card.git")
        );
        assert_eq!(at("/bugs/url"), Some("https://c.example"));
        assert_eq!(
            json.get("sideEffects"),
            Some(&json!(["./licensing-card.js"]))
        );
        Ok(())
    }

    #[test]
    fn frameworks_types_and_files_for_bundlers_have_an_entry_and_the_glue_has_none()
    -> anyhow::Result<()> {
        let json = made(&[
            "react.d.ts",
            "x.wasm",
            "x.wasm.d.ts",
            "x_glue.js",
            "x.wasm.br",
            "x.json",
        ])?;
        let exports = json.get("exports").and_then(Value::as_object).cloned();
        let exports = exports.unwrap_or_default();
        let names: Vec<_> = exports.keys().map(String::as_str).collect();
        let expected = [
            ".",
            "./licensing-card.js",
            "./package.json",
            "./react",
            "./x.json",
            "./x.wasm",
        ];
        assert_eq!(names, expected);
        assert_eq!(
            exports.get("./react"),
            Some(&json!({ "types": "./react.d.ts", "default": "./licensing-card.js" }))
        );
        assert_eq!(
            exports.get("./x.wasm"),
            Some(&json!({ "types": "./x.wasm.d.ts", "default": "./x.wasm" }))
        );
        Ok(())
    }

    #[test]
    fn types_come_before_code_where_a_resolver_takes_the_first() -> anyhow::Result<()> {
        let text = package_json(CARGO, &[])?;
        let types = text.find("\"types\": \"./licensing-card.d.ts\",\n      \"default\"");
        assert!(types.is_some(), "{text}");
        Ok(())
    }

    #[test]
    fn the_package_runs_nothing_when_it_is_installed_and_brings_no_other() -> anyhow::Result<()> {
        let json = made(&[])?;
        for field in ["scripts", "bin", "dependencies", "optionalDependencies"] {
            assert_eq!(json.get(field), None, "{field}");
        }
        let object = |field: &str| json.get(field).and_then(Value::as_object).cloned();
        let peers = object("peerDependencies").unwrap_or_default();
        let meta = object("peerDependenciesMeta").unwrap_or_default();
        for name in peers.keys() {
            assert_eq!(meta.get(name), Some(&json!({ "optional": true })), "{name}");
        }
        Ok(())
    }
}

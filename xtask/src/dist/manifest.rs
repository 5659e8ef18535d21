//! `package.json`: what npm and bundlers are told, derived from `Cargo.toml`.

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
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Npm {
    name: String,
    version: &'static str,
    description: String,
    keywords: Vec<String>,
    license: &'static str,
    r#type: &'static str,
    main: String,
    module: String,
    types: String,
    exports: Exports,
    custom_elements: String,
    /// Importing the module defines the element: a bundler must not drop the import.
    side_effects: bool,
}

#[derive(Serialize)]
struct Exports {
    #[serde(rename = ".")]
    card: Entry,
    /// Every file by its name, for `new URL("licensing-card/licensing-card_bg.wasm", …)` and the like.
    #[serde(rename = "./*")]
    files: &'static str,
}

#[derive(Serialize)]
struct Entry {
    types: String,
    default: String,
}

/// Writes `package.json` into `stage`.
pub(super) fn write(stage: &Path) -> Result<()> {
    let cargo =
        fs::read_to_string(paths::root().join("Cargo.toml")).context("cannot read Cargo.toml")?;
    let json = package_json(&cargo).context("Cargo.toml lacks what package.json is made of")?;
    fs::write(stage.join("package.json"), json).context("cannot write package.json")
}

fn package_json(cargo: &str) -> Result<String> {
    let Manifest { package } = toml::from_str(cargo)?;
    let shell = format!("./{SHELL}");
    let types = "./licensing-card.d.ts".to_owned();
    let npm = Npm {
        name: package.name,
        version: env!("CARGO_PKG_VERSION"),
        description: package.description,
        keywords: package.keywords,
        license: env!("CARGO_PKG_LICENSE"),
        r#type: "module",
        main: shell.clone(),
        module: shell.clone(),
        types: types.clone(),
        exports: Exports {
            card: Entry {
                types,
                default: shell,
            },
            files: "./*",
        },
        custom_elements: "custom-elements.json".to_owned(),
        side_effects: true,
    };
    Ok(serde_json::to_string_pretty(&npm)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::package_json;

    #[test]
    fn package_json_has_what_npm_and_bundlers_read() -> anyhow::Result<()> {
        let cargo = "[package]\nname = \"card\"\ndescription = \"A card\"\nkeywords = [\"yew\"]\n";
        let json: serde_json::Value = serde_json::from_str(&package_json(cargo)?)?;
        let at = |path: &str| json.pointer(path).and_then(|value| value.as_str());
        assert_eq!(at("/name"), Some("card"));
        assert_eq!(at("/version"), Some(env!("CARGO_PKG_VERSION")));
        assert_eq!(at("/type"), Some("module"));
        assert_eq!(at("/exports/./default"), Some("./licensing-card.js"));
        assert_eq!(at("/customElements"), Some("custom-elements.json"));
        assert_eq!(
            json.pointer("/sideEffects"),
            Some(&serde_json::Value::Bool(true))
        );
        Ok(())
    }

    #[test]
    fn the_package_runs_nothing_when_it_is_installed_and_brings_no_other() -> anyhow::Result<()> {
        let cargo = "[package]\nname = \"card\"\ndescription = \"A card\"\nkeywords = []\n";
        let json: serde_json::Value = serde_json::from_str(&package_json(cargo)?)?;
        for field in [
            "scripts",
            "bin",
            "dependencies",
            "peerDependencies",
            "optionalDependencies",
        ] {
            assert_eq!(json.get(field), None, "{field}");
        }
        Ok(())
    }
}

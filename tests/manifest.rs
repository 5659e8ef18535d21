//! The custom elements manifest, which is generated from the shell's doc headers, and the card in
//! Rust say the same.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use licensing_card::api::{Api, Credentials, Resource};
use licensing_card::loader::Load;
use serde_json::Value;
use syn::visit::Visit;

const MANIFEST: &str = include_str!("../js/generated/custom-elements.json");
const TYPES: &str = include_str!("../js/types.ts");
const REFERENCE: &str = include_str!("../docs/reference.md");
const COMPONENT: &str = include_str!("../src/component.rs");
const SETTINGS: &str = include_str!("../src/element/settings.rs");
const STYLE: &str = include_str!("../src/card/style.css");
const ELEMENT: &str = include_str!("../src/element.rs");
const ERRORS: &str = include_str!("../src/api/error.rs");
const STATES: &str = include_str!("../src/loader/state.rs");

type Names = BTreeSet<String>;

#[test]
fn the_card_uses_each_of_the_manifests_properties() {
    let mut code = view_files().concat() + COMPONENT + SETTINGS;
    code.retain(|char| !char.is_whitespace());
    for member in element("members") {
        if member["readonly"] == true || member["kind"] != "field" {
            continue;
        }
        let mut field = text(&member, "name");
        while let Some(at) = field.find(char::is_uppercase) {
            let small = field.split_off(at).to_lowercase();
            field = format!("{field}_{small}");
        }
        // `heading` is not used where `heading_level` is.
        let drawn = format!("appearance.{field}");
        let ends =
            |rest: &str| !rest.starts_with(|char| char == '_' || char::is_alphanumeric(char));
        let is_used = code.split(&drawn).skip(1).any(ends)
            || code.contains(&format!("settings.{field}()"))
            || STYLE.contains(&format!(":host([{}=", member["attribute"]).replace('"', ""));
        assert!(is_used, "{field} is used nowhere");
    }
}

#[test]
fn rust_has_the_manifests_values_and_defaults() {
    let load = Load::default();
    values("resource", load.resource, Resource::as_str);
    values("api", load.api, Api::as_str);
    values("credentials", load.credentials, Credentials::as_str);
    assert_eq!(default("endpoint"), load.api.default_endpoint());
    let seconds = |name| default(name).parse::<f64>().unwrap();
    assert_eq!(seconds("timeout"), load.timeout.as_secs_f64());
    assert_eq!(
        seconds("refresh-interval"),
        load.refresh_interval.as_secs_f64()
    );
}

#[test]
fn the_card_draws_the_manifests_parts_and_slots() {
    let mut parts = Names::new();
    for view in view_files() {
        parts.extend(following(&view, "part=\""));
        parts.extend(following(&view, "part={sheet.mark(\""));
        // The header's buttons are drawn by one function, which takes the part first.
        parts.extend(following(&view, "Self::tool(\""));
    }
    assert_eq!(parts, named("cssParts"));
    let mut slots: Names = following(ELEMENT, "<slot name=\"").collect();
    // The shell's own.
    slots.insert(String::new());
    assert_eq!(slots, named("slots"));
}

#[test]
fn the_card_has_the_manifests_states_and_events() {
    assert_eq!(literals(STATES, "as_str"), named("cssStates"));
    let mut raised = literals(ELEMENT, "");
    raised.retain(|name| name.starts_with("usage-"));
    assert_eq!(raised, named("events"));
}

#[test]
fn the_kinds_of_error_have_types_and_stand_in_the_reference() {
    let mut kinds = literals(ERRORS, "as_str");
    // The shell's.
    kinds.extend(["load-failed", "crashed"].map(str::to_owned));
    let (_, union) = TYPES.split_once("export type LicensingErrorKind").unwrap();
    let union = union.split(';').next().unwrap().split('"');
    let typed: Names = union.skip(1).step_by(2).map(str::to_owned).collect();
    assert_eq!(typed, kinds);
    for kind in kinds {
        let row = format!("\n| `{kind}` | ");
        assert!(REFERENCE.contains(&row), "the reference has no {kind}");
    }
}

/// Fails unless the type has the attribute's values, no others, and its default.
fn values<T>(name: &str, by_default: T, as_str: fn(T) -> &'static str)
where
    T: FromStr + Copy + Debug,
{
    let kind = text(&attribute(name)["type"], "text");
    let values: Vec<_> = kind.split('"').skip(1).step_by(2).collect();
    assert!(values.len() > 1, "{name} has the values {values:?}");
    for value in values {
        let read = T::from_str(value).unwrap_or_else(|_| panic!("{name}: no {value}"));
        assert_eq!(as_str(read), value);
    }
    assert!(T::from_str("").is_err());
    assert_eq!(as_str(by_default), default(name));
}

fn default(name: &str) -> String {
    text(&attribute(name), "default")
}

fn attribute(name: &str) -> Value {
    let mut all = element("attributes").into_iter();
    all.find(|one| one["name"] == name)
        .unwrap_or_else(|| panic!("the manifest has no {name}"))
}

/// One of the element's lists in the manifest.
fn element(list: &str) -> Vec<Value> {
    let manifest: Value = serde_json::from_str(MANIFEST).expect("the manifest is JSON");
    let element = &manifest["modules"][0]["declarations"][0];
    assert_eq!(element["tagName"], "licensing-card");
    element[list].as_array().expect(list).clone()
}

fn named(list: &str) -> Names {
    element(list).iter().map(|one| text(one, "name")).collect()
}

fn text(value: &Value, member: &str) -> String {
    value[member].as_str().expect(member).to_owned()
}

/// The texts in a file's functions of this name, or in all if it is empty.
fn literals(file: &str, function: &str) -> Names {
    struct Literals<'a>(&'a str, Names);
    impl Visit<'_> for Literals<'_> {
        fn visit_impl_item_fn(&mut self, item: &syn::ImplItemFn) {
            if self.0.is_empty() || item.sig.ident == self.0 {
                syn::visit::visit_impl_item_fn(self, item);
            }
        }
        fn visit_lit_str(&mut self, literal: &syn::LitStr) {
            self.1.insert(literal.value());
        }
        // Documentation is no code.
        fn visit_attribute(&mut self, _: &syn::Attribute) {}
    }
    let mut literals = Literals(function, Names::new());
    literals.visit_file(&syn::parse_file(file).unwrap());
    literals.1
}

/// The texts after each `start`, up to the next double quote.
fn following<'t>(text: &'t str, start: &str) -> impl Iterator<Item = String> + use<'t> {
    let parts: Vec<_> = text.split(start).skip(1).collect();
    parts
        .into_iter()
        .filter_map(|part| Some(part.split('"').next()?.to_owned()))
}

fn view_files() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/card");
    let files = fs::read_dir(&folder).expect("src/card is there");
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.push(folder.with_extension("rs"));
    paths
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

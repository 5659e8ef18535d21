//! The contract is written in five places: the reference's tables, the element's manifest, the types,
//! the shell, and the card itself. This fails where they differ, and says where.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

const REFERENCE: &str = include_str!("../docs/reference.md");
const MANIFEST: &str = include_str!("../js/custom-elements.json");
const TYPES: &str = include_str!("../js/licensing-card.d.ts");
const VUE_TYPES: &str = include_str!("../js/vue.d.ts");
const SHELL: &str = concat!(
    include_str!("../js/define.ts"),
    include_str!("../js/element.ts")
);
const ATTRIBUTES: &str = include_str!("../js/attributes.ts");
const STYLE: &str = include_str!("../src/card/style.css");
const ELEMENT: &str = include_str!("../src/element.rs");
const ERRORS: &str = include_str!("../src/api/error.rs");
const STATES: &str = include_str!("../src/loader/state.rs");

const PREFIX: &str = "--licensing-card-";

type Names = BTreeSet<String>;

#[test]
fn attributes_and_their_properties_are_the_same_everywhere() {
    // Attribute and property, in pairs.
    let readme = set(table("Attributes and properties")
        .iter()
        .map(|row| format!("{} {}", code(&row[0]), code(&row[1]))));
    let manifest = set(element("attributes").iter().map(|attribute| {
        format!(
            "{} {}",
            text(attribute, "name"),
            text(attribute, "fieldName")
        )
    }));
    let shell = set(shell_attributes()
        .iter()
        .map(|(name, _)| format!("{name} {}", camel(name))));
    same(&[
        ("docs/reference.md", readme),
        ("custom-elements.json", manifest),
        ("ATTRIBUTES in the shell", shell),
    ]);
}

#[test]
fn attributes_have_the_same_defaults_everywhere() {
    let default = |name: &str, default: &str| format!("{name}={}", default.trim_matches('"'));
    let readme = set(table("Attributes and properties")
        .iter()
        .map(|row| default(&code(&row[0]), &code(&row[2]))));
    let manifest = set(element("attributes").iter().map(|attribute| {
        let written = attribute["default"].as_str().unwrap_or("null");
        default(&text(attribute, "name"), written)
    }));
    let shell = set(shell_attributes()
        .iter()
        .map(|(name, written)| default(name, written)));
    same(&[
        ("docs/reference.md", readme),
        ("custom-elements.json", manifest),
        ("ATTRIBUTES in the shell", shell),
    ]);
}

#[test]
fn properties_are_the_same_everywhere() {
    let mut readme = first_column("Properties without an attribute");
    readme.extend(
        table("Attributes and properties")
            .iter()
            .map(|row| code(&row[1])),
    );
    let class = block(TYPES, "export declare class LicensingCardElement");
    let types = set(class.lines().map(str::trim).filter_map(|line| {
        let getter = line
            .strip_prefix("get ")
            .and_then(|rest| rest.split_once("()"));
        let field = line
            .strip_prefix("readonly ")
            .and_then(|rest| rest.split_once(':'));
        getter.or(field).map(|(name, _)| name.to_owned())
    }));
    let mut shell = set(block(SHELL, "export class LicensingCardElement")
        .lines()
        .filter_map(|line| Some(line.strip_prefix("  get ")?.split_once("()")?.0.to_owned())));
    shell.extend(shell_attributes().iter().map(|(name, _)| camel(name)));
    same(&[
        ("docs/reference.md", readme),
        ("custom-elements.json", members("field")),
        ("licensing-card.d.ts", types),
        ("the shell", shell),
    ]);
}

#[test]
fn what_frameworks_may_set_is_what_the_class_lets_be_set() {
    let class = block(TYPES, "export declare class LicensingCardElement");
    let setters = class.lines().map(str::trim).filter_map(|line| {
        let (name, value) = line.strip_prefix("set ")?.split_once("(value: ")?;
        Some(format!("{name}: {}", value.trim_end_matches(");")))
    });
    same(&[
        ("the class in licensing-card.d.ts", set(setters)),
        (
            "LicensingCardProperties",
            optional("export interface LicensingCardProperties"),
        ),
    ]);
    let numbers = element("members").into_iter().filter(|member| {
        let kind = &member["type"]["text"];
        kind == "number" || kind == "number | null"
    });
    let numerals = optional("export interface LicensingCardNumerals");
    same(&[
        (
            "custom-elements.json",
            set(numbers.map(|member| text(&member, "name"))),
        ),
        (
            "LicensingCardNumerals",
            set(numerals.iter().map(|member| word(member))),
        ),
    ]);
    let hyphenated = element("attributes")
        .iter()
        .map(|attribute| text(attribute, "name"))
        .filter(|name| name.contains('-'))
        .collect();
    let attributes = block(TYPES, "export interface LicensingCardAttributes");
    same(&[
        ("custom-elements.json", hyphenated),
        ("LicensingCardAttributes", set(quoted(attributes))),
    ]);
}

#[test]
fn methods_are_the_same_everywhere() {
    let class = block(TYPES, "export declare class LicensingCardElement");
    let types = set(class.lines().map(str::trim).filter_map(|line| {
        let (name, rest) = line.split_once('(')?;
        let is_method = rest.starts_with(')') && !name.contains(' ');
        is_method.then(|| name.to_owned())
    }));
    same(&[
        (
            "docs/reference.md",
            set(first_column("Methods").iter().map(|name| word(name))),
        ),
        ("custom-elements.json", members("method")),
        ("licensing-card.d.ts", types),
    ]);
}

#[test]
fn exports_are_the_same_everywhere() {
    let manifest: Value = serde_json::from_str(MANIFEST).unwrap();
    let exports = manifest["modules"][0]["exports"].as_array().unwrap();
    let exported = exports.iter().filter(|export| export["kind"] == "js");
    let declared = |text: &str, start: &str| {
        set(text.lines().filter_map(|line| {
            let mut rest = line.strip_prefix(start)?.split_whitespace();
            // `{` is what another module's export is passed on with.
            let is_value = matches!(rest.next()?, "class" | "function" | "const" | "{");
            is_value.then(|| word(rest.next().unwrap_or_default()))
        }))
    };
    same(&[
        (
            "docs/reference.md",
            set(first_column("Exports").iter().map(|name| word(name))),
        ),
        (
            "custom-elements.json",
            set(exported.map(|export| text(export, "name"))),
        ),
        ("licensing-card.d.ts", declared(TYPES, "export declare ")),
        ("the shell", declared(SHELL, "export ")),
    ]);
}

#[test]
fn events_are_the_same_everywhere() {
    let map = block(TYPES, "export interface LicensingCardEventMap");
    let raised = [SHELL, ELEMENT]
        .iter()
        .flat_map(|text| quoted(text))
        .filter(|name| name.starts_with("usage-"));
    // Vue's compiler has its own spelling; the other frameworks' types are made of the map.
    let listeners = block(VUE_TYPES, "interface Listeners")
        .lines()
        .filter_map(|line| {
            Some(hyphenated(
                line.trim().strip_prefix("on")?.split_once('?')?.0,
            ))
        });
    same(&[
        ("docs/reference.md", first_column("Events")),
        ("custom-elements.json", named("events")),
        ("licensing-card.d.ts", set(quoted(map))),
        ("vue.d.ts", set(listeners)),
        ("the shell and src/element.rs", set(raised)),
    ]);
}

#[test]
fn error_kinds_are_the_same_everywhere() {
    // Those of the loads are the API's; the shell adds those of the WebAssembly itself.
    let mut raised = set(quoted(block(ERRORS, "    pub const fn as_str")));
    raised.extend(quoted(statement(SHELL, "const kind =")));
    same(&[
        ("docs/reference.md", first_column("Errors")),
        (
            "licensing-card.d.ts",
            set(quoted(statement(TYPES, "export type LicensingErrorKind"))),
        ),
        ("src/api/error.rs and the shell", raised),
    ]);
}

#[test]
fn states_are_the_same_everywhere() {
    let members = element("members");
    let state = members.iter().find(|member| member["name"] == "state");
    same(&[
        ("docs/reference.md", first_column("States")),
        ("cssStates in custom-elements.json", named("cssStates")),
        (
            "state in custom-elements.json",
            set(quoted(&text(&state.unwrap()["type"], "text"))),
        ),
        (
            "licensing-card.d.ts",
            set(quoted(statement(TYPES, "export type LicensingCardState"))),
        ),
        (
            "src/loader/state.rs",
            set(quoted(block(STATES, "    pub fn as_str"))),
        ),
    ]);
}

#[test]
fn parts_are_the_same_everywhere() {
    let mut drawn = Names::new();
    for view in view_files() {
        drawn.extend(following(&view, "part=\""));
        drawn.extend(following(&view, "part={sheet.mark(\""));
        // The tools are drawn by one function, given the part first.
        drawn.extend(following(&view, "Self::tool(\""));
    }
    let shell = set(following(SHELL, "part: \""));
    assert!(!shell.is_empty(), "the shell's parts are not found");
    assert!(
        shell.is_subset(&drawn),
        "the shell has parts that the card has not: {:?}",
        shell.difference(&drawn)
    );
    same(&[
        ("docs/reference.md", first_column("Parts")),
        ("custom-elements.json", named("cssParts")),
        ("src/card", drawn),
    ]);
}

#[test]
fn slots_are_the_same_everywhere() {
    let mut made = set(following(ELEMENT, "<slot name=\""));
    if SHELL.contains("element(\"slot\")") {
        made.insert(String::new());
    }
    let readme = table("Slots");
    let readme = readme.iter().map(|row| match row[0].as_str() {
        "(default)" => String::new(),
        name => code(name),
    });
    same(&[
        ("docs/reference.md", set(readme)),
        ("custom-elements.json", named("slots")),
        ("src/element.rs and the shell", made),
    ]);
}

#[test]
fn custom_properties_and_their_defaults_are_the_same_everywhere() {
    let readme = table("CSS custom properties");
    let readme = readme.iter().map(|row| {
        let (light, dark) = (code(&row[1]), code(&row[2]));
        let default = match light.as_str() {
            light if light.starts_with(PREFIX) => format!("var({light})"),
            _ if row[2] == "the same" => light,
            light => format!("light-dark({light},{dark})"),
        };
        format!("{}: {default}", code(&row[0]))
    });
    let manifest = element("cssProperties");
    let manifest = manifest.iter().map(|property| {
        let default = text(property, "default").replace(' ', "");
        format!("{}: {default}", text(property, "name"))
    });
    same(&[
        ("docs/reference.md", set(readme)),
        ("custom-elements.json", set(manifest)),
        ("src/card/style.css", set(style_properties())),
    ]);
}

#[test]
fn tables_and_blocks_are_read_as_they_stand() {
    assert_eq!(cells("| `a` | b \\| c |"), ["`a`", "b | c"]);
    assert_eq!(code("`a`, `b`"), "a");
    assert_eq!(word("define(tag)"), "define");
    assert_eq!(camel("heading-level"), "headingLevel");
    assert_eq!(hyphenated("UsageLoad"), "usage-load");
    assert_eq!(block("x {\n a {\n }\n}\nb", "x"), "x {\n a {\n }\n}");
    assert_eq!(quoted("\"a\" | \"b\"").collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(balanced("a(b,c),d)e"), "a(b,c),d");
}

/// Fails where two places do not name the same, and says what is missing where.
fn same(places: &[(&str, Names)]) {
    let all: Names = places.iter().flat_map(|(_, names)| names.clone()).collect();
    let mut missing = String::new();
    for (place, names) in places {
        assert!(
            !names.is_empty(),
            "nothing was found in {place}; has its form changed?"
        );
        for name in all.difference(names) {
            // Writing to a String cannot fail.
            let _ = write!(missing, "\n  {place}: no `{name}`");
        }
    }
    assert!(missing.is_empty(), "the contract differs:{missing}");
}

fn set(names: impl IntoIterator<Item = String>) -> Names {
    names.into_iter().collect()
}

/// The rows of the first table under a heading of the reference, without its head.
fn table(heading: &str) -> Vec<Vec<String>> {
    let heading = format!("\n## {heading}\n");
    let (_, section) = REFERENCE
        .split_once(&heading)
        .unwrap_or_else(|| panic!("the reference has no heading {}", heading.trim()));
    section
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .skip(2)
        .map(cells)
        .collect()
}

fn cells(row: &str) -> Vec<String> {
    let row = row.replace("\\|", "\0");
    let row = row.trim().trim_matches('|');
    row.split('|')
        .map(|cell| cell.trim().replace('\0', "|"))
        .collect()
}

/// What a cell has between its first backticks.
fn code(cell: &str) -> String {
    cell.split('`').nth(1).unwrap_or_default().to_owned()
}

fn first_column(heading: &str) -> Names {
    set(table(heading).iter().map(|row| code(&row[0])))
}

/// The name that a text begins with.
fn word(text: &str) -> String {
    text.chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect()
}

fn camel(name: &str) -> String {
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        format!("{name}{}{}", word[..1].to_uppercase(), &word[1..])
    })
}

/// The other way round: `UsageLoad` is `usage-load`.
fn hyphenated(name: &str) -> String {
    let mut words = String::new();
    for char in name.chars() {
        if char.is_ascii_uppercase() && !words.is_empty() {
            words.push('-');
        }
        words.push(char.to_ascii_lowercase());
    }
    words
}

/// The optional members of a type, as `name: type`.
fn optional(interface: &str) -> Names {
    let members = block(TYPES, interface).lines().map(str::trim);
    set(members.filter_map(|line| {
        let (name, kind) = line.trim_end_matches(';').split_once("?: ")?;
        Some(format!("{name}: {kind}"))
    }))
}

/// One of the element's lists in the manifest.
fn element(list: &str) -> Vec<Value> {
    let manifest: Value = serde_json::from_str(MANIFEST).expect("custom-elements.json is JSON");
    let declarations = manifest["modules"][0]["declarations"].as_array();
    let mut declarations = declarations.expect("the manifest has declarations").iter();
    let element = declarations.find(|one| one["tagName"] == "licensing-card");
    let element = element.expect("the manifest has the element");
    element[list]
        .as_array()
        .unwrap_or_else(|| panic!("the manifest's element has no {list}"))
        .clone()
}

fn text(value: &Value, member: &str) -> String {
    value[member]
        .as_str()
        .unwrap_or_else(|| panic!("no {member} in {value}"))
        .to_owned()
}

fn named(list: &str) -> Names {
    set(element(list).iter().map(|one| text(one, "name")))
}

fn members(kind: &str) -> Names {
    let members = element("members");
    let wanted = members.iter().filter(|member| member["kind"] == kind);
    set(wanted.map(|member| text(member, "name")))
}

/// The shell's attributes, each with its default as written.
fn shell_attributes() -> Vec<(String, String)> {
    let (_, table) = ATTRIBUTES.split_once("[Read, unknown]> = {\n").unwrap();
    let (table, _) = table.split_once("\n};").unwrap();
    table
        .lines()
        .map(|line| {
            let (name, rest) = line.trim().split_once(": [").expect("an attribute a line");
            let (_, default) = rest.trim_end_matches("],").rsplit_once(", ").unwrap();
            (name.trim_matches('"').to_owned(), default.to_owned())
        })
        .collect()
}

/// From a line that begins so to the line that closes it, at the same indentation.
fn block<'t>(text: &'t str, start: &str) -> &'t str {
    let from = if text.starts_with(start) {
        0
    } else {
        let found = text.find(&format!("\n{start}"));
        found.unwrap_or_else(|| panic!("no line begins with {start:?}")) + 1
    };
    let indent: String = start.chars().take_while(|char| *char == ' ').collect();
    let end = format!("\n{indent}}}");
    let to = text[from..].find(&end).expect("a block ends");
    &text[from..from + to + end.len()]
}

/// From a text to the semicolon after it.
fn statement<'t>(text: &'t str, start: &str) -> &'t str {
    let from = text.find(start).unwrap_or_else(|| panic!("no {start}"));
    text[from..].split(';').next().unwrap_or_default()
}

/// The texts between double quotes.
fn quoted(text: &str) -> impl Iterator<Item = String> {
    text.split('"').skip(1).step_by(2).map(str::to_owned)
}

/// What stands after each `start`, to the next double quote.
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

/// The properties that the style sheet asks for, each with its default. A default that is another
/// of the card's variables is written as the property that it comes from.
fn style_properties() -> Vec<String> {
    let start = format!("var({PREFIX}");
    let uses = STYLE.split(&start).skip(1);
    uses.map(|rest| {
        let (name, rest) = rest.split_once(',').expect("every property has a default");
        let default = balanced(rest).replace(' ', "");
        let default = default.replace("var(--_licensing-card-", &format!("var({PREFIX}"));
        format!("{PREFIX}{name}: {default}")
    })
    .collect()
}

/// Up to the parenthesis that closes what was open before.
fn balanced(text: &str) -> &str {
    let mut depth = 0;
    let end = text.find(|char| {
        depth += match char {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth < 0
    });
    &text[..end.expect("parentheses are balanced")]
}

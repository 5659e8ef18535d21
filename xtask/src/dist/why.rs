//! `cargo xtask dist --why`: which crate, and which of our modules, the WebAssembly's bytes belong
//! to.
//!
//! Counted before wasm-opt, which drops the names. Code that was inlined counts where it went.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// How many of the largest functions are listed.
const LISTED: usize = 40;

/// Prints the table of the parts of `wasm`.
pub(super) fn print(wasm: &Path) -> Result<()> {
    let bytes = fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let (functions, data) = functions(&bytes)?;
    let mut owners: HashMap<String, usize> = HashMap::new();
    for (name, size) in &functions {
        *owners.entry(owner(name)).or_default() += size;
    }
    owners.insert("data".to_owned(), data);
    let mut owners: Vec<_> = owners.into_iter().collect();
    owners.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    println!("\nbytes of code before wasm-opt, by crate or module");
    for (name, size) in owners.iter().filter(|(_, size)| *size > 500) {
        println!("{size:>8}  {name}");
    }
    println!("\nthe largest functions");
    let mut functions = functions;
    functions.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    for (name, size) in functions.iter().take(LISTED) {
        println!("{size:>8}  {name}");
    }
    Ok(())
}

/// Each function's name and size, and the size of the data.
fn functions(bytes: &[u8]) -> Result<(Vec<(String, usize)>, usize)> {
    let (mut imported, mut sizes, mut data) = (0, Vec::new(), 0);
    let mut names: HashMap<u32, String> = HashMap::new();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports {
                    let is_function = matches!(import?.ty, wasmparser::TypeRef::Func(_));
                    imported += u32::from(is_function);
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::DataSection(section) => data = section.range().len(),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    read_names(section, &mut names)?;
                }
            }
            _ => {}
        }
    }
    let functions = (imported..).zip(sizes).map(|(index, size)| {
        let name = names.get(&index).map_or("?", String::as_str);
        (format!("{:#}", rustc_demangle::demangle(name)), size)
    });
    Ok((functions.collect(), data))
}

fn read_names(
    section: wasmparser::NameSectionReader<'_>,
    names: &mut HashMap<u32, String>,
) -> Result<(), wasmparser::BinaryReaderError> {
    for name in section {
        if let Name::Function(functions) = name? {
            for function in functions {
                let function = function?;
                names.insert(function.index, function.name.to_owned());
            }
        }
    }
    Ok(())
}

/// The crate that a function belongs to, and of ours the module: the first that its name has.
fn owner(name: &str) -> String {
    let path = name.trim_start_matches(['<', '&', '(', '[', '*']);
    let path = path.strip_prefix("dyn ").unwrap_or(path);
    let parts: Vec<_> = path.split("::").collect();
    let first = word(parts.first().copied().unwrap_or_default());
    // Generic code counts as ours if one of its types is ours.
    if let Some(ours) = name.find("licensing_card::") {
        let module = name
            .get(ours + "licensing_card::".len()..)
            .unwrap_or_default();
        let module = word(module.split("::").next().unwrap_or_default());
        return match first {
            "licensing_card" => format!("licensing_card::{module}"),
            _ => format!("{first}, for licensing_card::{module}"),
        };
    }
    first.to_owned()
}

fn word(text: &str) -> &str {
    let end = text.find(|char: char| !char.is_alphanumeric() && char != '_');
    text.get(..end.unwrap_or(text.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::owner;

    #[test]
    fn a_function_belongs_to_a_crate_and_ours_to_a_module() {
        for (name, expected) in [
            ("yew::html::render", "yew"),
            ("<alloc::string::String as Clone>::clone", "alloc"),
            ("licensing_card::card::View::draw", "licensing_card::card"),
            (
                "<licensing_card::api::json::Json as Drop>::drop",
                "licensing_card::api",
            ),
            (
                "core::ptr::drop_in_place::<licensing_card::loader::Effect>",
                "core, for licensing_card::loader",
            ),
            ("?", ""),
        ] {
            assert_eq!(owner(name), expected, "{name}");
        }
    }
}

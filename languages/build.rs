//! Makes `Messages` out of the language packs: English names the messages, and every other pack has
//! the same ones.

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The table with the names of workload types.
const WORKLOADS: &str = "workloads";
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn main() -> Result<()> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("packs");
    println!("cargo::rerun-if-changed={}", folder.display());
    let files = fs::read_dir(&folder)?.collect::<std::result::Result<Vec<_>, _>>()?;
    let paths = files.iter().map(fs::DirEntry::path);
    // An editor's own files may be there, too.
    let mut paths: Vec<_> = paths
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    paths.sort();

    let english = read(&folder.join("en.toml"))?;
    let mut code = declaration(&english)?;
    let mut all = String::new();
    for path in paths {
        let pack = read(&path)?;
        let value = value(&english, &pack).map_err(|why| format!("{}: {why}", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if pack.get("language").and_then(Value::as_str) != Some(&*name) {
            return Err(format!("{}: `language` is not \"{name}\"", path.display()).into());
        }
        let name = name.to_uppercase().replace('-', "_");
        writeln!(code, "const {name}: Messages = {value};")?;
        write!(all, "&{name}, ")?;
    }
    writeln!(
        code,
        "/// The language that serves where there is no other.\n\
         pub const ENGLISH: &Messages = &EN;\n\
         /// Every language, by the names of their files.\n\
         pub const ALL: &[&Messages] = &[{all}];"
    )?;
    fs::write(
        PathBuf::from(env::var("OUT_DIR")?).join("messages.rs"),
        code,
    )?;
    Ok(())
}

fn read(path: &Path) -> Result<Table> {
    let named = |why: &dyn Error| format!("{}: {why}", path.display());
    let text = fs::read_to_string(path).map_err(|why| named(&why))?;
    Ok(toml::from_str(&text).map_err(|why| named(&why))?)
}

/// The type of a message, by its shape in the English pack.
fn kind(key: &str, message: &Value) -> &'static str {
    match message {
        Value::Table(_) if key == WORKLOADS => "[&'static str; WORKLOADS.len()]",
        Value::Table(table) if table.contains_key("meaning") => "Term",
        Value::Table(_) => "Plural",
        _ => "&'static str",
    }
}

fn declaration(english: &Table) -> Result<String> {
    let (mut fields, mut reads, mut texts) = (String::new(), String::new(), String::new());
    for (key, message) in english {
        writeln!(fields, "    pub {key}: {},", kind(key, message))?;
        writeln!(reads, "            {key}: Texts::read(&mut texts),")?;
        write!(texts, "(\"{key}\", self.{key}.texts()), ")?;
    }
    let workloads = english.get(WORKLOADS).and_then(Value::as_table);
    let workloads: Vec<_> = workloads
        .ok_or("en.toml has no workloads")?
        .keys()
        .collect();
    let version = fnv1a(fields.as_bytes());
    Ok(format!(
        "/// The workload types that have a text, in its order in [`Messages`].\n\
         pub const WORKLOADS: &[&str] = &{workloads:?};\n\
         /// All messages of a language. `{{}}` stands for a value.\n\
         #[derive(Debug)]\n\
         #[expect(missing_docs, reason = \"the English pack explains each one\")]\n\
         pub struct Messages {{\n{fields}}}\n\
         impl Messages {{\n\
             /// Tells packs with these messages from those of another version.\n\
             const VERSION: &str = \"{version:08x}\";\n\
             /// Each message's name with its texts, in order.\n\
             #[must_use]\n\
             pub fn fields(&self) -> Vec<(&'static str, Vec<&'static str>)> {{\n\
                 vec![{texts}]\n\
             }}\n\
             fn from_texts(mut texts: Split<'static, char>) -> Self {{\n\
                 Self {{\n{reads}}}\n\
             }}\n\
         }}\n"
    ))
}

/// A pack as a value of `Messages`.
fn value(english: &Table, pack: &Table) -> Result<String> {
    let mut code = "Messages {".to_owned();
    for (key, message) in english {
        let own = pack.get(key);
        let own = own.ok_or_else(|| format!("the message `{key}` is missing"))?;
        let texts = match (kind(key, message), own) {
            ("&'static str", own) => literal(key, own)?,
            (kind, Value::Table(own)) => {
                let names: Vec<_> = match kind {
                    "Plural" => FORMS
                        .into_iter()
                        .filter(|form| own.contains_key(*form))
                        .collect(),
                    _ => message
                        .as_table()
                        .into_iter()
                        .flat_map(Table::keys)
                        .map(String::as_str)
                        .collect(),
                };
                let texts = texts(key, own, &names)?;
                let members = names
                    .iter()
                    .zip(&texts)
                    .map(|(name, text)| format!("{name}: {text}"));
                match kind {
                    "Term" => format!("Term {{ {} }}", members.collect::<Vec<_>>().join(", ")),
                    "Plural" => {
                        let rest = FORMS.into_iter().filter(|form| !own.contains_key(*form));
                        let rest = rest.map(|form| format!("{form}: \"\""));
                        format!(
                            "Plural {{ {} }}",
                            members.chain(rest).collect::<Vec<_>>().join(", ")
                        )
                    }
                    _ => format!("[{}]", texts.join(", ")),
                }
            }
            _ => return Err(format!("`{key}` is a text, and has to be a table").into()),
        };
        write!(code, "{key}: {texts}, ")?;
    }
    no_others(pack, |key| english.contains_key(key), "")?;
    Ok(code + "}")
}

/// The texts of a table, with these names and no others.
fn texts(table: &str, own: &Table, names: &[&str]) -> Result<Vec<String>> {
    no_others(own, |key| names.contains(&key), &format!("{table}."))?;
    let text = |name: &&str| {
        let text = own.get(*name);
        let text = text.ok_or_else(|| format!("the message `{table}.{name}` is missing"))?;
        literal(name, text)
    };
    names.iter().map(text).collect()
}

fn no_others(own: &Table, knows: impl Fn(&str) -> bool, within: &str) -> Result<()> {
    match own.keys().find(|key| !knows(key)) {
        Some(key) => Err(format!("there is no message `{within}{key}`").into()),
        None => Ok(()),
    }
}

fn literal(key: &str, text: &Value) -> Result<String> {
    let text = text.as_str().ok_or_else(|| format!("`{key}` is no text"))?;
    Ok(format!("{text:?}"))
}

fn fnv1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

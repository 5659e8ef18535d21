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
const TERM: [&str; 2] = ["name", "meaning"];
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
        write!(all, "{name}, ")?;
    }
    writeln!(
        code,
        "/// The language that serves where there is no other.\n\
         pub const ENGLISH: Messages = EN;\n\
         /// Every language, by the names of their files.\n\
         pub const ALL: &[Messages] = &[{all}];"
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

/// A message, by its shape in the English pack.
enum Kind<'a> {
    Text,
    Term,
    Plural,
    Workloads(Vec<&'a str>),
}

impl<'a> Kind<'a> {
    fn new(key: &str, message: &'a Value) -> Self {
        match message {
            Value::Table(table) if key == WORKLOADS => {
                Self::Workloads(table.keys().map(String::as_str).collect())
            }
            Value::Table(table) if table.contains_key("meaning") => Self::Term,
            Value::Table(_) => Self::Plural,
            _ => Self::Text,
        }
    }

    /// How many texts it has.
    fn len(&self) -> usize {
        match self {
            Self::Text => 1,
            Self::Term => TERM.len(),
            Self::Plural => FORMS.len(),
            Self::Workloads(names) => names.len(),
        }
    }

    /// The code of the method that gives the message, whose texts begin there.
    fn method(&self, key: &str, from: usize) -> String {
        let texts: Vec<_> = (from..from + self.len())
            .map(|at| format!("self.0[{at}]"))
            .collect();
        let texts = texts.join(", ");
        let constant = match self {
            Self::Workloads(_) => "",
            _ => " const",
        };
        let (argument, result, body) = match self {
            Self::Text => ("", "&'static str", texts),
            Self::Term => ("", "Term", format!("Term::new([{texts}])")),
            Self::Plural => ("", "Plural", format!("Plural::new([{texts}])")),
            Self::Workloads(_) => (
                ", name: &str",
                "Option<&'static str>",
                format!(
                    "let at = WORKLOADS.iter().position(|known| *known == name)?; \
                     self.0.get({from} + at).copied()"
                ),
            ),
        };
        format!("#[must_use] pub{constant} fn {key}(&self{argument}) -> {result} {{ {body} }}\n")
    }
}

fn declaration(english: &Table) -> Result<String> {
    let (mut methods, mut fields) = (String::new(), String::new());
    let mut workloads = Vec::new();
    let mut len = 0;
    for (key, message) in english {
        let kind = Kind::new(key, message);
        methods += &kind.method(key, len);
        write!(fields, "(\"{key}\", {}), ", kind.len())?;
        len += kind.len();
        if let Kind::Workloads(names) = kind {
            workloads = names;
        }
    }
    let version = fnv1a(fields.as_bytes());
    Ok(format!(
        "/// The workload types that have a text.\n\
         pub const WORKLOADS: &[&str] = &{workloads:?};\n\
         /// How many texts a pack has.\n\
         const LEN: usize = {len};\n\
         /// Tells packs with these messages from those of another version.\n\
         const VERSION: &str = \"{version:08x}\";\n\
         /// Each message's name, and how many texts it has.\n\
         const FIELDS: &[(&str, usize)] = &[{fields}];\n\
         #[expect(missing_docs, clippy::new_ret_no_self, reason = \"the English pack names and explains them\")]\n\
         impl Messages {{\n{methods}}}\n"
    ))
}

/// The texts of a pack, in the order of the English pack.
fn value(english: &Table, pack: &Table) -> Result<String> {
    let mut all = Vec::new();
    for (key, message) in english {
        let own = pack.get(key);
        let own = own.ok_or_else(|| format!("the message `{key}` is missing"))?;
        match (Kind::new(key, message), own) {
            (Kind::Text, own) => all.push(literal(key, own)?),
            (Kind::Plural, Value::Table(own)) => {
                no_others(own, |form| FORMS.contains(&form), &format!("{key}."))?;
                let none = Value::String(String::new());
                for form in FORMS {
                    all.push(literal(form, own.get(form).unwrap_or(&none))?);
                }
            }
            (Kind::Term, Value::Table(own)) => all.extend(texts(key, own, &TERM)?),
            (Kind::Workloads(names), Value::Table(own)) => all.extend(texts(key, own, &names)?),
            _ => return Err(format!("`{key}` is a text, and has to be a table").into()),
        }
    }
    no_others(pack, |key| english.contains_key(key), "")?;
    Ok(format!("Messages(&[{}])", all.join(", ")))
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

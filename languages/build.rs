//! Lists the catalogues, so that a language is one file and nothing else.

use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let package = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let folder = package.join("src/catalogue");
    println!("cargo::rerun-if-changed={}", folder.display());

    let files = fs::read_dir(&folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<_> = files.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    let (mut modules, mut all) = (String::new(), String::new());
    for path in paths {
        let name = path.file_stem().ok_or("a file without a name")?;
        let name = name.to_string_lossy();
        let path = path.to_string_lossy();
        writeln!(modules, "#[path = {path:?}]\nmod {name};")?;
        write!(all, "&{name}::MESSAGES, ")?;
    }
    let list = format!(
        "{modules}\n/// Every language, by the names of their files.\n\
         pub const ALL: &[&Messages] = &[{all}];\n"
    );
    fs::write(
        PathBuf::from(env::var("OUT_DIR")?).join("catalogues.rs"),
        list,
    )?;
    Ok(())
}

//! Extra files for static hosts and pages: each compressed ahead of time, and the hash
//! that a page can hold it to. Both by Node, whose brotli and gzip are the ones that servers have.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::process;
use crate::tools::Toolbox;

/// The hashes by file, for those who make pages by program.
const HASHES: &str = "integrity.json";

/// gzip writes down the system that it ran on; 255 is none, so that the bytes are the same on all.
const COMPRESS: &str = "
    const { brotliCompressSync, constants, gzipSync } = require('node:zlib');
    const { readFileSync, writeFileSync } = require('node:fs');
    for (const file of process.argv.slice(1)) {
        const bytes = readFileSync(file);
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(file + '.br', brotliCompressSync(bytes, { params }));
        const gzip = gzipSync(bytes, { level: 9 });
        gzip[9] = 255;
        writeFileSync(file + '.gz', gzip);
    }";

const HASH: &str = "
    const { createHash } = require('node:crypto');
    for (const file of process.argv.slice(1)) {
        const bytes = require('node:fs').readFileSync(file);
        console.log('sha384-' + createHash('sha384').update(bytes).digest('base64'));
    }";

/// Compresses the files in `stage` that browsers load, and writes and returns their hashes.
pub(super) fn complete(toolbox: &Toolbox, stage: &Path) -> Result<BTreeMap<String, String>> {
    let loaded = loaded(stage)?;
    process::read(node(toolbox, COMPRESS)?.args(&loaded), "compressing")?;
    let printed = process::read(node(toolbox, HASH)?.args(&loaded), "hashing")?;
    let names = loaded.iter().filter_map(|path| path.file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let hashes: BTreeMap<_, _> = names.zip(printed.lines().map(str::to_owned)).collect();
    ensure!(
        hashes.len() == loaded.len(),
        "node did not hash all that browsers load"
    );
    let json = serde_json::to_string_pretty(&hashes)? + "\n";
    fs::write(stage.join(HASHES), json).with_context(|| format!("cannot write {HASHES}"))?;
    Ok(hashes)
}

/// A file's hash.
pub(super) fn hash(toolbox: &Toolbox, file: &Path) -> Result<String> {
    let hash = process::read(node(toolbox, HASH)?.arg(file), "hashing")?;
    Ok(hash.trim().to_owned())
}

/// The files with code, whichever there are.
fn loaded(stage: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for file in fs::read_dir(stage).with_context(|| format!("cannot read {}", stage.display()))? {
        let path = file?.path();
        if [Some(OsStr::new("js")), Some(OsStr::new("wasm"))].contains(&path.extension()) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn node(toolbox: &Toolbox, script: &str) -> Result<std::process::Command> {
    let mut node = toolbox.command("node")?;
    node.args(["-e", script, "--"]);
    Ok(node)
}

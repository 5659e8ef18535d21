//! Where things are: every path that more than one task uses is made here.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The wasm target that everything for the browser is built for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package
        .parent()
        .map_or_else(|| package.clone(), Path::to_path_buf)
}

/// Cargo's target directory.
pub(crate) fn target() -> PathBuf {
    // Joining an absolute path replaces the root.
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// The fuzz targets' package, which is a workspace of its own.
pub(crate) fn fuzz() -> PathBuf {
    root().join("fuzz")
}

/// The released files.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The built portals that have the card as a dependency.
pub(crate) fn frameworks() -> PathBuf {
    target().join("frameworks")
}

/// The built development page. `Trunk.toml` names the same directory.
pub(crate) fn dev_dist() -> PathBuf {
    root().join("target/trunk")
}

/// The built example in Yew. Its `Trunk.toml` names the same directory.
pub(crate) fn yew_portal() -> PathBuf {
    root().join("target/yew-portal")
}

/// The faults of the console behind the development page, for the gallery to show.
pub(crate) fn faults() -> PathBuf {
    root().join("gallery/faults.json")
}

/// Logs and other traces of the tasks' runs.
pub(crate) fn logs() -> PathBuf {
    target().join("xtask")
}

/// The debug build of the development console.
pub(crate) fn console() -> PathBuf {
    target()
        .join("debug")
        .join(format!("mock-console{}", env::consts::EXE_SUFFIX))
}

/// The folder of cargo's downloads.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("there is no home directory, and CARGO_HOME is not set")
}

/// Where tools are installed, shared by all clones of one user so that only the first waits.
pub(crate) fn tools_cache() -> Result<PathBuf> {
    const NAME: &str = "licensing-card-tools";
    let set = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    set("LICENSING_CARD_TOOLS")
        .or_else(|| set("XDG_CACHE_HOME").map(|cache| cache.join(NAME)))
        .or_else(|| env::home_dir().map(|home| home.join(".cache").join(NAME)))
        .context("there is no home directory to install tools in; set LICENSING_CARD_TOOLS to a directory")
}

//! The one table of tools and pinned versions. A tool of the right version on
//! PATH is used as it is; nothing is installed that the command at hand does not need.
//!
//! Versions of the npm tools are pinned in `xtask/package.json`, the toolchain's in
//! `rust-toolchain.toml`.

mod cargo;
mod npm;
mod rustup;
mod system;
mod toolbox;

pub(crate) use npm::Packages;
pub(crate) use rustup::sysroot;
pub(crate) use system::{Browser, chromium};
pub(crate) use toolbox::Toolbox;

use anyhow::Result;

/// A tool that `cargo install` builds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: Version,
    /// How long it takes to build on two cores, for the person who waits.
    takes: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Version {
    Pinned(&'static str),
    /// Whatever `Cargo.lock` has of this crate, where crate and tool must agree.
    OfCrate(&'static str),
}

pub(crate) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: Version::OfCrate("wasm-bindgen"),
    takes: "about 2 minutes",
};
pub(crate) const WASM_PACK: CargoTool = CargoTool {
    package: "wasm-pack",
    program: "wasm-pack",
    version: Version::Pinned("0.15.1"),
    takes: "about a minute",
};
pub(crate) const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    program: "geckodriver",
    version: Version::Pinned("0.37.1"),
    takes: "about a minute",
};
pub(crate) const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    version: Version::Pinned("0.22.1"),
    takes: "about 5 minutes",
};
pub(crate) const CARGO_DENY: CargoTool = CargoTool {
    package: "cargo-deny",
    program: "cargo-deny",
    version: Version::Pinned("0.20.2"),
    takes: "about 4 minutes",
};

pub(crate) const CARGO_FUZZ: CargoTool = CargoTool {
    package: "cargo-fuzz",
    program: "cargo-fuzz",
    version: Version::Pinned("0.13.2"),
    takes: "about a minute",
};

/// One thing that a task cannot do without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// The standard library for wasm.
    WasmTarget,
    /// The standard library's source, to rebuild it smaller.
    StdSource,
    /// A tool that `cargo install` builds.
    Cargo(CargoTool),
    /// A folder's npm packages.
    Npm(Packages),
    /// A browser with its driver, from the operating system.
    Browser(Browser),
    /// The fuzzer's compiler.
    CppCompiler,
    /// The web server that the deployment is tested with.
    WebServer,
    /// The fonts that screenshots are taken with.
    Fonts,
}

/// Installs those needs that are missing, cheapest first, and returns the tools.
pub(crate) fn install(needs: &[Need]) -> Result<Toolbox> {
    let mut unique: Vec<Need> = Vec::new();
    for need in needs {
        if !unique.contains(need) {
            unique.push(*need);
        }
    }
    let needs = &unique;
    let mut toolbox = Toolbox::default();
    rustup::install(needs)?;
    system::install(needs)?;
    npm::install(needs, &mut toolbox)?;
    cargo::install(needs, &mut toolbox)?;
    Ok(toolbox)
}

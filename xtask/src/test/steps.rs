//! The steps, each with its tools and commands. Their order is part of their meaning, cheapest
//! first, and later ones use the files of earlier ones.

use std::env;
use std::num::NonZero;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, bail};

use super::browsers;
use crate::paths::{self, WASM_TARGET};
use crate::tools::{self, Browser, Need, Packages, Toolbox};
use crate::{dist, fuzz, gallery, generate};

/// One step of the test run.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) needs: &'static [&'static [Need]],
    pub(super) commands: fn(&Toolbox) -> Result<Vec<Command>>,
    /// Whether it runs tests; one that then finds none has failed.
    pub(super) counts: bool,
}

const YEW_PORTAL: &str = "examples/yew-portal/Cargo.toml";
const WASM: &[Need] = &[Need::WasmTarget];
const IN_BROWSERS: &[Need] = &[
    Need::WasmTarget,
    Need::Cargo(tools::WASM_BINDGEN),
    Need::Cargo(tools::WASM_PACK),
];

pub(super) const STEPS: &[Step] = &[
    Step {
        name: "format",
        title: "formatting",
        needs: &[],
        commands: format,
        counts: false,
    },
    Step {
        name: "generated",
        title: "generated files are as the headers have them",
        needs: &[generate::NEEDS],
        commands: |_| Ok(vec![xtask(&["generate", "--check"])?]),
        counts: false,
    },
    Step {
        name: "clippy",
        title: "lints, on the host and for wasm",
        needs: &[WASM, &[Need::CppCompiler]],
        commands: clippy,
        counts: false,
    },
    Step {
        name: "docs",
        title: "documentation",
        needs: &[],
        commands: docs,
        counts: false,
    },
    Step {
        name: "host",
        title: "tests on the host",
        needs: &[],
        commands: host,
        counts: true,
    },
    Step {
        name: "fuzz",
        title: "reading what a fuzzer makes up",
        needs: &[fuzz::NEEDS],
        commands: fuzz::commands,
        counts: true,
    },
    Step {
        name: "chromium",
        title: "tests in Chromium",
        needs: &[IN_BROWSERS, &[Need::Browser(Browser::Chromium)]],
        commands: |toolbox| browsers::test(toolbox, Browser::Chromium),
        counts: true,
    },
    Step {
        name: "firefox",
        title: "tests in Firefox",
        needs: &[
            IN_BROWSERS,
            &[
                Need::Browser(Browser::Firefox),
                Need::Cargo(tools::GECKODRIVER),
            ],
        ],
        commands: |toolbox| browsers::test(toolbox, Browser::Firefox),
        counts: true,
    },
    Step {
        name: "webkit",
        title: "tests in WebKit",
        needs: &[IN_BROWSERS, &[Need::Browser(Browser::WebKit)]],
        commands: |toolbox| browsers::test(toolbox, Browser::WebKit),
        counts: true,
    },
    Step {
        name: "page",
        title: "the development page and the example in Yew build",
        needs: &[crate::serve::NEEDS],
        commands: page,
        counts: false,
    },
    Step {
        name: "dist",
        title: "the released files build, within their budget",
        needs: &[dist::NEEDS],
        commands: |_| Ok(vec![xtask(&["dist"])?]),
        counts: false,
    },
    Step {
        name: "reproduce",
        title: "the released files are the same, built elsewhere",
        needs: &[dist::NEEDS],
        commands: |_| Ok(vec![xtask(&["reproduce"])?]),
        counts: false,
    },
    Step {
        name: "e2e",
        title: "the released files on real pages",
        needs: &[gallery::NEEDS, &[Need::WebServer]],
        commands: end_to_end,
        counts: true,
    },
    Step {
        name: "engines",
        title: "the released files in Chromium, Firefox and WebKit",
        needs: &[&[
            Need::Browser(Browser::Chromium),
            Need::Browser(Browser::Firefox),
            Need::Browser(Browser::WebKit),
            Need::Npm(Packages::EndToEnd),
            Need::Cargo(tools::GECKODRIVER),
        ]],
        commands: engines,
        counts: true,
    },
    Step {
        name: "frameworks",
        title: "the released files in portals of eight kinds",
        needs: &[&[
            Need::Browser(Browser::Chromium),
            Need::Npm(Packages::EndToEnd),
            Need::Npm(Packages::Frameworks),
            Need::Npm(Packages::Angular),
        ]],
        commands: frameworks,
        counts: true,
    },
];

fn format(toolbox: &Toolbox) -> Result<Vec<Command>> {
    let check = ["--all", "--check", "--", "--color", "never"];
    let mut workspace = cargo(toolbox, &["fmt"])?;
    workspace.args(check);
    let mut fuzz = cargo(toolbox, &["fmt", "--manifest-path", "fuzz/Cargo.toml"])?;
    fuzz.args(check);
    let mut example = cargo(toolbox, &["fmt", "--manifest-path", YEW_PORTAL])?;
    example.args(check);
    Ok(vec![workspace, fuzz, example])
}

fn clippy(toolbox: &Toolbox) -> Result<Vec<Command>> {
    let deny = ["--", "-D", "warnings"];
    let mut host = cargo(
        toolbox,
        &["clippy", "--locked", "--workspace", "--all-targets"],
    )?;
    host.args(deny);
    let mut wasm = cargo(
        toolbox,
        &["clippy", "--locked", "--package", "licensing-card"],
    )?;
    wasm.args(["--all-targets", "--target", WASM_TARGET])
        .args(deny);
    let mut fuzz = cargo(toolbox, &["clippy", "--locked", "--all-targets"])?;
    // The crates that both workspaces have are not checked twice.
    fuzz.args(["--manifest-path", "fuzz/Cargo.toml", "--target-dir"])
        .arg(paths::target())
        .args(deny);
    let mut example = cargo(toolbox, &["clippy", "--locked", "--target", WASM_TARGET])?;
    example
        .args(["--manifest-path", YEW_PORTAL, "--target-dir"])
        .arg(paths::target())
        .args(deny);
    Ok(vec![host, wasm, fuzz, example])
}

fn docs(toolbox: &Toolbox) -> Result<Vec<Command>> {
    let mut doc = cargo(
        toolbox,
        &[
            "doc",
            "--locked",
            "--workspace",
            "--no-deps",
            "--document-private-items",
        ],
    )?;
    doc.env("RUSTDOCFLAGS", "-D warnings");
    Ok(vec![doc])
}

fn host(toolbox: &Toolbox) -> Result<Vec<Command>> {
    Ok(vec![cargo(
        toolbox,
        &["test", "--locked", "--workspace", "--no-fail-fast"],
    )?])
}

fn page(toolbox: &Toolbox) -> Result<Vec<Command>> {
    let fetch = cargo(toolbox, &["fetch", "--locked"])?;
    let mut trunk = toolbox.command("trunk")?;
    trunk.args(["build", "--offline"]);
    let mut fetch_example = cargo(toolbox, &["fetch", "--locked"])?;
    fetch_example.args(["--manifest-path", YEW_PORTAL]);
    let mut example = toolbox.command("trunk")?;
    // The dependencies of both applications are compiled once.
    example
        .args(["build", "--offline"])
        .current_dir(paths::root().join("examples/yew-portal"))
        .env("CARGO_TARGET_DIR", paths::target());
    Ok(vec![fetch, trunk, fetch_example, example])
}

fn end_to_end(toolbox: &Toolbox) -> Result<Vec<Command>> {
    let built = [paths::dist(), paths::dev_dist(), paths::yew_portal()];
    if !built.iter().all(|folder| folder.exists()) {
        bail!(
            "the step e2e tests what the steps page and dist make; run `cargo xtask test page dist e2e`"
        );
    }
    Ok(vec![
        console(toolbox)?,
        node_tests(toolbox, &[])?,
        gallery::compare(toolbox)?,
    ])
}

fn engines(toolbox: &Toolbox) -> Result<Vec<Command>> {
    if !paths::dist().exists() {
        bail!(
            "the step engines tests what the step dist makes; run `cargo xtask test dist engines`"
        );
    }
    let files = [
        "engines/chromium.js",
        "engines/firefox.js",
        "engines/webkit.js",
    ];
    Ok(vec![console(toolbox)?, node_tests(toolbox, &files)?])
}

fn frameworks(toolbox: &Toolbox) -> Result<Vec<Command>> {
    if !paths::dist().exists() {
        bail!(
            "the step frameworks tests what the step dist makes; run `cargo xtask test dist frameworks`"
        );
    }
    let mut build = node(toolbox, &["frameworks/build.js"])?;
    build.arg(paths::frameworks());
    let check = node_tests(toolbox, &["frameworks/types.js", "frameworks/check.js"])?;
    Ok(vec![console(toolbox)?, build, check])
}

/// The step host has built it; the console alone would be built anew, with other features.
fn console(toolbox: &Toolbox) -> Result<Command> {
    cargo(
        toolbox,
        &["build", "--locked", "--workspace", "--all-targets"],
    )
}

/// Node's test runner, with these files or all.
fn node_tests(toolbox: &Toolbox, files: &[&str]) -> Result<Command> {
    // Node would leave one core alone, and so use one of two; but the tests mostly wait.
    let cores = thread::available_parallelism().map_or(2, NonZero::get);
    let concurrency = format!("--test-concurrency={}", cores.max(2));
    let mut tests = node(toolbox, &["--test", "--test-reporter=spec", &concurrency])?;
    tests.args(files);
    Ok(tests)
}

/// Node among the end-to-end tests, told where things are.
fn node(toolbox: &Toolbox, arguments: &[&str]) -> Result<Command> {
    let mut node = gallery::node(toolbox)?;
    node.args(arguments).env("FRAMEWORKS", paths::frameworks());
    Ok(node)
}

fn cargo(toolbox: &Toolbox, arguments: &[&str]) -> Result<Command> {
    let mut cargo = toolbox.command("cargo")?;
    cargo.args(arguments);
    Ok(cargo)
}

/// This program again, so that its output goes where every step's goes.
fn xtask(arguments: &[&str]) -> Result<Command> {
    let mut xtask = Command::new(env::current_exe().context("cannot find this program itself")?);
    xtask.args(arguments).current_dir(paths::root());
    Ok(xtask)
}

//! Tests in browsers: the same build of the tests, run by wasm-pack in one browser after another.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::paths;
use crate::tools::{Browser, Toolbox};

/// Seconds for all tests of one binary.
const TIMEOUT: &str = "300";
/// Seconds for the driver to start; a busy machine may take more than the runner's 5.
const START: &str = "60";

/// The command that runs the tests in `browser`.
pub(super) fn test(toolbox: &Toolbox, browser: Browser) -> Result<Vec<Command>> {
    let (flag, driver_flag, driver) = match browser {
        Browser::Chromium => ("--chrome", "--chromedriver", "chromedriver"),
        Browser::Firefox => ("--firefox", "--geckodriver", "geckodriver"),
        // WebKit's own driver is compatible with Safari's, which wasm-bindgen's test runner knows.
        Browser::WebKit => ("--safari", "--safaridriver", "WebKitWebDriver"),
    };
    let mut command = if browser == Browser::WebKit {
        // WebKitGTK has no headless mode.
        let mut command = toolbox.command("xvfb-run")?;
        command.arg("-a").arg(toolbox.find("wasm-pack")?);
        command
    } else {
        toolbox.command("wasm-pack")?
    };
    command
        .args([
            "test",
            "--mode",
            "no-install",
            "--headless",
            flag,
            driver_flag,
        ])
        .arg(toolbox.find(driver)?)
        // Library and test files; the examples in the documentation are tested on the host.
        .args([".", "--locked", "--lib", "--test=*"])
        // Nobody brings languages here; the files that ship are tried in e2e/.
        .arg("--features=all-languages")
        .env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", START)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(browser));
    Ok(vec![command])
}

/// The browser's capabilities. A browser without such a file gets none: another's would not do.
fn capabilities(browser: Browser) -> PathBuf {
    let name = format!("{browser:?}.json").to_lowercase();
    paths::root().join("xtask/webdriver").join(name)
}

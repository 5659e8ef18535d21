//! Browsers, drivers, fonts, a web server and a compiler: taken from the operating system,
//! installed by apt where that is possible without a password, and otherwise asked for by name.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{Need, Toolbox};
use crate::process;

/// The browsers that the card is tested in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

/// How to see that a Debian package, or another maker's equivalent, is there.
enum Sign {
    /// Any of these programs is on PATH.
    Program(&'static [&'static str]),
    /// This file exists.
    File(&'static str),
}

const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
];

const FOR_CHROMIUM: &[(&str, Sign)] = &[
    ("chromium", Sign::Program(CHROMIUM)),
    ("chromium-driver", Sign::Program(&["chromedriver"])),
    // Reads its output.
    ("poppler-utils", Sign::Program(&["pdftotext"])),
];
const FOR_FIREFOX: &[(&str, Sign)] = &[("firefox-esr", Sign::Program(&["firefox-esr", "firefox"]))];
const FOR_WEBKIT: &[(&str, Sign)] = &[
    ("webkit2gtk-driver", Sign::Program(&["WebKitWebDriver"])),
    ("xvfb", Sign::Program(&["Xvfb"])),
    ("xauth", Sign::Program(&["xauth"])),
];
const FOR_FUZZING: &[(&str, Sign)] = &[("g++", Sign::Program(&["c++"]))];
const FOR_SCREENSHOTS: &[(&str, Sign)] = &[(
    "fonts-dejavu-core",
    Sign::File("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
)];

const FOR_DEPLOYMENT: &[(&str, Sign)] = &[
    ("nginx", Sign::File("/usr/sbin/nginx")),
    (
        "libnginx-mod-http-js",
        Sign::File("/usr/lib/nginx/modules/ngx_http_js_module.so"),
    ),
    (
        "libnginx-mod-http-brotli-static",
        Sign::File("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
    ),
    ("curl", Sign::Program(&["curl"])),
    ("openssl", Sign::Program(&["openssl"])),
    ("python3", Sign::Program(&["python3"])),
];

/// The path of the installed Chromium.
pub(crate) fn chromium() -> Result<PathBuf> {
    let found = CHROMIUM.iter().find_map(|name| which::which(name).ok());
    found.context("no Chromium or Chrome is on PATH")
}

/// Installs the packages that `needs` ask for and the system lacks.
pub(super) fn install(needs: &[Need]) -> Result<()> {
    let wanted = needs.iter().flat_map(|need| match need {
        Need::Browser(Browser::Chromium) => FOR_CHROMIUM,
        Need::Browser(Browser::Firefox) => FOR_FIREFOX,
        Need::Browser(Browser::WebKit) => FOR_WEBKIT,
        Need::CppCompiler => FOR_FUZZING,
        Need::WebServer => FOR_DEPLOYMENT,
        Need::Fonts if Path::new("/etc/debian_version").exists() => FOR_SCREENSHOTS,
        _ => &[],
    });
    let missing: Vec<&str> = wanted
        .filter(|(_, sign)| !there(sign))
        .map(|(name, _)| *name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(", ");
    let Some(apt) = apt() else {
        bail!("please install {list}, as they are called in Debian, and run this again");
    };
    println!("installing {list} …");
    process::read(apt()?.args(["update", "-qq"]), "apt-get update")
        .and_then(|_| {
            let mut install = apt()?;
            install
                .args(["install", "-y", "-qq", "--no-install-recommends"])
                .args(&missing);
            process::read(&mut install, "apt-get install")
        })
        .with_context(|| format!("{list} could not be installed"))?;
    Ok(())
}

fn there(sign: &Sign) -> bool {
    match sign {
        Sign::Program(names) => names.iter().any(|name| which::which(name).is_ok()),
        Sign::File(path) => Path::new(path).exists(),
    }
}

/// Makes `apt-get` commands, where this user may install packages without being asked a password.
fn apt() -> Option<impl Fn() -> Result<Command>> {
    which::which("apt-get").ok()?;
    let succeeds = |program: &str, arguments: &[&str]| {
        Command::new(program)
            .args(arguments)
            .output()
            .is_ok_and(|output| output.status.success())
    };
    let is_root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout == b"0\n");
    if !is_root && !succeeds("sudo", &["-n", "true"]) {
        return None;
    }
    Some(move || {
        let mut command = Toolbox::default().command(if is_root { "apt-get" } else { "sudo" })?;
        if !is_root {
            command.args(["-n", "--preserve-env=DEBIAN_FRONTEND,RUNLEVEL", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        // The web server is only there to be tested with. This keeps its service from starting, but
        // for systemd, which does not ask.
        command.env("RUNLEVEL", "1");
        Ok(command)
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::FOR_DEPLOYMENT;
    use crate::paths;

    #[test]
    fn the_deployment_is_tested_with_the_packages_that_its_document_asks_for() -> anyhow::Result<()>
    {
        let document = fs::read_to_string(paths::root().join("docs/deployment.md"))?;
        let names: Vec<_> = FOR_DEPLOYMENT.iter().map(|(name, _)| *name).collect();
        let line = format!("\napt-get install {}\n", names.join(" "));
        assert!(document.contains(&line), "no line is {line}");
        Ok(())
    }
}

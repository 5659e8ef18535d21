//! The development page: `Trunk.toml` with this run's ports, and whether the page is there yet.

use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use toml::{Table, Value};

use crate::paths;

/// The console's ports in `Trunk.toml`, of v2 and of v3.
pub(super) const HTTPS_PORT: u16 = 1281;
pub(super) const V3_HTTPS_PORT: u16 = 1280;

/// The console's ports of this run.
pub(super) struct Backends {
    pub(super) v2: u16,
    pub(super) v3: u16,
}

impl Backends {
    /// A backend of `Trunk.toml` with this run's port.
    fn replace(&self, backend: &str) -> String {
        let ports = [(HTTPS_PORT, self.v2), (V3_HTTPS_PORT, self.v3)];
        let named = |port: u16| format!(":{port}/");
        let port = ports
            .iter()
            .find(|(port, _)| backend.contains(&named(*port)));
        port.map_or_else(
            || backend.to_owned(),
            |(port, own)| backend.replace(&named(*port), &named(*own)),
        )
    }
}

/// Writes a configuration for these ports and returns its path. Trunk takes one proxy from the
/// command line at most, and the page has three.
pub(super) fn configuration(port: u16, backends: &Backends) -> Result<PathBuf> {
    let root = paths::root();
    let text = fs::read_to_string(root.join("Trunk.toml")).context("cannot read Trunk.toml")?;
    let configured =
        configure(&text, &root, port, backends).context("Trunk.toml is not as expected")?;
    // Below the root, so that cargo finds the workspace's configuration from there.
    let folder = root.join("target/xtask");
    let file = folder.join("Trunk.toml");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, configured))
        .with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

fn configure(text: &str, root: &Path, port: u16, backends: &Backends) -> Result<String> {
    let mut trunk: Table = toml::from_str(text)?;
    let absolute = |path: &mut Value| {
        if let Value::String(path) = path {
            *path = root.join(&*path).to_string_lossy().into_owned();
        }
    };
    // Paths are relative to the file, which is not where Trunk.toml is.
    let build = table(&mut trunk, "build")?;
    build
        .iter_mut()
        .filter(|(key, _)| *key == "target" || *key == "dist")
        .for_each(|(_, path)| absolute(path));
    let watched = table(&mut trunk, "watch")?
        .get_mut("watch")
        .and_then(Value::as_array_mut);
    watched
        .context("no watch.watch")?
        .iter_mut()
        .for_each(absolute);

    table(&mut trunk, "serve")?.insert("port".to_owned(), Value::Integer(port.into()));
    let proxies = trunk
        .get_mut("proxy")
        .and_then(Value::as_array_mut)
        .context("no proxy")?;
    for backend in proxies
        .iter_mut()
        .filter_map(|proxy| proxy.get_mut("backend"))
    {
        if let Value::String(backend) = backend {
            *backend = backends.replace(backend);
        }
    }
    Ok(toml::to_string(&trunk)?)
}

fn table<'a>(trunk: &'a mut Table, name: &str) -> Result<&'a mut Table> {
    let table = trunk.get_mut(name).and_then(Value::as_table_mut);
    table.with_context(|| format!("no [{name}]"))
}

/// Whether the page is served.
pub(super) fn answers(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        Ok(status.ends_with(b" 200"))
    };
    ask().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::{Backends, configure, table};
    use crate::paths;
    use std::fs;
    use std::path::Path;
    use toml::Table;

    #[test]
    fn ports_are_this_runs_and_paths_do_not_depend_on_the_folder() -> anyhow::Result<()> {
        let text = "[build]\ntarget = \"index.html\"\ndist = \"target/trunk\"\n[watch]\nwatch = [\"src\"]\n\
            [serve]\nport = 8080\n[[proxy]]\nbackend = \"https://127.0.0.1:1281/v2\"\n\
            [[proxy]]\nbackend = \"https://127.0.0.1:1280/api/v3\"\n";
        let backends = Backends { v2: 1280, v3: 9001 };
        let configured = configure(text, Path::new("/card"), 9000, &backends)?;
        for expected in [
            "\"/card/index.html\"",
            "\"/card/src\"",
            "9000",
            "127.0.0.1:1280/v2",
            "127.0.0.1:9001/api/v3",
        ] {
            assert!(configured.contains(expected), "{expected} in {configured}");
        }
        assert!(configure("[build]", Path::new("/card"), 1, &backends).is_err());
        Ok(())
    }

    #[test]
    fn trunk_watches_what_the_page_is_made_of_and_nothing_that_a_build_writes() -> anyhow::Result<()>
    {
        let root = paths::root();
        let mut trunk: Table = toml::from_str(&fs::read_to_string(root.join("Trunk.toml"))?)?;
        let watched: Vec<&str> = table(&mut trunk, "watch")?
            .get("watch")
            .and_then(toml::Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(toml::Value::as_str)
            .collect();
        let page = fs::read_to_string(root.join("index.html"))?;
        // `<link data-trunk rel="copy-dir" href="portal">`
        let copied: Vec<&str> = page
            .lines()
            .filter(|line| line.contains("data-trunk"))
            .filter_map(|line| line.split_once("href=\"")?.1.split('"').next())
            .collect();
        assert!(copied.len() >= 2, "{copied:?}");
        let sources = [
            "Cargo.lock",
            "Cargo.toml",
            "index.html",
            "js",
            "languages",
            "src",
        ];
        for source in sources.iter().chain(&copied) {
            assert!(watched.contains(source), "{source} is not watched");
        }
        for path in watched {
            assert!(root.join(path).exists(), "there is no {path} to watch");
            let first = Path::new(path).components().next();
            let first = first.map(|first| first.as_os_str().to_owned());
            let written = ["target", "dist", "dist-dev", ".", "node_modules"];
            let written = written
                .iter()
                .any(|folder| first.as_deref() == Some(folder.as_ref()));
            assert!(!written, "{path} is written by builds");
        }
        Ok(())
    }
}

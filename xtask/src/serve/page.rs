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
    let ignored = table(&mut trunk, "watch")?
        .get_mut("ignore")
        .and_then(Value::as_array_mut);
    let ignored = ignored.context("no watch.ignore")?;
    // What tasks write while the page is served. Trunk refuses to ignore what is not there.
    let written = ["dist", "target"]
        .into_iter()
        .filter(|folder| root.join(folder).exists());
    ignored.extend(written.map(|folder| Value::String(folder.to_owned())));
    ignored.iter_mut().for_each(absolute);

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
    use super::{Backends, configure};
    use std::path::Path;

    #[test]
    fn ports_are_this_runs_and_paths_do_not_depend_on_the_folder() -> anyhow::Result<()> {
        let text = "[build]\ntarget = \"index.html\"\ndist = \"target/trunk\"\n[watch]\nignore = [\"e2e\"]\n\
            [serve]\nport = 8080\n[[proxy]]\nbackend = \"https://127.0.0.1:1281/v2\"\n\
            [[proxy]]\nbackend = \"https://127.0.0.1:1280/api/v3\"\n";
        let backends = Backends { v2: 1280, v3: 9001 };
        let configured = configure(text, Path::new("/card"), 9000, &backends)?;
        for expected in [
            "\"/card/index.html\"",
            "\"/card/e2e\"",
            "9000",
            "127.0.0.1:1280/v2",
            "127.0.0.1:9001/api/v3",
        ] {
            assert!(configured.contains(expected), "{expected} in {configured}");
        }
        assert!(configure("[build]", Path::new("/card"), 1, &backends).is_err());
        Ok(())
    }
}

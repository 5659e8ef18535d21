//! `cargo xtask serve`: the development page with a console behind it, until Ctrl-C; when either
//! stops, so does the other.

mod page;
mod ports;
mod service;

use std::process::Stdio;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::tools::{self, Need, Packages, Toolbox};
use crate::{paths, process};
use service::Service;

/// The flags of `serve`.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Port of the development page
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Port of the console's API v2 over HTTPS
    #[arg(long, default_value_t = page::HTTPS_PORT)]
    https_port: u16,
    /// Port of the console's API v3 over HTTPS
    #[arg(long, default_value_t = page::V3_HTTPS_PORT)]
    v3_https_port: u16,
    /// Port of both APIs over HTTP
    #[arg(long, default_value_t = 1282)]
    http_port: u16,
}

/// What `serve` needs installed.
pub(crate) const NEEDS: &[Need] = &[
    Need::WasmTarget,
    Need::Npm(Packages::Build),
    Need::Cargo(tools::WASM_BINDGEN),
    Need::Cargo(tools::TRUNK),
];

/// How often the services are looked at.
const GLANCE: Duration = Duration::from_millis(200);

/// Serves until it is told to stop.
pub(crate) fn run(options: &Options) -> Result<()> {
    ports::require_free(&[
        ("--port", options.port),
        ("--https-port", options.https_port),
        ("--v3-https-port", options.v3_https_port),
        ("--http-port", options.http_port),
    ])?;
    let toolbox = tools::install(NEEDS)?;
    println!("building the console …");
    let mut cargo = toolbox.command("cargo")?;
    process::show(
        cargo.args(["build", "--locked", "--package", "mock-console"]),
        "building the console",
    )?;
    // Trunk runs offline, so that it downloads no tools of its own; what cargo lacks comes before.
    let mut cargo = toolbox.command("cargo")?;
    process::show(
        cargo.args(["fetch", "--locked", "--quiet"]),
        "downloading crates",
    )?;

    let stop = stop_signal()?;
    let mut services = vec![console(&toolbox, options)?];
    if !wait(&mut services, &stop, Service::is_ready)? {
        return Ok(());
    }
    println!("building the development page …");
    services.push(trunk(&toolbox, options)?);
    if !wait(&mut services, &stop, |_| page::answers(options.port))? {
        return Ok(());
    }
    println!(
        "\nThe card is at http://127.0.0.1:{}/ — Ctrl-C stops it.\n",
        options.port
    );
    wait(&mut services, &stop, |_| false)?;
    Ok(())
}

fn console(toolbox: &Toolbox, options: &Options) -> Result<Service> {
    let program = paths::console();
    let mut console = toolbox.command(&program.to_string_lossy())?;
    console
        .arg("--https-port")
        .arg(options.https_port.to_string());
    console
        .arg("--v3-https-port")
        .arg(options.v3_https_port.to_string());
    console
        .arg("--http-port")
        .arg(options.http_port.to_string());
    // The gallery's companies, each of which fails in its own way.
    console.arg("--faults").arg(paths::faults());
    Service::start("the console", console, Some("ready"))
}

fn trunk(toolbox: &Toolbox, options: &Options) -> Result<Service> {
    let backends = page::Backends {
        v2: options.https_port,
        v3: options.v3_https_port,
    };
    let mut trunk = toolbox.command("trunk")?;
    trunk
        .args(["serve", "--offline", "--config"])
        .arg(page::configuration(options.port, &backends)?)
        .stdin(Stdio::null());
    Service::start("trunk", trunk, None)
}

/// Waits until `done` holds for the last service. False if told to stop before; an error if a
/// service stops by itself.
fn wait(
    services: &mut [Service],
    stop: &Receiver<()>,
    done: impl Fn(&mut Service) -> bool,
) -> Result<bool> {
    loop {
        for service in &mut *services {
            if let Some(status) = service.ended()? {
                bail!(
                    "{} stopped by itself ({status}); what it said is above",
                    service.name()
                );
            }
        }
        if services.last_mut().is_some_and(&done) {
            return Ok(true);
        }
        if stop.recv_timeout(GLANCE) != Err(RecvTimeoutError::Timeout) {
            println!("\nstopping …");
            return Ok(false);
        }
    }
}

/// Hears of Ctrl-C and of a request to terminate.
fn stop_signal() -> Result<Receiver<()>> {
    let (sender, receiver) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Nobody listens any more once the services are being stopped.
        let _ = sender.send(());
    })
    .context("cannot listen for Ctrl-C")?;
    Ok(receiver)
}

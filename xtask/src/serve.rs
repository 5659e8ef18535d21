//! `cargo xtask serve`: the development page with a console behind it, until Ctrl-C; when either
//! stops, so does the other.

mod gateway;
mod page;
mod ports;
mod service;

use std::process::ExitStatus;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::tools::{self, Need, Packages, Toolbox};
use crate::{gallery, paths, process};
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
    /// Serve a portal behind the gateway of examples/nginx instead, over HTTPS at --port
    #[arg(long)]
    gateway: bool,
}

/// The tools that `serve` needs.
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
    if options.gateway {
        return gateway::run(options.port);
    }
    ports::require_free(&[
        ("--port", options.port),
        ("--https-port", options.https_port),
        ("--v3-https-port", options.v3_https_port),
        ("--http-port", options.http_port),
    ])?;
    let toolbox = tools::install(NEEDS)?;
    println!("building the console …");
    gallery::build_console(&toolbox)?;
    // Trunk runs offline, so that it downloads no tools of its own; cargo downloads its crates
    // before.
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
        // By path and not by inode: many editors replace a file instead of writing to it.
        .args(["--poll", "--poll-interval", "500ms"]);
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
                    "{}",
                    ended_by_itself(service.name(), status, &service.last_lines())
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

/// One sentence about the end of a service and the way on, above its last lines.
fn ended_by_itself(name: &str, status: ExitStatus, last_lines: &[String]) -> String {
    const AGAIN: &str = "run `cargo xtask serve` again";
    if last_lines.is_empty() {
        return format!("{name} ended by itself ({status}) and printed nothing; {AGAIN}");
    }
    format!(
        "{name} ended by itself ({status}); {AGAIN}, and if it ends again, these lines say why:\n  {}",
        last_lines.join("\n  ")
    )
}

/// Receives a message at Ctrl-C and at a request to terminate.
fn stop_signal() -> Result<Receiver<()>> {
    let (sender, receiver) = mpsc::channel();
    ctrlc::set_handler(move || {
        // Nobody listens any more once the services are being stopped.
        let _ = sender.send(());
    })
    .context("cannot listen for Ctrl-C")?;
    Ok(receiver)
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::Command;
    use std::sync::mpsc;

    use super::{Service, wait};

    fn shell(script: &str) -> anyhow::Result<Service> {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        Service::start("the console", command, Some("ready"))
    }

    #[test]
    fn a_service_that_ends_by_itself_is_one_sentence_above_its_last_lines() -> anyhow::Result<()> {
        let script = "echo ready; seq 1 30; echo thread main panicked >&2; exit 101";
        let (_running, stop) = mpsc::channel();
        let mut services = vec![shell(script)?];
        let Err(error) = wait(&mut services, &stop, |_| false) else {
            panic!("its end was not noticed");
        };
        let message = error.to_string();
        let (sentence, lines) = message.split_once('\n').unwrap_or_default();
        assert!(
            sentence.starts_with("the console ended by itself (exit status: 101)"),
            "{message}"
        );
        assert!(sentence.contains("`cargo xtask serve`"), "{message}");
        assert!(lines.ends_with("  30\n  thread main panicked"), "{message}");
        assert_eq!(lines.lines().count(), 20, "{message}");
        Ok(())
    }

    #[test]
    fn an_end_without_a_word_says_what_to_do_too() -> anyhow::Result<()> {
        let (_running, stop) = mpsc::channel();
        let mut services = vec![shell("kill -9 $$")?];
        let Err(error) = wait(&mut services, &stop, Service::is_ready) else {
            panic!("its end was not noticed");
        };
        let message = error.to_string();
        assert!(
            message.contains("signal: 9") && message.contains("`cargo xtask serve`"),
            "{message}"
        );
        Ok(())
    }

    #[test]
    fn a_service_is_ready_once_it_has_printed_the_line() -> anyhow::Result<()> {
        let (_running, stop) = mpsc::channel();
        let mut services = vec![shell("sleep 0.3; echo ready; sleep 60")?];
        assert!(wait(&mut services, &stop, Service::is_ready)?);
        Ok(())
    }
}

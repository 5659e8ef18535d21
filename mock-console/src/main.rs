//! Starts the console, says where it listens, and stops on Ctrl-C or SIGTERM.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use mock_console::{Options, Server};

#[tokio::main]
async fn main() -> ExitCode {
    let options = Options::parse();
    let stop = stop_signal();
    match Server::start(&options).await {
        Ok(server) => {
            // Whoever started the console may have stopped listening; that is no reason to end.
            let _ = announce(&server);
            server.run(stop).await;
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("mock-console: {error}");
            ExitCode::FAILURE
        }
    }
}

fn announce(server: &Server) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "https://{}", server.https_address())?;
    writeln!(out, "http://{}", server.http_address())?;
    writeln!(out, "https://{}", server.v3_https_address())?;
    writeln!(out, "ready")?;
    out.flush()
}

/// Listens from the call on, not from the first poll, so that no signal after `ready` is missed.
#[cfg(unix)]
fn stop_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let signals = (
        signal(SignalKind::interrupt()),
        signal(SignalKind::terminate()),
    );
    async move {
        if let (Ok(mut interrupt), Ok(mut terminate)) = signals {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        } else {
            std::future::pending::<()>().await;
        }
    }
}

#[cfg(not(unix))]
async fn stop_signal() {
    let _ = tokio::signal::ctrl_c().await;
}

//! `serve --gateway`: the released card on a portal's page, behind nginx as docs/deployment.md sets
//! it up, with the mock console.

use anyhow::Result;

use super::{Service, ports, stop_signal, wait};
use crate::tools::{self, Need};
use crate::{dist, gallery};

/// Builds the released files and serves them until it is told to stop.
pub(super) fn run(port: u16) -> Result<()> {
    ports::require_free(&[("--port", port)])?;
    dist::run(&dist::Options::default())?;
    let toolbox = tools::install(&[gallery::NEEDS, &[Need::WebServer]].concat())?;
    println!("building the console …");
    gallery::build_console(&toolbox)?;
    let stop = stop_signal()?;
    let mut node = gallery::node(&toolbox)?;
    node.args(["gateway/serve.js", &port.to_string()]);
    // Ctrl-C is for all three: Node, and its child processes.
    let mut services = vec![Service::start("the gateway", node, None)?];
    wait(&mut services, &stop, |_| false)?;
    Ok(())
}

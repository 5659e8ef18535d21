//! Ports: found to be taken before anything is built, not after.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Result, bail};

/// An error naming the first port that is taken, and the flag that chooses another.
pub(super) fn require_free(ports: &[(&str, u16)]) -> Result<()> {
    for (index, (flag, port)) in ports.iter().enumerate() {
        if ports.iter().take(index).any(|(_, other)| other == port) {
            bail!("port {port} is asked for twice; choose another with {flag}");
        }
        if TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_err() {
            bail!("port {port} is taken; stop what listens there, or choose another with {flag}");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::require_free;
    use std::net::TcpListener;

    #[test]
    fn a_taken_port_is_named_with_its_flag() -> anyhow::Result<()> {
        let taken = TcpListener::bind("127.0.0.1:0")?;
        let port = taken.local_addr()?.port();
        let error = require_free(&[("--port", port)])
            .err()
            .map(|error| error.to_string());
        let error = error.unwrap_or_default();
        assert!(
            error.contains(&port.to_string()) && error.contains("--port"),
            "{error}"
        );
        Ok(())
    }

    #[test]
    fn one_port_cannot_serve_two_ends() -> anyhow::Result<()> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        assert!(require_free(&[("--port", port)]).is_ok());
        assert!(require_free(&[("--port", port), ("--http-port", port)]).is_err());
        Ok(())
    }
}

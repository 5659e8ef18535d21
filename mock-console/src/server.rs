//! Three listeners on loopback: v2 over HTTPS, v3 over HTTPS, both over HTTP.

mod connection;
mod error;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;

pub use error::StartError;

use crate::actions::Actions;
use crate::api::Served;
use crate::cli::Options;
use crate::data::Data;
use crate::faults::{self, Faults};
use crate::shared::{Account, Console, Shared, V3};
use crate::tls::{self, Tls};
use crate::tokens::Tokens;
use crate::visits::Visits;
use crate::{api, control};

/// A console that holds its ports and answers once it [runs](Server::run).
pub struct Server {
    https: Port,
    v3_https: Port,
    http: Port,
    tls: Tls,
}

impl Server {
    /// Reads the payloads, makes a certificate and takes the ports.
    ///
    /// # Errors
    ///
    /// When a payload cannot be read or is not JSON, or a port is taken.
    pub async fn start(options: &Options) -> Result<Self, StartError> {
        let data = Data::read(&options.data, options.companies)?;
        for stray in &data.strays {
            eprintln!(
                "mock-console: {} is not served: see fixtures/README.md",
                stray.display()
            );
        }
        let faults = Faults::default();
        if let Some(file) = &options.faults {
            for (tenant, list) in faults::read(file)? {
                faults.set(data.key(&tenant), list);
            }
        }
        let lifetime = Duration::from_secs(options.token_lifetime.into());
        let https = Socket::take(options.https_port, "--https-port").await?;
        let v3_https = Socket::take(options.v3_https_port, "--v3-https-port").await?;
        let http = Socket::take(options.http_port, "--http-port").await?;
        let shared = Arc::new(Console {
            account: Account {
                username: options.username.clone(),
                password: options.password.clone(),
            },
            data,
            v2_tokens: Tokens::new(lifetime),
            v3: V3 {
                version: options.v3_version,
                tokens: Tokens::new(lifetime),
                keys: options.api_key.clone(),
                actions: Actions::default(),
                address: v3_https.address,
            },
            faults,
            visits: Visits::default(),
        });
        let served = |socket, served| Port {
            socket,
            routes: routes(served, &shared, options),
        };
        Ok(Self {
            https: served(https, Served::V2),
            v3_https: served(v3_https, Served::V3),
            http: served(http, Served::Both),
            tls: tls::self_signed().map_err(StartError::Certificate)?,
        })
    }

    /// Where v2 is served over HTTPS.
    #[must_use]
    pub fn https_address(&self) -> SocketAddr {
        self.https.socket.address
    }

    /// Where v3 is served over HTTPS.
    #[must_use]
    pub fn v3_https_address(&self) -> SocketAddr {
        self.v3_https.socket.address
    }

    /// Where both are served over plain HTTP.
    #[must_use]
    pub fn http_address(&self) -> SocketAddr {
        self.http.socket.address
    }

    /// The certificate of both HTTPS ports, in DER, for a client that is to trust it.
    #[must_use]
    pub fn certificate(&self) -> &[u8] {
        &self.tls.certificate
    }

    /// Answers until `stop` is ready, then drops every connection.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let tls = |port: Port| {
            let Port { socket, routes } = port;
            connection::accept_tls(socket.listener, self.tls.acceptor.clone(), routes)
        };
        tokio::select! {
            () = stop => {}
            () = tls(self.https) => {}
            () = tls(self.v3_https) => {}
            () = connection::accept_plain(self.http.socket.listener, self.http.routes) => {}
        }
    }
}

/// The control API, which every port has, and the APIs that this port serves.
fn routes(served: Served, shared: &Shared, options: &Options) -> Router {
    Router::new()
        .nest("/console", control::router(Arc::clone(shared)))
        .fallback_service(api::router(served, shared, &options.cors))
}

struct Port {
    socket: Socket,
    routes: Router,
}

/// A loopback port that is ours.
struct Socket {
    listener: TcpListener,
    address: SocketAddr,
}

impl Socket {
    async fn take(port: u16, flag: &'static str) -> Result<Self, StartError> {
        let refused = |error| StartError::Port { port, flag, error };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        Ok(Self { listener, address })
    }
}

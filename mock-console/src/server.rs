//! Two listeners on loopback, one set of routes.

mod connection;
mod cut;
mod error;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;

pub(crate) use cut::Cut;
pub use error::StartError;

use crate::cli::Options;
use crate::data::Data;
use crate::faults::{self, Faults};
use crate::shared::{Account, Console};
use crate::tls::{self, Tls};
use crate::tokens::Tokens;
use crate::visits::Visits;
use crate::{api, control};

/// A console that holds its ports and answers once it [runs](Server::run).
pub struct Server {
    https: Port,
    http: Port,
    tls: Tls,
    routes: Router,
}

impl Server {
    /// Reads the payloads, makes a certificate and takes the ports.
    ///
    /// # Errors
    ///
    /// When a payload cannot be read or is not JSON, or a port is taken.
    pub async fn start(options: &Options) -> Result<Self, StartError> {
        let data = Data::read(&options.data)?;
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
        let shared = Arc::new(Console {
            account: Account {
                username: options.username.clone(),
                password: options.password.clone(),
            },
            data,
            tokens: Tokens::new(lifetime),
            faults,
            visits: Visits::default(),
        });
        let https = Port::take(options.https_port, "--https-port").await?;
        let http = Port::take(options.http_port, "--http-port").await?;
        let routes = Router::new()
            .nest("/console", control::router(Arc::clone(&shared)))
            .fallback_service(api::router(&shared, &options.cors));
        let tls = tls::self_signed().map_err(StartError::Certificate)?;
        Ok(Self {
            https,
            http,
            tls,
            routes,
        })
    }

    /// Where HTTPS is served.
    #[must_use]
    pub fn https_address(&self) -> SocketAddr {
        self.https.address
    }

    /// Where plain HTTP is served.
    #[must_use]
    pub fn http_address(&self) -> SocketAddr {
        self.http.address
    }

    /// The certificate of the HTTPS port, in DER, for a client that is to trust it.
    #[must_use]
    pub fn certificate(&self) -> &[u8] {
        &self.tls.certificate
    }

    /// Answers until `stop` is ready, then drops every connection.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        tokio::select! {
            () = stop => {}
            () = connection::accept_tls(self.https.listener, self.tls.acceptor, self.routes.clone()) => {}
            () = connection::accept_plain(self.http.listener, self.routes) => {}
        }
    }
}

/// A loopback port that is ours.
struct Port {
    listener: TcpListener,
    address: SocketAddr,
}

impl Port {
    async fn take(port: u16, flag: &'static str) -> Result<Self, StartError> {
        let refused = |error| StartError::Port { port, flag, error };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        Ok(Self { listener, address })
    }
}

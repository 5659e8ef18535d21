//! A console on free ports, and a client for it.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Parser;
use http_body_util::Full;
use hyper::Request;
use mock_console::{Options, Server};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::CertificateDer;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::exchange::{Answer, Broken, exchange};

pub(crate) const SAMPLE: &str = "/v2/tenants/2/licensing/cloudConnectUsage";

#[derive(Debug, Clone, Copy)]
pub(crate) enum Scheme {
    /// v2 and v3.
    Http,
    /// v2 alone.
    Https,
    /// v3 alone.
    HttpsV3,
}

/// The ports that v2 is on.
pub(crate) const BOTH: [Scheme; 2] = [Scheme::Http, Scheme::Https];

/// The ports that v3 is on.
pub(crate) const BOTH_V3: [Scheme; 2] = [Scheme::Http, Scheme::HttpsV3];

/// A console that ends with the test's runtime.
pub(crate) struct Console {
    http: SocketAddr,
    https: SocketAddr,
    pub(crate) v3_https: SocketAddr,
    trust: Arc<ClientConfig>,
}

pub(crate) fn fixtures() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

impl Console {
    pub(crate) async fn start(flags: &[&str]) -> Self {
        let ports = [
            "--http-port",
            "0",
            "--https-port",
            "0",
            "--v3-https-port",
            "0",
        ];
        let options = Options::parse_from(["mock-console"].iter().chain(&ports).chain(flags));
        let server = Server::start(&options).await.expect("the console starts");
        let mut roots = RootCertStore::empty();
        roots
            .add(CertificateDer::from(server.certificate().to_vec()))
            .unwrap();
        let trust = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(roots)
            .with_no_client_auth();
        let (http, https) = (server.http_address(), server.https_address());
        let v3_https = server.v3_https_address();
        tokio::spawn(server.run(std::future::pending()));
        Self {
            http,
            https,
            v3_https,
            trust: Arc::new(trust),
        }
    }

    /// The token pair of a sign-in.
    pub(crate) async fn sign_in(&self) -> (String, String) {
        let answer = self
            .form(
                "/token",
                "grant_type=password&username=admin&password=console",
            )
            .await;
        assert_eq!(answer.status, 200);
        let pair = answer.json();
        let token = |name: &str| pair[name].as_str().unwrap().to_owned();
        (token("access_token"), token("refresh_token"))
    }

    /// GET with an access token.
    pub(crate) async fn get(&self, path: &str, token: &str) -> Answer {
        self.try_get(path, token)
            .await
            .expect("there is a whole answer")
    }

    pub(crate) async fn try_get(&self, path: &str, token: &str) -> Result<Answer, Broken> {
        let bearer = format!("Bearer {token}");
        self.send(Scheme::Http, "GET", path, &[("authorization", &bearer)], "")
            .await
    }

    pub(crate) async fn form(&self, path: &str, body: &str) -> Answer {
        let form = [("content-type", "application/x-www-form-urlencoded")];
        self.ask("POST", path, &form, body).await
    }

    /// A request over plain HTTP that is answered.
    pub(crate) async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        let answer = self.send(Scheme::Http, method, path, headers, body).await;
        answer.expect("there is a whole answer")
    }

    /// Sets a fault.
    pub(crate) async fn spoil(&self, tenant: &str, fault: &Value) {
        let path = format!("/console/faults/{tenant}");
        let answer = self.ask("PUT", &path, &[], &fault.to_string()).await;
        assert_eq!(
            answer.status,
            204,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
    }

    pub(crate) async fn send(
        &self,
        scheme: Scheme,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<Answer, Broken> {
        let mut request = Request::builder().method(method).uri(path);
        if headers.iter().all(|(name, _)| *name != "host") {
            request = request.header("host", "localhost");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::from(body.to_owned())).unwrap();
        let address = match scheme {
            Scheme::Http => {
                return exchange(TcpStream::connect(self.http).await.unwrap(), request).await;
            }
            Scheme::Https => self.https,
            Scheme::HttpsV3 => self.v3_https,
        };
        let socket = TcpStream::connect(address).await.unwrap();
        let connector = TlsConnector::from(Arc::clone(&self.trust));
        let name = "localhost".try_into().unwrap();
        exchange(connector.connect(name, socket).await.unwrap(), request).await
    }

    /// Whether a client that is told to trust the certificate accepts it for this name.
    pub(crate) async fn is_trusted_as(&self, name: &'static str) -> bool {
        let socket = TcpStream::connect(self.https).await.unwrap();
        let connector = TlsConnector::from(Arc::clone(&self.trust));
        connector
            .connect(name.try_into().unwrap(), socket)
            .await
            .is_ok()
    }
}

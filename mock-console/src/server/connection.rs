//! From a socket to the routes, by hand, because a fault may have to end the connection.

use std::error::Error;
use std::future::poll_fn;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tower::ServiceExt;

use crate::cut::Cut;

const HANDSHAKE: Duration = Duration::from_secs(10);

/// Serves plain HTTP; never returns.
pub(super) async fn accept_plain(listener: TcpListener, routes: Router) {
    accept(listener, move |socket| serve(socket, routes.clone())).await;
}

/// Serves HTTPS; never returns.
pub(super) async fn accept_tls(listener: TcpListener, acceptor: TlsAcceptor, routes: Router) {
    let serve_tls = move |socket| {
        let (handshake, routes) = (acceptor.accept(socket), routes.clone());
        async move {
            // A client that does not trust the certificate ends here; that is its affair.
            if let Ok(Ok(stream)) = timeout(HANDSHAKE, handshake).await {
                serve(stream, routes).await;
            }
        }
    };
    accept(listener, serve_tls).await;
}

/// The connections end with the future, since the set is dropped with it.
async fn accept<F>(listener: TcpListener, serve: impl Fn(TcpStream) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((socket, _)) => {
                    // Small answers must not wait for the acknowledgement of the ones before.
                    let _ = socket.set_nodelay(true);
                    connections.spawn(serve(socket));
                }
                // Out of file handles, most likely: some connection has to end first.
                Err(_) => sleep(Duration::from_millis(50)).await,
            },
        }
    }
}

async fn serve<S: Stream>(stream: S, routes: Router) {
    let service = service_fn(move |request: Request<Incoming>| {
        let answer = routes.clone().oneshot(request.map(Body::new));
        Box::pin(async move {
            let Ok(response) = answer.await;
            let cut = response.extensions().get::<Cut>().copied();
            cut.map_or(Ok(response), Err)
        })
    });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let end = poll_fn(|context| connection.poll_without_shutdown(context)).await;
    let mut stream = connection.into_parts().io.into_inner();
    let cut = end
        .as_ref()
        .err()
        .and_then(Error::source)
        .and_then(|source| source.downcast_ref());
    if cut == Some(&Cut::Reset) {
        // Closed with a zero linger time, a socket sends a reset.
        let _ = stream.socket().set_zero_linger();
    } else {
        let _ = stream.shutdown().await;
    }
}

trait Stream: AsyncRead + AsyncWrite + Unpin + Send + 'static {
    fn socket(&self) -> &TcpStream;
}

impl Stream for TcpStream {
    fn socket(&self) -> &TcpStream {
        self
    }
}

impl Stream for TlsStream<TcpStream> {
    fn socket(&self) -> &TcpStream {
        self.get_ref().0
    }
}

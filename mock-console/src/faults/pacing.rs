//! How a body goes over the wire: at once, drop by drop, without its length, or not to its end.

use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures_util::stream::{self, StreamExt};
use tokio::time::sleep;

/// Pieces of a dripping body.
const DROPS: usize = 20;

/// The pause in which written bytes leave, before the connection breaks off.
const BREATH: Duration = Duration::from_millis(50);

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Pacing {
    /// Zero: at once.
    pub(super) drip: Duration,
    /// The byte after which the connection is closed.
    pub(super) truncate_at: Option<usize>,
    /// Leaves `Content-Length` out.
    pub(super) chunked: bool,
}

impl Pacing {
    pub(super) fn is_usual(self) -> bool {
        self.drip.is_zero() && self.truncate_at.is_none() && !self.chunked
    }

    /// The same answer, at this pace.
    pub(crate) async fn set(self, response: Response) -> Response {
        if self.is_usual() {
            return response;
        }
        let (mut parts, body) = response.into_parts();
        // The console's own bodies are in memory, so reading one cannot fail.
        let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
        if !self.chunked {
            parts
                .headers
                .insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
        }
        Response::from_parts(parts, self.body(&bytes))
    }

    fn body(self, whole: &Bytes) -> Body {
        let sent = whole.slice(..self.truncate_at.unwrap_or(whole.len()).min(whole.len()));
        let truncated = sent.len() < whole.len();
        let pieces = if self.drip.is_zero() {
            vec![sent]
        } else {
            drops(&sent)
        };
        let pause = self.drip / u32::try_from(pieces.len().max(1)).unwrap_or(u32::MAX);
        let pieces = stream::iter(pieces).then(move |piece| async move {
            sleep(pause).await;
            Ok(piece)
        });
        let end = stream::iter(truncated.then_some(())).then(|()| async {
            sleep(BREATH).await;
            Err(io::Error::from(io::ErrorKind::ConnectionAborted))
        });
        Body::from_stream(pieces.chain(end))
    }
}

fn drops(bytes: &Bytes) -> Vec<Bytes> {
    let size = bytes.len().div_ceil(DROPS).max(1);
    let starts = (0..bytes.len()).step_by(size);
    starts
        .map(|start| bytes.slice(start..(start + size).min(bytes.len())))
        .collect()
}

//! The page's turn.

use gloo_timers::future::TimeoutFuture;

/// Gives the page its turn.
pub(crate) async fn next_task() {
    TimeoutFuture::new(0).await;
}

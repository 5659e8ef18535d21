//! Which request that was sent ahead a load may take: the very one that it would send itself.

use super::super::load::{HeadStart, Load, TokenSource};
use super::browser;
use crate::api::Request;
use crate::instant::Instant;

impl HeadStart {
    /// Whether the load would send the same request, and there is time left for the response.
    pub(super) fn serves(&self, load: &Load, request: Option<&Request>) -> bool {
        let Some(request) = request else { return false };
        load.data.is_none()
            && load.token == TokenSource::Fixed(Ok(None))
            && !self.taken()
            && self.url() == request.url()
            && self.credentials() == request.credentials.as_str()
            && self.began().plus(request.timeout) > browser::now()
    }

    pub(super) fn began(&self) -> Instant {
        Instant::from_millis(self.at())
    }
}

//! The token of one of the page's functions: called once for all fetches that wait for it, and
//! again when the server refuses that.

use std::time::Duration;

use super::super::{TokenProblem, TokenProvider, TokenReason, TokenSource};
use super::fetch::Step;
use super::{Effect, Loader, Now, Ticket};
use crate::api::{ConfigProblem, ErrorKind, Failure, Token};
use crate::instant::Instant;

/// How long a provider may take.
const TIMEOUT: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(super) struct Provider {
    source: TokenProvider,
    /// Its last result: a token, or that none is needed.
    token: Option<Token>,
    /// Counts its results.
    version: u32,
    /// Whether the server refused its last token.
    refused: bool,
    pub(super) call: Option<Call>,
}

/// A question that is not answered yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call {
    ticket: Ticket,
    pub(super) deadline: Instant,
}

impl Provider {
    pub(super) const fn new(source: TokenProvider) -> Self {
        Self {
            source,
            token: None,
            version: 0,
            refused: false,
            call: None,
        }
    }
}

impl Loader {
    /// The provider's token and its version, or `None` if it is called for one first.
    pub(super) fn token_of(
        &mut self,
        source: &TokenProvider,
        now: Now,
    ) -> Option<(Option<Token>, u32)> {
        let ticket = self.next_ticket();
        let provider = self.provider(source)?;
        if provider.version > 0 && !provider.refused {
            return Some((provider.token.clone(), provider.version));
        }
        if provider.call.is_none() {
            let deadline = now.at.plus(TIMEOUT);
            let reason = if provider.refused {
                TokenReason::Expired
            } else {
                TokenReason::Initial
            };
            provider.call = Some(Call { ticket, deadline });
            let source = provider.source.clone();
            self.calls.push(Effect::AskToken(ticket, source, reason));
        }
        None
    }

    /// The server refused the token of that version. Where there is a newer one, nothing is lost.
    pub(super) fn refuse(&mut self, source: &TokenProvider, version: u32) {
        if let Some(provider) = self.provider(source)
            && provider.version == version
        {
            provider.refused = true;
        }
    }

    pub(super) fn take_token(
        &mut self,
        ticket: Ticket,
        outcome: Result<Option<Token>, TokenProblem>,
        now: Now,
    ) {
        let is_this = |call: Call| call.ticket == ticket;
        let mut providers = self.providers.iter_mut();
        // A late token is not used: its provider was given up, or called again.
        let Some(provider) = providers.find(|one| one.call.is_some_and(is_this)) else {
            return;
        };
        let source = TokenSource::Provider(provider.source.clone());
        provider.call = None;
        let failure: Option<Failure> = match outcome {
            Ok(token) => {
                provider.token = token;
                provider.version = provider.version.wrapping_add(1).max(1);
                provider.refused = false;
                None
            }
            Err(TokenProblem::Refused) => Some(ErrorKind::Unauthorized.into()),
            Err(TokenProblem::Unsendable) => Some(ConfigProblem::Token.into()),
        };
        self.all_go_on(&source, failure.as_ref(), now);
    }

    /// Provider by provider: those that took too long give nothing.
    pub(super) fn give_up_on_providers(&mut self, now: Now) {
        let late = |one: &Provider| one.call.filter(|call| call.deadline <= now.at);
        while let Some(call) = self.providers.iter().find_map(late) {
            self.take_token(call.ticket, Err(TokenProblem::Refused), now);
        }
    }

    /// Whoever waited for the provider goes on with its token, or fails for want of one.
    fn all_go_on(&mut self, source: &TokenSource, failure: Option<&Failure>, now: Now) {
        while let Some(fetch) =
            self.take_fetch(&|fetch| matches!(fetch.step, Step::Token) && fetch.token == *source)
        {
            match failure {
                None => self.go_on(fetch, now),
                Some(failure) => self.end(fetch, failure, None, now),
            }
        }
    }

    /// Forgets tokens that no card needs any more.
    pub(super) fn forget_providers(&mut self) {
        let (cards, fetches) = (&self.cards, &self.fetches);
        self.providers.retain(|provider| {
            let token = TokenSource::Provider(provider.source.clone());
            cards.iter().any(|card| card.config.token == token)
                || fetches.iter().any(|fetch| fetch.token == token)
        });
    }

    pub(super) fn provider(&mut self, source: &TokenProvider) -> Option<&mut Provider> {
        self.providers
            .iter_mut()
            .find(|provider| provider.source == *source)
    }
}

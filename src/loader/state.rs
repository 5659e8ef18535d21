//! The card's state.

use std::rc::Rc;

use crate::api::Failure;
use crate::instant::Instant;
use crate::usage::Usage;

/// A usage report and its age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// The report.
    pub usage: Usage,
    /// When it was fetched, or handed over.
    pub fetched_at: Instant,
}

/// The state of a card. That a load is under way beside data or an error is the loader's to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// No load has begun.
    #[default]
    Idle,
    /// The first load is under way.
    Loading,
    /// The last load succeeded.
    Ready(Rc<Loaded>),
    /// The last load failed; these are the numbers before it.
    Stale {
        /// The last good numbers.
        loaded: Rc<Loaded>,
        /// Why there are no newer ones.
        failure: Failure,
    },
    /// The last load failed, and there are no numbers.
    Failed(Failure),
}

impl State {
    /// The name that pages see.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Loading => "loading",
            Self::Ready(loaded) if loaded.usage.is_empty() => "empty",
            Self::Ready(_) => "ready",
            Self::Stale { .. } => "stale",
            Self::Failed(_) => "error",
        }
    }

    /// The numbers on screen.
    #[must_use]
    pub const fn loaded(&self) -> Option<&Rc<Loaded>> {
        match self {
            Self::Ready(loaded) | Self::Stale { loaded, .. } => Some(loaded),
            Self::Idle | Self::Loading | Self::Failed(_) => None,
        }
    }

    /// The last error.
    #[must_use]
    pub const fn failure(&self) -> Option<&Failure> {
        match self {
            Self::Stale { failure, .. } | Self::Failed(failure) => Some(failure),
            Self::Idle | Self::Loading | Self::Ready(_) => None,
        }
    }

    /// A load begins: old numbers stay, an error without numbers gives way.
    pub(super) fn begin(&mut self) {
        if self.loaded().is_none() {
            *self = Self::Loading;
        }
    }

    /// A load failed: old numbers stay and are marked.
    pub(super) fn fail(&mut self, failure: Failure) {
        *self = match self.loaded() {
            Some(loaded) => Self::Stale {
                loaded: Rc::clone(loaded),
                failure,
            },
            None => Self::Failed(failure),
        };
    }
}

//! Asynchronous actions of v3: a request that was queued, and its result.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::http::StatusCode;

use crate::lock::lock;

/// The oldest go first.
const MOST_ACTIONS: usize = 1_000;

#[derive(Debug, Default)]
pub(crate) struct Actions(Mutex<VecDeque<Action>>);

#[derive(Debug, Clone)]
pub(crate) struct Action {
    pub(crate) id: String,
    pub(crate) query: BTreeMap<String, String>,
    /// Until then it is running.
    pub(crate) ends: Instant,
    /// The status and the body of the answer without the asynchronous action.
    pub(crate) status: StatusCode,
    pub(crate) body: Bytes,
}

impl Action {
    /// As the API writes it.
    pub(crate) fn status_name(&self) -> &'static str {
        if Instant::now() < self.ends {
            "running"
        } else if self.status.is_success() {
            "succeed"
        } else {
            "failed"
        }
    }
}

impl Actions {
    /// Queues an action that runs for this time, and returns its UUID.
    pub(crate) fn queue(
        &self,
        query: BTreeMap<String, String>,
        runs: Duration,
        (status, body): (StatusCode, Bytes),
    ) -> Result<String, getrandom::Error> {
        let id = random_uuid()?;
        let mut actions = lock(&self.0);
        if actions.len() >= MOST_ACTIONS {
            actions.pop_front();
        }
        actions.push_back(Action {
            id: id.clone(),
            query,
            ends: Instant::now() + runs,
            status,
            body,
        });
        Ok(id)
    }

    pub(crate) fn get(&self, id: &str) -> Option<Action> {
        let actions = lock(&self.0);
        let mut actions = actions.iter();
        actions
            .find(|action| action.id.eq_ignore_ascii_case(id))
            .cloned()
    }

    /// Whether there was such an action.
    pub(crate) fn forget(&self, id: &str) -> bool {
        let mut actions = lock(&self.0);
        let before = actions.len();
        actions.retain(|action| !action.id.eq_ignore_ascii_case(id));
        actions.len() < before
    }
}

fn random_uuid() -> Result<String, getrandom::Error> {
    let (high, low) = (getrandom::u64()?, getrandom::u64()?);
    Ok(format!(
        "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        low >> 52,
        low & 0xffff_ffff_ffff
    ))
}

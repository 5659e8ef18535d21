//! Faults spoil licensing answers: each company has a queue of them, worked off in turn.

mod fault;
mod generated;
mod pacing;
mod recorded;
mod written;

use std::collections::{HashMap, VecDeque};
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex};

pub(crate) use fault::{Fault, Outcome, Wrong};
pub(crate) use generated::Api;
pub(crate) use recorded::read;

use crate::lock::lock;

/// The key of the faults of all licensing requests whose company has none of its own.
pub(crate) const EVERY: &str = "every";

#[derive(Debug, Default)]
pub(crate) struct Faults(Mutex<HashMap<String, VecDeque<Waiting>>>);

#[derive(Debug)]
struct Waiting {
    fault: Arc<Fault>,
    /// `None`: until it is cleared.
    left: Option<NonZeroU32>,
}

impl Faults {
    /// Replaces the tenant's faults.
    pub(crate) fn set(&self, tenant: String, faults: Vec<Fault>) {
        let waiting = faults.into_iter().map(|fault| Waiting {
            left: fault.times,
            fault: Arc::new(fault),
        });
        lock(&self.0).insert(tenant, waiting.collect());
    }

    pub(crate) fn clear(&self, tenant: &str) {
        lock(&self.0).remove(tenant);
    }

    pub(crate) fn clear_all(&self) {
        lock(&self.0).clear();
    }

    /// The fault for the next request, counted down: the company's, or else every company's. A
    /// request for all organizations has no company.
    pub(crate) fn take(&self, company: Option<&str>) -> Option<Arc<Fault>> {
        let mut faults = lock(&self.0);
        let mut next = |key: &str| {
            let queue = faults.get_mut(key)?;
            let first = queue.front_mut()?;
            let fault = Arc::clone(&first.fault);
            if let Some(left) = first.left {
                first.left = NonZeroU32::new(left.get() - 1);
                if first.left.is_none() {
                    queue.pop_front();
                }
            }
            Some(fault)
        };
        company.and_then(&mut next).or_else(|| next(EVERY))
    }
}

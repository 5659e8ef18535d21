//! Faults spoil a tenant's licensing answers: each tenant has a queue of them, worked off in turn.

mod fault;
mod generated;
mod pacing;
mod recorded;
mod spoil;
mod written;

use std::collections::{HashMap, VecDeque};
use std::num::NonZeroU32;
use std::sync::{Arc, Mutex};

pub(crate) use fault::Fault;
pub(crate) use recorded::read;
pub(crate) use spoil::spoil;

use crate::lock::lock;

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

    /// The fault for the tenant's next request, counted down.
    fn take(&self, tenant: &str) -> Option<Arc<Fault>> {
        let mut faults = lock(&self.0);
        let queue = faults.get_mut(tenant)?;
        let first = queue.front_mut()?;
        let fault = Arc::clone(&first.fault);
        if let Some(left) = first.left {
            first.left = NonZeroU32::new(left.get() - 1);
            if first.left.is_none() {
                queue.pop_front();
            }
        }
        Some(fault)
    }
}

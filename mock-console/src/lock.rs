//! A lock that a panicking handler cannot take down with it.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks, also after a panic: every holder leaves whole values behind.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

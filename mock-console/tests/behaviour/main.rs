//! The console's promises, tested on a running one: over HTTP and HTTPS, on free ports.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

mod control;
mod cors;
mod exchange;
mod faults;
mod licensing;
mod program;
mod recordings;
mod running;
mod sign_in;
mod v3_access;
mod v3_actions;
mod v3_faults;
mod v3_same_usage;
mod v3_usage;

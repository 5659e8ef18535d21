//! The loader's machine: its effects for each event, and its invariants.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

#[path = "loader/histories.rs"]
mod histories;
#[path = "loader/loads.rs"]
mod loads;
#[path = "loader/retries.rs"]
mod retries;
#[path = "loader/rig.rs"]
mod rig;
#[path = "loader/sharing.rs"]
mod sharing;
#[path = "loader/timing.rs"]
mod timing;
#[path = "loader/tokens.rs"]
mod tokens;

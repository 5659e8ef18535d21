//! The reader's results for payloads, in the shape of each version of the API.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

#[path = "payload/json.rs"]
mod json;
#[path = "payload/served.rs"]
mod served;
#[path = "payload/v2.rs"]
mod v2;
#[path = "payload/v3.rs"]
mod v3;

use licensing_card::usage::{Measure, Usage, to_csv};

/// The total, as machines and units.
fn total(usage: &Usage) -> String {
    amount(usage, Measure::Total)
}

fn amount(usage: &Usage, measure: Measure) -> String {
    let amount = usage.totals().get(measure);
    format!("{} {}", amount.count, amount.instances)
}

/// The rows of the CSV.
fn rows(usage: &Usage) -> Vec<String> {
    let csv = to_csv(&mut usage.workloads().iter());
    csv.lines().skip(1).map(str::to_owned).collect()
}

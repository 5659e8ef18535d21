//! Organizations, servers and workloads, mostly as a server sends them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use licensing_card_fuzz::organizations::Organization;
use licensing_card_fuzz::payload::check_all;
use serde_json::Value;

fuzz_target!(|organizations: Vec<Organization>| {
    let organizations: Value = organizations.iter().map(Organization::json).collect();
    check_all(organizations.to_string().as_bytes());
});

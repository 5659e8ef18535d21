//! Rows, mostly as a server sends them, so that many of them are added up.
#![no_main]

use libfuzzer_sys::fuzz_target;
use licensing_card_fuzz::payload::{check, v2};
use licensing_card_fuzz::rows::Row;
use serde_json::Value;

fuzz_target!(|rows: Vec<Row>| {
    let rows: Value = rows.iter().map(Row::json).collect();
    check(rows.to_string().as_bytes(), &v2());
});

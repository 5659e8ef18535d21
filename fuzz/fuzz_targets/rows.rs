//! Rows that mostly are what a server sends, so that many of them are added up.
#![no_main]

use libfuzzer_sys::fuzz_target;
use licensing_card_fuzz::rows::Row;

fuzz_target!(|rows: Vec<Row>| {
    licensing_card_fuzz::payload::check(&rows.iter().map(Row::json).collect());
});

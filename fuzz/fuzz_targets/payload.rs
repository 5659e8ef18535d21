//! Any bytes, as an answer of the server's.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    if let Ok(payload) = serde_json::from_slice(body) {
        licensing_card_fuzz::payload::check(&payload);
    }
});

//! Any bytes, as the body of an error.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    if let Ok(body) = serde_json::from_slice(body) {
        licensing_card_fuzz::words::check_body(body);
    }
});

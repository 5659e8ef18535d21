//! Any bytes, as a response of either version.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    licensing_card_fuzz::payload::check_all(body);
});

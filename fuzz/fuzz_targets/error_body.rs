//! Any bytes, as the body of an error.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &[u8]| {
    licensing_card_fuzz::words::check_body(body);
});

//! Texts with a token in them, whole, in pieces or disguised.
#![no_main]

use libfuzzer_sys::fuzz_target;
use licensing_card_fuzz::words::{Piece, check_text, text};

fuzz_target!(|given: (String, Vec<Piece>)| {
    let (token, pieces) = given;
    check_text(&text(&pieces, &token), &token);
});

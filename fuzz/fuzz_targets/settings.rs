//! Settings of pages, and headers of servers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use licensing_card_fuzz::settings::{self, Address};

fuzz_target!(|given: (Address, &str, &str, &str, f64)| {
    let (address, tenant, token, header, date) = given;
    settings::check_endpoint(&address);
    settings::check_form(tenant);
    settings::check_tenant(tenant);
    settings::check_token(token);
    settings::check_retry_after(header, date);
});

//! A payload as tests, here and in `fuzz/`, have it, read as the card reads it.

use licensing_card::api::{Api, Expected, Invalid, Resource, read};
use licensing_card::usage::Usage;

/// A payload of version 2.
pub(crate) const V2: Expected = Expected {
    api: Api::V2,
    resource: Resource::CloudConnectUsage,
    tenant: None,
    is_fetched: true,
};

/// The usage that a payload of version 2 comes to.
pub(crate) fn usage(payload: &impl ToString) -> Result<Usage, Invalid> {
    read(payload.to_string().as_bytes(), &V2)
}

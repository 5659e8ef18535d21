//! Faults from a file, for a console that is to misbehave from its start: each tenant's, as the
//! control API takes them.

use std::collections::HashMap;
use std::path::Path;

use serde_json::value::RawValue;

use super::fault::Fault;
use crate::data::{DataError, json_file, parsed};

/// The faults of each tenant in `file`.
pub(crate) fn read(file: &Path) -> Result<Vec<(String, Vec<Fault>)>, DataError> {
    let refused = |reason| DataError::refused(file.to_owned(), reason);
    let bytes = json_file(file)?.ok_or_else(|| refused("does not exist".to_owned()))?;
    let tenants: HashMap<String, Box<RawValue>> = parsed(file, &bytes)?;
    let list =
        |(tenant, faults): (String, Box<RawValue>)| match Fault::list(faults.get().as_bytes()) {
            Ok(list) => Ok((tenant, list)),
            Err(error) => Err(refused(format!("tenant {tenant} has no fault: {error}"))),
        };
    tenants.into_iter().map(list).collect()
}

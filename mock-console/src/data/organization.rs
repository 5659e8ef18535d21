//! A company's usage in v3's shape: the items of `data` that are about it.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// An item of `data`. A company has one for each holder of a license.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Organization {
    #[serde(rename = "organizationUid")]
    pub(crate) uid: String,
    #[serde(rename = "organizationType")]
    pub(crate) kind: Option<String>,
    pub(crate) provider_uid: Option<String>,
    #[serde(default)]
    pub(crate) servers: Vec<Server>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Server {
    #[serde(rename = "serverUid", skip_serializing_if = "Option::is_none")]
    pub(crate) uid: Option<String>,
    #[serde(rename = "serverType", skip_serializing_if = "Option::is_none")]
    pub(crate) kind: Option<String>,
    /// Served as recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) workloads: Option<Box<RawValue>>,
}

impl Organization {
    /// A company for which nothing is recorded.
    pub(super) fn without_usage(uid: &str) -> Self {
        Self {
            uid: uid.to_owned(),
            kind: Some("Company".to_owned()),
            provider_uid: None,
            servers: Vec::new(),
        }
    }
}

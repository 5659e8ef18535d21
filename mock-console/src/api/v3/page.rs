//! The envelope of v3's answers.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::parameters::Page;
use crate::problem::{V3Refusal, json};

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Envelope<T> {
    pub(super) meta: Option<Meta>,
    pub(super) errors: Option<Vec<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) data: Option<T>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Meta {
    pub(super) paging_info: PagingInfo,
}

#[derive(Debug, Serialize)]
pub(super) struct PagingInfo {
    pub(super) total: usize,
    pub(super) count: usize,
    pub(super) offset: usize,
}

impl<T> Envelope<T> {
    /// A single resource.
    pub(super) fn of(data: T) -> Self {
        Self {
            meta: None,
            errors: None,
            data: Some(data),
        }
    }
}

impl<T> Envelope<Vec<T>> {
    /// This page of all items.
    pub(super) fn page(items: impl Iterator<Item = T>, page: Page) -> Self {
        let items: Vec<T> = items.collect();
        let total = items.len();
        let items: Vec<T> = items
            .into_iter()
            .skip(page.offset)
            .take(page.limit)
            .collect();
        let paging_info = PagingInfo {
            total,
            count: items.len(),
            offset: page.offset,
        };
        Self {
            meta: Some(Meta { paging_info }),
            errors: None,
            data: Some(items),
        }
    }
}

impl<T: Serialize> IntoResponse for Envelope<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self) {
            Ok(body) => json(StatusCode::OK, body),
            Err(error) => {
                V3Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
            }
        }
    }
}

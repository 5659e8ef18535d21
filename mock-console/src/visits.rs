//! Every API request is written down, so that a test can say what was asked, and how often.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use serde::Serialize;

use crate::lock::lock;
use crate::server::Cut;
use crate::shared::Shared;

/// The oldest go first.
const MOST_VISITS: usize = 10_000;

#[derive(Debug, Default)]
pub(crate) struct Visits(Mutex<Book>);

#[derive(Debug, Default)]
struct Book {
    next_number: u64,
    visits: VecDeque<Visit>,
}

/// One request and, once there is one, the status of its answer.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Visit {
    number: u64,
    /// Milliseconds since 1970.
    time: u64,
    method: String,
    path: String,
    query: Option<String>,
    headers: BTreeMap<String, String>,
    status: Option<u16>,
}

impl Visit {
    /// Whether the path is under `/v2/tenants/{tenant}`.
    fn concerns(&self, tenant: &str) -> bool {
        let rest = self.path.strip_prefix("/v2/tenants/").unwrap_or_default();
        rest.split('/')
            .next()
            .is_some_and(|id| id.eq_ignore_ascii_case(tenant))
    }
}

impl Visits {
    /// Oldest first; all, or those that concern one tenant.
    pub(crate) fn list(&self, tenant: Option<&str>) -> Vec<Visit> {
        let book = lock(&self.0);
        let concerned = |visit: &&Visit| tenant.is_none_or(|tenant| visit.concerns(tenant));
        book.visits.iter().filter(concerned).cloned().collect()
    }

    pub(crate) fn forget(&self, tenant: Option<&str>) {
        lock(&self.0)
            .visits
            .retain(|visit| tenant.is_some_and(|tenant| !visit.concerns(tenant)));
    }

    fn arrived(&self, request: &Request) -> u64 {
        let mut headers: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in request.headers() {
            let value = String::from_utf8_lossy(value.as_bytes());
            headers
                .entry(name.to_string())
                .and_modify(|earlier| *earlier = format!("{earlier}, {value}"))
                .or_insert_with(|| value.to_string());
        }
        let since_1970 = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let mut book = lock(&self.0);
        let number = book.next_number;
        book.next_number += 1;
        if book.visits.len() >= MOST_VISITS {
            book.visits.pop_front();
        }
        book.visits.push_back(Visit {
            number,
            time: u64::try_from(since_1970.as_millis()).unwrap_or(u64::MAX),
            method: request.method().to_string(),
            path: request.uri().path().to_owned(),
            query: request.uri().query().map(ToOwned::to_owned),
            headers,
            status: None,
        });
        number
    }

    fn answered(&self, number: u64, status: StatusCode) {
        let mut book = lock(&self.0);
        if let Some(visit) = book.visits.iter_mut().find(|visit| visit.number == number) {
            visit.status = Some(status.as_u16());
        }
    }
}

/// Writes the request down on arrival, so that one that is never answered is there too.
pub(crate) async fn record(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let number = shared.visits.arrived(&request);
    let response = next.run(request).await;
    if response.extensions().get::<Cut>().is_none() {
        shared.visits.answered(number, response.status());
    }
    response
}

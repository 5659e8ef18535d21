//! The log of API requests.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

use axum::extract::Request;
use axum::http::StatusCode;
use serde::Serialize;

use crate::lock::lock;

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
    /// The company that the request names, by `Data::key`.
    #[serde(skip)]
    company: Option<String>,
}

impl Visits {
    /// Oldest first; all, or those of one company.
    pub(crate) fn list(&self, company: Option<&str>) -> Vec<Visit> {
        let book = lock(&self.0);
        let concerned = |visit: &&Visit| company.is_none() || visit.company.as_deref() == company;
        book.visits.iter().filter(concerned).cloned().collect()
    }

    pub(crate) fn forget(&self, company: Option<&str>) {
        lock(&self.0)
            .visits
            .retain(|visit| company.is_some() && visit.company.as_deref() != company);
    }

    pub(crate) fn arrived(&self, request: &Request, company: Option<String>) -> u64 {
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
            company,
        });
        number
    }

    pub(crate) fn answered(&self, number: u64, status: StatusCode) {
        let visits = &mut lock(&self.0).visits;
        let index = visits.binary_search_by_key(&number, |visit| visit.number);
        if let Some(visit) = index.ok().and_then(|index| visits.get_mut(index)) {
            visit.status = Some(status.as_u16());
        }
    }
}

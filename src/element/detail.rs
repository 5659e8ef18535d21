//! The objects that pages read: the usage, and the error.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

use crate::api::Failure;
use crate::card::message;
use crate::loader::{Load, Loaded};
use crate::locale::Locale;
use crate::usage::{Amount, Measure, Tally};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct UsageDetail<'a> {
    resource: &'a str,
    tenant: Option<&'a str>,
    unit: &'a str,
    fetched_at: String,
    workloads: Vec<WorkloadDetail<'a>>,
    totals: TallyDetail,
}

#[derive(Serialize)]
struct WorkloadDetail<'a> {
    r#type: &'a str,
    label: &'a str,
    rental: AmountDetail,
    new: AmountDetail,
    used: AmountDetail,
    total: AmountDetail,
}

#[derive(Serialize)]
struct TallyDetail {
    rental: AmountDetail,
    new: AmountDetail,
    used: AmountDetail,
    total: AmountDetail,
}

#[derive(Serialize)]
struct AmountDetail {
    count: f64,
    instances: f64,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ErrorDetail<'a> {
    kind: &'a str,
    status: Option<u16>,
    message: String,
    retryable: bool,
    retry_at: Option<String>,
    detail: Option<&'a str>,
}

impl AmountDetail {
    fn of(tally: &Tally, measure: Measure) -> Self {
        let Amount { count, instances } = tally.get(measure);
        Self {
            count: count.to_f64(),
            instances: instances.to_f64(),
        }
    }
}

/// The usage on screen.
pub(super) fn usage(loaded: &Loaded, load: &Load, locale: &Locale) -> JsValue {
    let workloads = loaded
        .usage
        .workloads()
        .iter()
        .map(|workload| WorkloadDetail {
            r#type: workload.kind.as_str(),
            label: locale.label(&workload.kind),
            rental: AmountDetail::of(&workload.tally, Measure::Rental),
            new: AmountDetail::of(&workload.tally, Measure::New),
            used: AmountDetail::of(&workload.tally, Measure::Used),
            total: AmountDetail::of(&workload.tally, Measure::Total),
        });
    let totals = loaded.usage.totals();
    to_js(&UsageDetail {
        resource: load.resource.as_str(),
        tenant: Some(load.tenant.as_str()).filter(|tenant| !tenant.is_empty()),
        unit: loaded.usage.unit().as_str(),
        fetched_at: loaded.fetched_at.to_string(),
        workloads: workloads.collect(),
        totals: TallyDetail {
            rental: AmountDetail::of(totals, Measure::Rental),
            new: AmountDetail::of(totals, Measure::New),
            used: AmountDetail::of(totals, Measure::Used),
            total: AmountDetail::of(totals, Measure::Total),
        },
    })
}

/// An error as pages see it.
pub(super) fn error(failure: &Failure, locale: &Locale) -> JsValue {
    to_js(&ErrorDetail {
        kind: failure.kind.as_str(),
        status: failure.status,
        message: message(failure, locale),
        retryable: failure.retryable(),
        retry_at: failure.retry_at.map(|at| at.to_string()),
        detail: failure.detail.as_deref(),
    })
}

fn to_js(value: &impl Serialize) -> JsValue {
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or_default()
}

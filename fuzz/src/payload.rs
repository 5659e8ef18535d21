//! A payload is the exact usage that it says, or none at all.

use licensing_card::api::{Api, Expected, Resource, Tenant, read};
use licensing_card::usage::{Entry, Measure, Tally, Unit, Usage, UsageBuilder, to_csv};
use serde_json::Value;

use crate::amount::millionths;
use crate::json;
use crate::reference::{self, Sums};

const MEASURES: [Measure; 3] = [Measure::Rental, Measure::New, Measure::Used];
/// The company whose numbers are read.
pub const UID: &str = "11111111-aaaa-4aaa-8aaa-111111111111";

/// Holds bytes to all that is promised of them, in every version and for every resource.
pub fn check_all(bytes: &[u8]) {
    check(bytes, &v2());
    for resource in [
        Resource::CloudConnectUsage,
        Resource::BackupServerUsage,
        Resource::AvailabilityConsoleUsage,
    ] {
        check(bytes, &v3(resource, true));
    }
    check(bytes, &v3(Resource::CloudConnectUsage, false));
}

/// A response of version 2.
#[must_use]
pub const fn v2() -> Expected {
    Expected {
        api: Api::V2,
        resource: Resource::CloudConnectUsage,
        tenant: None,
        is_fetched: true,
    }
}

/// A response of version 3, or a payload that the page hands over.
#[must_use]
pub fn v3(resource: Resource, is_fetched: bool) -> Expected {
    Expected {
        api: Api::V3,
        resource,
        tenant: is_fetched.then(|| Tenant::Uid(UID.to_owned())),
        is_fetched,
    }
}

/// Holds bytes to all that is promised of them.
pub fn check(bytes: &[u8], expected: &Expected) {
    let payload = json::parse(bytes);
    let report = payload
        .as_ref()
        .and_then(|payload| reference::read(payload, expected));
    let usage = read(bytes, expected);
    let (Ok(usage), Some(report)) = (&usage, &report) else {
        let text = String::from_utf8_lossy(bytes);
        assert_eq!(
            usage.is_ok(),
            report.is_some(),
            "{usage:?} {expected:?} {text}"
        );
        assert_ne!(usage.unwrap_err().to_string(), "");
        return;
    };

    let unit = report.unit.as_deref().unwrap_or("instances");
    assert_eq!(usage.unit().as_str(), unit);
    equals(usage.totals(), &report.totals);
    assert_eq!(usage.workloads().len(), report.workloads.len());
    for workload in usage.workloads() {
        let kind = workload.kind.as_str().to_ascii_lowercase();
        equals(&workload.tally, &report.workloads[&kind]);
    }
    totals_are_the_sum(usage);
    if expected.api == Api::V2 {
        order_makes_no_difference(usage, &payload.unwrap_or_default());
    }
    adding_up_twice_changes_nothing(usage);
    csv_reads_back(usage);
}

fn equals(tally: &Tally, sums: &Sums) {
    for (at, measure) in MEASURES.into_iter().enumerate() {
        let amount = tally.get(measure);
        assert_eq!(amount.count.to_string(), sums.machines[at].to_string());
        let written = amount.instances.to_string();
        assert_eq!(millionths(&written), sums.millionths[at]);
        reads_back(amount.instances.to_f64(), &written);
    }
    let total = tally.get(Measure::Total);
    let machines: u128 = sums.machines.iter().sum();
    assert_eq!(total.count.to_string(), machines.to_string());
    let written = total.instances.to_string();
    assert_eq!(millionths(&written), sums.millionths.iter().sum());
    reads_back(total.instances.to_f64(), &written);
}

/// JavaScript's number is the nearest one to the text.
fn reads_back(number: f64, written: &str) {
    assert_eq!(Ok(number), written.parse());
}

fn totals_are_the_sum(usage: &Usage) {
    for measure in Measure::ALL {
        let sum = |value: fn(&Tally, Measure) -> u128| -> (u128, u128) {
            let of = |tally| value(tally, measure);
            (
                of(usage.totals()),
                usage
                    .workloads()
                    .iter()
                    .map(|workload| of(&workload.tally))
                    .sum(),
            )
        };
        let (total, rows) =
            sum(|tally, measure| millionths(&tally.get(measure).instances.to_string()));
        assert_eq!(total, rows);
        let (total, rows) = sum(|tally, measure| millionths(&tally.get(measure).count.to_string()));
        assert_eq!(total, rows);
    }
}

fn order_makes_no_difference(usage: &Usage, payload: &Value) {
    let rows = payload.get("data").unwrap_or(payload);
    let mut rows = rows.as_array().cloned().unwrap_or_default();
    let middle = rows.len() / 2;
    for turn in [
        |_, rows: &mut Vec<Value>| rows.reverse(),
        |by, rows: &mut Vec<Value>| rows.rotate_left(by),
    ] {
        turn(middle, &mut rows);
        let text = Value::from(rows.clone()).to_string();
        let turned = read(text.as_bytes(), &v2());
        assert_eq!(turned.as_ref(), Ok(usage));
        // Only the spelling of an unknown type is the first one met.
        let csv = turned.as_ref().map(csv_of).unwrap_or_default();
        assert!(csv.eq_ignore_ascii_case(&csv_of(usage)));
    }
}

/// A merged report is merged into itself, whole or half with half.
fn adding_up_twice_changes_nothing(usage: &Usage) {
    let mut builder = UsageBuilder::default();
    for workload in usage.workloads() {
        let entry = Entry {
            kind: workload.kind.as_str(),
            unit: Some(usage.unit().clone()),
            tally: workload.tally,
        };
        assert_eq!(builder.add(&entry), Ok(()));
    }
    // Without rows there is no unit but the default one.
    let again = builder.build(Some(Unit::default()));
    assert_eq!(&again, usage);
    assert_eq!(csv_of(&again), csv_of(usage));
}

fn csv_of(usage: &Usage) -> String {
    to_csv(&mut usage.workloads().iter())
}

fn csv_reads_back(usage: &Usage) {
    let text = csv_of(usage);
    assert!(text.ends_with("\r\n"));
    let mut lines = csv::Reader::from_reader(text.as_bytes());
    let lines: Result<Vec<_>, _> = lines.records().collect();
    // A line of another length than the header's is an error.
    let lines = lines.expect("the CSV is one");
    assert_eq!(lines.len(), usage.workloads().len());
    for (line, workload) in lines.iter().zip(usage.workloads()) {
        let kind = workload.kind.as_str();
        let mut seen = kind
            .chars()
            .filter(|char| !char.is_control() && !char.is_whitespace());
        let is_formula = seen.next().is_some_and(|first| "=+-@".contains(first));
        let is_inert = &line[0] == format!("'{kind}").as_str();
        assert!(is_inert || &line[0] == kind, "{line:?}");
        assert!(is_inert || !is_formula, "{line:?}");
        let is_plain = kind.starts_with(|first: char| first.is_ascii_alphanumeric());
        assert!(!(is_inert && is_plain), "{line:?}");
        for (at, measure) in MEASURES.into_iter().enumerate() {
            let amount = workload.tally.get(measure);
            assert_eq!(line[at + 1], amount.count.to_string());
            assert_eq!(line[at + 4], amount.instances.to_string());
        }
    }
}

//! A payload is the exact usage that it says, or none at all.

use licensing_card::usage::{Entry, Measure, Tally, Usage, to_csv};
use serde_json::Value;

use crate::amount::millionths;
use crate::reference::{self, Sums};
use crate::served::{add_up, entries};

const MEASURES: [Measure; 3] = [Measure::Rental, Measure::New, Measure::Used];

/// Holds a payload to all that is promised of it.
pub fn check(payload: &Value) {
    let rows = reference::rows(payload);
    let entries = entries(payload.clone());
    let usage = entries.as_deref().and_then(add_up);
    let expected = rows.and_then(reference::expected);
    let (Some(usage), Some(expected)) = (&usage, &expected) else {
        assert_eq!(usage.is_some(), expected.is_some(), "{payload}");
        return;
    };

    let unit = expected.unit.as_deref().unwrap_or("instances");
    assert_eq!(usage.unit().as_str(), unit);
    equals(usage.totals(), &expected.totals);
    assert_eq!(usage.workloads().len(), expected.workloads.len());
    for workload in usage.workloads() {
        let kind = workload.kind.as_str().to_ascii_lowercase();
        equals(&workload.tally, &expected.workloads[&kind]);
    }
    totals_are_the_sum(usage);
    order_makes_no_difference(usage, entries.unwrap_or_default());
    adding_up_twice_changes_nothing(usage);
    csv_reads_back(usage);
}

fn equals(tally: &Tally, sums: &Sums) {
    for (at, measure) in MEASURES.into_iter().enumerate() {
        let amount = tally.get(measure);
        assert_eq!(amount.count.to_string(), sums.machines[at].to_string());
        let written = amount.instances.to_string();
        assert!(sums.units[at].has(&written), "{written} {sums:?}");
        reads_back(amount.instances.to_f64(), &written);
    }
    let (machines, units) = sums.total();
    let total = tally.get(Measure::Total);
    assert_eq!(total.count.to_string(), machines.to_string());
    assert!(
        units.has(&total.instances.to_string()),
        "{total:?} {sums:?}"
    );
    reads_back(total.instances.to_f64(), &total.instances.to_string());
}

/// JavaScript's number is the nearest one to what is written.
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

fn order_makes_no_difference(usage: &Usage, mut entries: Vec<Entry>) {
    let middle = entries.len() / 2;
    for turn in [
        |_, entries: &mut Vec<Entry>| entries.reverse(),
        |by, entries: &mut Vec<Entry>| entries.rotate_left(by),
    ] {
        turn(middle, &mut entries);
        let turned = add_up(&entries);
        assert_eq!(turned.as_ref(), Some(usage));
        // Only the spelling of an unknown type is the first one met.
        let csv = turned.as_ref().map(csv_of).unwrap_or_default();
        assert!(csv.eq_ignore_ascii_case(&csv_of(usage)));
    }
}

/// What has been merged is merged into itself, whole or half with half.
fn adding_up_twice_changes_nothing(usage: &Usage) {
    let merged: Vec<Entry> = usage
        .workloads()
        .iter()
        .map(|workload| Entry {
            kind: workload.kind.clone(),
            unit: usage.unit().clone(),
            tally: workload.tally,
        })
        .collect();
    // Without rows there is no unit but the default one.
    let again = add_up(&merged);
    assert_eq!(again.as_ref(), Some(usage));
    assert_eq!(again.as_ref().map(csv_of), Some(csv_of(usage)));
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
        let formula = kind.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
        assert_eq!(
            &line[0],
            if formula {
                format!("'{kind}")
            } else {
                kind.to_owned()
            }
        );
        for (at, measure) in MEASURES.into_iter().enumerate() {
            let amount = workload.tally.get(measure);
            assert_eq!(line[at + 1], amount.count.to_string());
            assert_eq!(line[at + 4], amount.instances.to_string());
        }
    }
}

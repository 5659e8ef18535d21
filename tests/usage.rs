//! Invariants of every report.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

#[path = "payload/served.rs"]
mod served;

use licensing_card::usage::{Measure, Usage, to_csv};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The usage that a payload comes to.
fn read(payload: &Value) -> Option<Usage> {
    served::usage(payload).ok()
}

/// Millionths, so that the expected sums are integers.
fn amount() -> impl Strategy<Value = u64> {
    prop_oneof![
        Just(0),
        0..100_u64,
        0..10_000_000_u64,
        0..1_000_000_000_000_000_u64
    ]
}

prop_compose! {
    fn row()(
        kind in prop::sample::select(vec![
            "CC_VM_Backup", "cc_vm_backup", "CC_Server_Backup", "custom", "Custom", "ähnlich", "",
        ]),
        counts in prop::array::uniform3(0..100_000_u64),
        amounts in prop::array::uniform3(amount()),
        units in any::<bool>(),
    ) -> (Value, [u64; 6]) {
        let [rental, new, used] = amounts.map(decimal);
        let suffix = if units { "Units" } else { "Instances" };
        let row = json!({
            "type": kind,
            "rentalCount": counts[0], "newCount": counts[1], "usedCount": counts[2],
            format!("rental{suffix}"): rental, format!("new{suffix}"): new,
            format!("used{suffix}"): used,
        });
        (row, [counts[0], counts[1], counts[2], amounts[0], amounts[1], amounts[2]])
    }
}

/// The number as a JSON text would have it.
#[expect(clippy::cast_precision_loss, reason = "that is what is tested")]
fn decimal(millionths: u64) -> f64 {
    millionths as f64 / 1e6
}

fn written(millionths: u64) -> String {
    let text = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn totals_are_the_exact_sum_of_the_rows(rows in prop::collection::vec(row(), 0..20)) {
        let payload = rows.iter().map(|(row, _)| row.clone()).collect();
        let usage = read(&payload).unwrap();
        let sum = |at: usize| rows.iter().map(|(_, numbers)| numbers[at]).sum::<u64>();
        let measures = [Measure::Rental, Measure::New, Measure::Used];
        for (at, measure) in measures.into_iter().enumerate() {
            let total = usage.totals().get(measure);
            prop_assert_eq!(total.count.to_string(), sum(at).to_string());
            prop_assert_eq!(total.instances.to_string(), written(sum(at + 3)));
        }
        let total = usage.totals().get(Measure::Total);
        prop_assert_eq!(total.instances.to_string(), written(sum(3) + sum(4) + sum(5)));
        prop_assert_eq!(total.count.to_string(), (sum(0) + sum(1) + sum(2)).to_string());
    }

    #[test]
    fn the_order_received_makes_no_difference(
        (rows, shuffled) in prop::collection::vec(row(), 0..20)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let payload = |rows: &[(Value, _)]| -> Value {
            rows.iter().map(|(row, _): &(Value, [u64; 6])| row.clone()).collect()
        };
        let (one, other) = (read(&payload(&rows)).unwrap(), read(&payload(&shuffled)).unwrap());
        // Only the spelling of an unknown type is the first one met.
        let csv = |usage: &Usage| to_csv(&mut usage.workloads().iter()).to_lowercase();
        prop_assert_eq!(csv(&one), csv(&other));
        prop_assert_eq!(one, other);
    }

    #[test]
    fn rows_of_one_type_are_one_workload(rows in prop::collection::vec(row(), 0..20)) {
        let usage = read(&rows.iter().map(|(row, _)| row.clone()).collect()).unwrap();
        let kinds: Vec<_> = usage.workloads().iter().map(|workload| &workload.kind).collect();
        prop_assert!(kinds.is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn no_json_panics(payload in json_value()) {
        if let Some(usage) = read(&payload) {
            let rows = usage.workloads().len();
            prop_assert!(to_csv(&mut usage.workloads().iter()).matches("\r\n").count() > rows);
        }
    }
}

/// Any JSON, often close to a valid response.
fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        any::<i64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!("CC_VM_Backup")),
    ];
    leaf.prop_recursive(4, 64, 8, |inner| {
        let key = prop::sample::select(vec![
            "type",
            "data",
            "usedCount",
            "rentalInstances",
            "newUnits",
            "unitType",
            "__proto__",
            "x",
        ]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..8).prop_map(|members| {
                Value::Object(
                    members
                        .into_iter()
                        .map(|(key, value)| (key.to_owned(), value))
                        .collect(),
                )
            }),
        ]
    })
}

#[test]
fn the_documented_sample_comes_to_11_machines_and_1_93_instances() {
    let sample = include_str!("../fixtures/2-documented-sample/cloudConnectUsage.json");
    let usage = served::usage(&sample).unwrap();
    let amount = |measure| {
        let amount = usage.totals().get(measure);
        (amount.count.to_string(), amount.instances.to_string())
    };
    assert_eq!(amount(Measure::Total), ("11".to_owned(), "1.93".to_owned()));
    assert_eq!(amount(Measure::Rental), amount(Measure::Total));
    assert_eq!(amount(Measure::Used), ("0".to_owned(), "0".to_owned()));
}

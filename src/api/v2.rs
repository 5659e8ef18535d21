//! One row as the v2 API serves it, in either of its two vocabularies.

use super::Json;
use crate::usage::{Amount, Entry, Instances, Machines, Rejected, Tally, Unit, WorkloadType};

/// A row of `cloudConnectUsage` and its siblings. What is absent or `null` is `None`.
#[derive(Debug, Default)]
pub struct Row {
    r#type: Option<String>,
    rental_instances: Option<f64>,
    new_instances: Option<f64>,
    used_instances: Option<f64>,
    rental_units: Option<f64>,
    new_units: Option<f64>,
    used_units: Option<f64>,
    unit_type: Option<String>,
    units_type: Option<String>,
    rental_count: Option<f64>,
    new_count: Option<f64>,
    used_count: Option<f64>,
}

impl Row {
    /// Reads a row. Unknown fields are ignored; `None` where it is no object, or a value has
    /// another type than its field.
    pub fn read<T: Json>(row: &T) -> Option<Self> {
        row.is_object().then(|| Self::fields(row))?.ok()
    }

    fn fields<T: Json>(row: &T) -> Result<Self, WrongType> {
        let text = |name| read(row, name, &T::text);
        let number = |name| read(row, name, &T::number);
        Ok(Self {
            r#type: text("type")?,
            rental_instances: number("rentalInstances")?,
            new_instances: number("newInstances")?,
            used_instances: number("usedInstances")?,
            rental_units: number("rentalUnits")?,
            new_units: number("newUnits")?,
            used_units: number("usedUnits")?,
            unit_type: text("unitType")?,
            units_type: text("unitsType")?,
            rental_count: number("rentalCount")?,
            new_count: number("newCount")?,
            used_count: number("usedCount")?,
        })
    }
}

/// A value that has another type than its field.
struct WrongType;

/// A field's value, if it has one.
fn read<T: Json, V>(
    row: &T,
    name: &'static str,
    of_type: &dyn Fn(&T) -> Option<V>,
) -> Result<Option<V>, WrongType> {
    match row.member(name) {
        Some(value) if !value.is_null() => of_type(&value).map(Some).ok_or(WrongType),
        _ => Ok(None),
    }
}

impl TryFrom<Row> for Entry {
    type Error = Rejected;

    fn try_from(row: Row) -> Result<Self, Rejected> {
        Ok(Self {
            unit: Unit::new(row.unit_type.or(row.units_type).as_deref()),
            tally: Tally::new(
                amount(row.rental_count, row.rental_instances.or(row.rental_units))?,
                amount(row.new_count, row.new_instances.or(row.new_units))?,
                amount(row.used_count, row.used_instances.or(row.used_units))?,
            )?,
            kind: WorkloadType::new(row.r#type),
        })
    }
}

fn amount(count: Option<f64>, instances: Option<f64>) -> Result<Amount, Rejected> {
    Ok(Amount {
        count: Machines::try_from(count.unwrap_or_default())?,
        instances: Instances::try_from(instances.unwrap_or_default())?,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::envelope::{Envelope, Json};
    use super::*;
    use crate::usage::{Measure, Usage, UsageBuilder, to_csv};

    impl Json for serde_json::Value {
        fn is_null(&self) -> bool {
            self.is_null()
        }

        fn is_array(&self) -> bool {
            self.is_array()
        }

        fn is_object(&self) -> bool {
            self.is_object()
        }

        fn member(&self, name: &str) -> Option<Self> {
            self.get(name).cloned()
        }

        fn first(&self) -> Option<Self> {
            self.get(0).cloned()
        }

        fn text(&self) -> Option<String> {
            self.as_str().map(str::to_owned)
        }

        fn number(&self) -> Option<f64> {
            self.as_f64()
        }
    }

    fn usage(json: serde_json::Value) -> Option<Usage> {
        let mut builder = UsageBuilder::default();
        if let Envelope::Array(rows) = Envelope::open(json)? {
            for row in rows.as_array()? {
                builder.add(Row::read(row)?.try_into().ok()?).ok()?;
            }
        }
        Some(builder.build())
    }

    fn total(json: serde_json::Value) -> Option<String> {
        let amount = usage(json)?.totals().get(Measure::Total);
        Some(format!("{} {}", amount.count, amount.instances))
    }

    #[test]
    fn both_vocabularies_are_read() {
        for (row, expected) in [
            (
                json!({"type": "a", "usedInstances": 1.5, "usedCount": 3}),
                "3 1.5",
            ),
            (
                json!({"type": "a", "usedUnits": 1.5, "usedCount": 3, "unitType": "Points"}),
                "3 1.5",
            ),
            (
                json!({"type": "a", "usedUnits": 1.5, "unitsType": "Instances"}),
                "0 1.5",
            ),
            (
                json!({"type": "a", "usedUnits": 1.5, "usedInstances": 2}),
                "0 2",
            ),
            (
                json!({"type": "a", "usedUnits": 1.5, "usedInstances": null}),
                "0 1.5",
            ),
            (json!({"type": null, "rentalCount": null}), "0 0"),
            (
                json!({"type": "", "new": true, "constructor": 5, "__proto__": {}}),
                "0 0",
            ),
            (
                json!({"rentalCount": 1, "newCount": 2.0, "usedCount": 3}),
                "6 0",
            ),
            (json!({"rentalInstances": -0.0}), "0 0"),
            (json!({}), "0 0"),
        ] {
            assert_eq!(total(json!([row])).as_deref(), Some(expected), "{row}");
        }
    }

    #[test]
    fn the_unit_is_what_the_payload_says() {
        for (row, unit) in [
            (json!({"unitType": "Points"}), "points"),
            (json!({"unitsType": "points"}), "points"),
            (json!({"unitType": null, "unitsType": "Points"}), "points"),
            (json!({"unitType": "Instances"}), "instances"),
            (json!({"unitType": ""}), "instances"),
            (json!({}), "instances"),
            (json!({"unitType": "Sockets"}), "sockets"),
        ] {
            assert_eq!(usage(json!([row])).unwrap().unit().as_str(), unit, "{row}");
        }
    }

    #[test]
    fn every_shape_of_envelope_is_read() {
        let row = json!({"type": "CC_VM_Backup", "usedCount": 1});
        for (payload, workloads) in [
            (json!([row]), Some(1)),
            (json!({"data": [row]}), Some(1)),
            (
                json!({"meta": {"data": 1}, "data": [row], "errors": null}),
                Some(1),
            ),
            (json!([]), Some(0)),
            (json!(null), Some(0)),
            (json!({"data": null}), Some(0)),
            (json!({"data": []}), Some(0)),
            (json!({}), None),
            (json!({"message": "no"}), None),
            (json!({"data": {"data": []}}), None),
            (json!({"data": "x"}), None),
            (json!("x"), None),
            (json!(1), None),
            (json!(true), None),
            (json!([null]), None),
            (json!([1]), None),
            (json!(["x"]), None),
        ] {
            let read = usage(payload.clone()).map(|usage| usage.workloads().len());
            assert_eq!(read, workloads, "{payload}");
        }
    }

    #[test]
    fn an_impossible_value_makes_the_whole_answer_invalid() {
        let good = json!({"type": "CC_VM_Backup", "usedCount": 1, "usedInstances": 1});
        for row in [
            json!({"usedCount": -1}),
            json!({"usedCount": 1.5}),
            json!({"usedCount": "1"}),
            json!({"usedCount": true}),
            json!({"usedCount": []}),
            json!({"usedCount": {}}),
            json!({"usedCount": 9_007_199_254_740_994_u64}),
            json!({"usedInstances": -0.01}),
            json!({"usedInstances": 1.1e12}),
            json!({"usedInstances": "1"}),
            json!({"usedUnits": -1}),
            json!({"type": 5}),
            json!({"type": false}),
            json!({"type": ["CC_VM_Backup"]}),
            json!({"unitType": 1}),
            json!({"unitType": "Points"}),
        ] {
            assert_eq!(usage(json!([good, row])), None, "{row}");
        }
    }

    #[test]
    fn rows_of_one_type_are_merged_in_any_case() {
        let usage = usage(json!([
            {"type": "CC_Workstation_Backup", "rentalInstances": 1.6, "rentalCount": 10},
            {"type": "custom", "usedCount": 1},
            {"type": "CC_Server_Backup", "rentalInstances": 0.33, "rentalCount": 1},
            {"type": "Custom", "usedCount": 2},
            {"type": "cc_server_backup", "newInstances": 0.33, "newCount": 1},
        ]));
        assert_eq!(
            to_csv(&mut usage.unwrap().workloads().iter())
                .lines()
                .skip(1)
                .collect::<Vec<_>>(),
            [
                "CC_Server_Backup,1,1,0,0.33,0.33,0",
                "CC_Workstation_Backup,10,0,0,1.6,0,0",
                "custom,0,0,3,0,0,0",
            ]
        );
    }
}

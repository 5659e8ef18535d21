//! The reference's table of payloads once more, as plainly as possible and straight from the JSON.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::amount::Millionths;

const MOST_MACHINES: u128 = 1 << 53;
const MOST_UNITS: f64 = 1e12;
const MEASURES: [&str; 3] = ["rental", "new", "used"];

/// Rental, new and used.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    pub(crate) machines: [u128; 3],
    pub(crate) units: [Millionths; 3],
}

impl Sums {
    fn add(&mut self, other: &Self) {
        for at in 0..3 {
            self.machines[at] += other.machines[at];
            self.units[at] = self.units[at] + other.units[at];
        }
    }

    /// All three together.
    pub(crate) fn total(&self) -> (u128, Millionths) {
        let [rental, new, used] = self.units;
        (self.machines.iter().sum(), rental + new + used)
    }
}

/// What a payload says.
#[derive(Debug, Default)]
pub(crate) struct Expected {
    pub(crate) unit: Option<String>,
    /// By type, in lower case.
    pub(crate) workloads: BTreeMap<String, Sums>,
    pub(crate) totals: Sums,
}

/// The rows of a payload; `None` where it has none of the accepted shapes.
pub(crate) fn rows(payload: &Value) -> Option<&[Value]> {
    let inner = match payload {
        Value::Object(members) => members.get("data")?,
        other => other,
    };
    match inner {
        Value::Null => Some(&[]),
        Value::Array(rows) => Some(rows),
        _ => None,
    }
}

/// What `rows` come to; `None` where they are no usage.
pub(crate) fn expected(rows: &[Value]) -> Option<Expected> {
    let mut all = Expected::default();
    for row in rows {
        let (unit, kind, sums) = read(row)?;
        if *all.unit.get_or_insert_with(|| unit.clone()) != unit {
            return None;
        }
        all.workloads
            .entry(kind.to_ascii_lowercase())
            .or_default()
            .add(&sums);
        all.totals.add(&sums);
    }
    (all.totals.total().0 <= MOST_MACHINES).then_some(all)
}

fn read(row: &Value) -> Option<(String, String, Sums)> {
    row.as_object()?;
    let kind = Some(text(row, "type")?).filter(|kind| !kind.is_empty());
    let mut sums = Sums::default();
    for (at, measure) in MEASURES.into_iter().enumerate() {
        let machines = number(row, &format!("{measure}Count"))?.unwrap_or(0.0);
        if machines < 0.0 || machines.fract() != 0.0 {
            return None;
        }
        sums.machines[at] = format!("{}", machines.abs()).parse().ok()?;
        let units = number(row, &format!("{measure}Units"))?;
        let units = number(row, &format!("{measure}Instances"))?.or(units);
        let units = units.unwrap_or(0.0);
        if !(0.0..=MOST_UNITS).contains(&units) || sums.machines[at] > MOST_MACHINES {
            return None;
        }
        sums.units[at] = Millionths::served(units);
    }
    let (one, other) = (row.get("unitType"), text(row, "unitsType")?);
    let unit = match (text(row, "unitType")?, one) {
        (_, None | Some(Value::Null)) => other,
        (unit, Some(_)) => unit,
    };
    let unit = match unit.to_ascii_lowercase().as_str() {
        "" | "instance" => "instances".to_owned(),
        "point" => "points".to_owned(),
        unit => unit.to_owned(),
    };
    Some((unit, kind.unwrap_or_else(|| "Unknown".to_owned()), sums))
}

/// A text, empty where there is none; `None` where something else is in its place.
fn text(row: &Value, field: &str) -> Option<String> {
    match row.get(field) {
        None | Some(Value::Null) => Some(String::new()),
        Some(Value::String(text)) => Some(text.clone()),
        Some(_) => None,
    }
}

/// A number, or none; `None` where something else is in its place.
#[expect(clippy::option_option, reason = "no number is not a wrong number")]
fn number(row: &Value, field: &str) -> Option<Option<f64>> {
    match row.get(field) {
        None | Some(Value::Null) => Some(None),
        Some(Value::Number(number)) => Some(number.as_f64()),
        Some(_) => None,
    }
}

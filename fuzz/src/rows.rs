//! Rows as servers make them, with a liking for the edges.

use arbitrary::Arbitrary;
use serde_json::{Map, Value, json};

/// One row.
#[derive(Arbitrary, Debug)]
pub struct Row {
    kind: Kind,
    fields: [(Field, Number); 6],
    unit: Unit,
}

#[derive(Arbitrary, Debug)]
enum Kind {
    Missing,
    Null,
    Known(u8),
    Other(String),
}

#[derive(Arbitrary, Debug)]
enum Unit {
    Missing,
    Points,
    Spelled(bool, String),
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Field {
    Count,
    Instances,
    Units,
}

#[derive(Arbitrary, Debug)]
enum Number {
    Null,
    Small(u8),
    Whole(u64),
    /// So many digits, with the dot so far from their end.
    Decimal(u64, u8),
    Bits(f64),
    Negative(i64),
}

impl Row {
    /// As JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut row = Map::new();
        let kind = match &self.kind {
            Kind::Missing => None,
            Kind::Null => Some(Value::Null),
            Kind::Known(at) => Some(json!(KNOWN[usize::from(*at) % KNOWN.len()])),
            Kind::Other(name) => Some(json!(name)),
        };
        row.extend(kind.map(|kind| ("type".to_owned(), kind)));
        for (at, (field, number)) in self.fields.iter().enumerate() {
            let measure = ["rental", "new", "used"][at % 3];
            let name = format!("{measure}{field:?}");
            row.insert(name, number.json(*field));
        }
        match &self.unit {
            Unit::Missing => None,
            Unit::Points => row.insert("unitType".into(), "Points".into()),
            Unit::Spelled(true, unit) => row.insert("unitType".into(), unit.as_str().into()),
            Unit::Spelled(false, unit) => row.insert("unitsType".into(), unit.as_str().into()),
        };
        Value::Object(row)
    }
}

const KNOWN: [&str; 6] = [
    "CC_VM_Backup",
    "cc_vm_backup",
    "CC_Workstation_Backup",
    "VBR_Nas_Backup",
    "custom",
    "Custom",
];

impl Number {
    fn json(&self, field: Field) -> Value {
        match (self, field) {
            (Self::Null, _) => Value::Null,
            (Self::Small(number), _) => json!(number),
            (Self::Whole(number), Field::Count) => json!(number % (1 << 54)),
            (Self::Whole(number), _) => json!(number % 1_000_000_000_001),
            (Self::Decimal(digits, _), Field::Count) => json!(digits % 1_000_000),
            (Self::Decimal(digits, dot), _) => decimal(*digits, usize::from(*dot % 9)),
            (Self::Bits(number), _) => json!(number),
            (Self::Negative(number), _) => json!(number),
        }
    }
}

fn decimal(digits: u64, dot: usize) -> Value {
    let digits = format!("{:010}", digits % 1_000_000_000_000_000_000);
    let (whole, decimals) = digits.split_at(digits.len() - dot);
    let number: Option<f64> = format!("{whole}.{decimals}").parse().ok();
    json!(number.map(|number| number % 1e12))
}

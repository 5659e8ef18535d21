//! A payload as tests, here and in `fuzz/`, have it, read as the browser's is.

use licensing_card::api::{Envelope, Json, Row};
use licensing_card::usage::{Entry, Usage, UsageBuilder};
use serde_json::Value;

/// A JSON value of ours, since the trait and the type are both others'.
pub(crate) struct Served(pub(crate) Value);

impl Json for Served {
    fn is_null(&self) -> bool {
        self.0.is_null()
    }

    fn is_array(&self) -> bool {
        self.0.is_array()
    }

    fn is_object(&self) -> bool {
        self.0.is_object()
    }

    fn member(&self, name: &str) -> Option<Self> {
        self.0.get(name).cloned().map(Self)
    }

    fn first(&self) -> Option<Self> {
        self.0.get(0).cloned().map(Self)
    }

    fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }
}

/// The rows of a payload; `None` where it is none.
pub(crate) fn entries(payload: Value) -> Option<Vec<Entry>> {
    let Envelope::Array(Served(Value::Array(rows))) = Envelope::open(Served(payload))? else {
        return Some(Vec::new());
    };
    let entry = |row| Entry::try_from(Row::read(&Served(row))?).ok();
    rows.into_iter().map(entry).collect()
}

/// The usage that entries come to; `None` where they cannot be added up.
pub(crate) fn add_up(entries: &[Entry]) -> Option<Usage> {
    let mut builder = UsageBuilder::default();
    for entry in entries {
        builder.add(entry.clone()).ok()?;
    }
    Some(builder.build())
}

/// The usage that a payload comes to.
pub(crate) fn usage(payload: Value) -> Option<Usage> {
    add_up(&entries(payload)?)
}

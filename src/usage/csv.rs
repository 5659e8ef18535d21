//! Workloads as CSV: RFC 4180, exact decimals, and nothing that a spreadsheet would run.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::{Measure, Workload};

const HEADER: &str =
    "type,rentalCount,newCount,usedCount,rentalInstances,newInstances,usedInstances\r\n";
const COLUMNS: [Measure; 3] = [Measure::Rental, Measure::New, Measure::Used];

/// The workloads in the order given, a line each, after a header line; every line ends with CRLF.
#[must_use]
pub fn to_csv(workloads: &mut dyn Iterator<Item = &Workload>) -> String {
    let mut csv = HEADER.to_owned();
    for workload in workloads {
        csv.push_str(&field(&inert(workload.kind.as_str())));
        // Writing to a String cannot fail.
        for measure in COLUMNS {
            let _ = write!(csv, ",{}", workload.tally.get(measure).count);
        }
        for measure in COLUMNS {
            let _ = write!(csv, ",{}", workload.tally.get(measure).instances);
        }
        csv.push_str("\r\n");
    }
    csv
}

/// A name with an apostrophe before what spreadsheets take for a formula.
#[must_use]
pub fn inert(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn field(text: &str) -> Cow<'_, str> {
    if text.contains(['"', ',', '\r', '\n']) {
        Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Amount, Entry, Tally, Usage, UsageBuilder};
    use super::*;

    fn usage(names: &[&str]) -> Usage {
        let mut builder = UsageBuilder::default();
        for name in names {
            let amount = |count: u32, instances: f64| Amount {
                count: count.into(),
                instances: instances.try_into().unwrap(),
            };
            let tally = Tally::new(amount(1, 0.5), amount(2, 1.0), amount(1234, 617.123_456));
            builder
                .add(&Entry {
                    kind: name,
                    unit: None,
                    tally: tally.unwrap(),
                })
                .unwrap();
        }
        builder.build(None)
    }

    #[test]
    fn numbers_are_exact_and_ungrouped() {
        assert_eq!(
            to_csv(&mut usage(&["cc_vm_backup"]).workloads().iter()),
            "type,rentalCount,newCount,usedCount,rentalInstances,newInstances,usedInstances\r\n\
             CC_VM_Backup,1,2,1234,0.5,1,617.123456\r\n"
        );
        assert_eq!(to_csv(&mut Usage::default().workloads().iter()), HEADER);
    }

    #[test]
    fn names_are_quoted_and_never_formulas() {
        for (name, expected) in [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=SUM(A1)", "'=SUM(A1)"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@cmd", "'@cmd"),
            ("\tx", "'\tx"),
            ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
        ] {
            let csv = to_csv(&mut usage(&[name]).workloads().iter());
            let row = csv.strip_prefix(HEADER).unwrap();
            assert_eq!(
                row.strip_suffix(",1,2,1234,0.5,1,617.123456\r\n"),
                Some(expected)
            );
        }
    }
}

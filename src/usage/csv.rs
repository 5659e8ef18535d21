//! Workloads as CSV: RFC 4180, exact decimals, and no formulas.

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
        for measure in &COLUMNS {
            let _ = write!(csv, ",{}", workload.tally.get(*measure).count);
        }
        for measure in &COLUMNS {
            let _ = write!(csv, ",{}", workload.tally.get(*measure).instances);
        }
        csv.push_str("\r\n");
    }
    csv
}

/// A name with an apostrophe before it where spreadsheets would take it for a formula. They skip
/// spaces and characters that nobody sees, and read full-width signs like the usual ones.
#[must_use]
pub fn inert(text: &str) -> Cow<'_, str> {
    let begins = text.trim_start_matches(is_unseen);
    let is_formula = begins.starts_with([
        '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}', '\u{fe66}', '\u{fe62}',
        '\u{fe63}', '\u{fe6b}', '\u{2212}',
    ]);
    if is_formula || matches!(text.bytes().next(), Some(b'\t' | b'\r' | b'\n')) {
        Cow::Owned(["'", text].concat())
    } else {
        Cow::Borrowed(text)
    }
}

/// Spaces, controls, and characters that Unicode calls ignorable (`Default_Ignorable_Code_Point`).
fn is_unseen(char: char) -> bool {
    char.is_whitespace()
        || char.is_control()
        || matches!(
            char,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// Quoted for every separator that a spreadsheet may use.
fn field(text: &str) -> Cow<'_, str> {
    let is_special = |byte| matches!(byte, b'"' | b',' | b';' | b'\t' | b'\r' | b'\n');
    if text.bytes().any(is_special) {
        Cow::Owned(["\"", &text.replace('"', "\"\""), "\""].concat())
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
            ("\tx", "\"'\tx\""),
            ("a;b", "\"a;b\""),
            ("a;=1", "\"a;=1\""),
            ("a\t=1", "\"a\t=1\""),
            (" =1", "' =1"),
            ("\u{a0}-1", "'\u{a0}-1"),
            ("\u{200b}\u{feff}=1", "'\u{200b}\u{feff}=1"),
            ("\u{ad}@x", "'\u{ad}@x"),
            ("\u{0}=1", "'\u{0}=1"),
            ("\u{e0020}+1", "'\u{e0020}+1"),
            ("\u{ff1d}1+1", "'\u{ff1d}1+1"),
            ("\u{ff0b}1", "'\u{ff0b}1"),
            ("\u{ff0d}1", "'\u{ff0d}1"),
            ("\u{ff20}x", "'\u{ff20}x"),
            ("\u{2212}1", "'\u{2212}1"),
            ("\u{200b}a=1", "\u{200b}a=1"),
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

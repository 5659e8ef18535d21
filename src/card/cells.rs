//! The table as a spreadsheet takes it from the clipboard: cells by tabs, rows by lines.

use std::borrow::Cow;

use super::View;
use crate::usage::{Measure, Tally, Usage, inert};

impl View<'_> {
    /// The table as it is on screen, exact and with the reader's decimal sign.
    #[must_use]
    pub fn as_cells(&self, usage: &Usage) -> String {
        let messages = self.locale.messages;
        let mut cells = messages.workload.to_owned();
        for measure in Measure::ALL {
            for unit in [messages.machines_column, self.unit(usage.unit())] {
                for part in ["\t", self.term(measure).name, ": ", &one_line(unit)] {
                    cells.push_str(part);
                }
            }
        }
        for workload in self.arranged(usage) {
            let label = inert(self.label(workload));
            self.line(&mut cells, &one_line(&label), &workload.tally);
        }
        self.line(&mut cells, messages.all_workloads, usage.totals());
        cells
    }

    fn line(&self, cells: &mut String, label: &str, tally: &Tally) {
        cells.push_str("\r\n");
        cells.push_str(label);
        for measure in Measure::ALL {
            let amount = tally.get(measure);
            for number in [amount.count.to_f64(), amount.instances.to_f64()] {
                cells.push('\t');
                cells.push_str(&self.locale.plain(number));
            }
        }
    }
}

/// A name that stays in its cell.
fn one_line(text: &str) -> Cow<'_, str> {
    let text = if text.contains(['\t', '\r', '\n']) {
        Cow::Owned(text.replace(['\t', '\r', '\n'], " "))
    } else {
        Cow::Borrowed(text)
    };
    // A spreadsheet would read on to the next one.
    if text.starts_with('"') {
        Cow::Owned(["\"", &text.replace('"', "\"\""), "\""].concat())
    } else {
        text
    }
}

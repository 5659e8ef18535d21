//! The table in the form that spreadsheets paste: cells by tabs, rows by lines.

use super::View;
use crate::usage::{Measure, Tally, Usage, inert};

impl View<'_> {
    /// All rows in the table's order, exact and with the reader's decimal sign.
    #[must_use]
    pub fn as_cells(&self, usage: &Usage) -> String {
        let messages = self.locale.messages;
        let mut cells = messages.workload().to_owned();
        for measure in &Measure::ALL {
            for unit in &[messages.machines_column(), self.unit(usage.unit())] {
                cells += &["\t", self.term(*measure).name, ": ", &one_line(unit)].concat();
            }
        }
        let total = self.term(Measure::Total).name;
        cells += &["\t", total, ": %\t", messages.weight().name].concat();
        for workload in self.arrangement.rows(usage, self.locale) {
            let label = inert(self.label(workload));
            self.line(&mut cells, &one_line(&label), &workload.tally, usage);
        }
        self.line(&mut cells, messages.all_workloads(), usage.totals(), usage);
        cells
    }

    fn line(&self, cells: &mut String, label: &str, tally: &Tally, usage: &Usage) {
        cells.push_str("\r\n");
        cells.push_str(label);
        for measure in &Measure::ALL {
            let amount = tally.get(*measure);
            for number in &[amount.count.to_f64(), amount.instances.to_f64()] {
                cells.push('\t');
                cells.push_str(&self.locale.plain(*number));
            }
        }
        let (part, all) = (
            tally.get(Measure::Total),
            usage.totals().get(Measure::Total),
        );
        let share = part.instances.share_of(all.instances) * 100.0;
        cells.push('\t');
        cells.push_str(&self.locale.plain((share * 10.0).round() / 10.0));
        cells.push('\t');
        if let Some((weight, _)) = tally.weight() {
            cells.push_str(&self.locale.plain(weight.to_f64()));
        }
    }
}

/// A name that stays in its cell.
fn one_line(text: &str) -> String {
    let spaced = |char| match char {
        '\t' | '\r' | '\n' => ' ',
        _ => char,
    };
    let text: String = text.chars().map(spaced).collect();
    // A spreadsheet would read on to the next one.
    if text.starts_with('"') {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text
    }
}

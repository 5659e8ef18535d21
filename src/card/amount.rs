//! How numbers and their names are written.

use std::borrow::Cow;

use super::View;
use super::sheet::Sheet;
use crate::locale::{Term, fill};
use crate::usage::{Instances, Machines, Measure, Tally, Unit, Workload};

/// About as wide as an amount to come.
pub(super) const BLANK: &str = "\u{2007}\u{2007}\u{2007}\u{2007}\u{2007}";

impl View<'_> {
    /// A measure's name and meaning.
    pub(super) fn term(&self, measure: Measure) -> Term {
        let messages = self.locale.messages;
        match measure {
            Measure::Rental => messages.rental(),
            Measure::New => messages.new(),
            Measure::Used => messages.used(),
            Measure::Total => messages.total(),
        }
    }

    /// The unit of the amounts; an unknown one has its raw name.
    pub(super) fn unit<'u>(&self, unit: &'u Unit) -> &'u str {
        match unit {
            Unit::Instances => self.locale.messages.instances().name,
            Unit::Points => self.locale.messages.points(),
            Unit::Other(name) => name,
        }
    }

    /// The words for that much of the unit, with `{}` for the amount.
    pub(super) fn counted(&self, unit: &Unit, amount: Instances) -> Cow<'_, str> {
        let messages = self.locale.messages;
        match unit {
            Unit::Instances => self
                .locale
                .form(messages.counted_instances(), amount)
                .into(),
            Unit::Points => self.locale.form(messages.counted_points(), amount).into(),
            Unit::Other(name) => ["{} ", name].concat().into(),
        }
    }

    /// A workload's name; an unknown type has its raw name.
    pub(super) fn label<'w>(&self, workload: &'w Workload) -> &'w str {
        self.locale.label(&workload.kind)
    }

    /// The amount as it is shown.
    pub(super) fn amount(&self, sheet: &Sheet<'_>, amount: Instances) -> String {
        if sheet.is_blank {
            return BLANK.to_owned();
        }
        self.locale.amount(amount.rounded())
    }

    /// The machines with the word for them.
    pub(super) fn machines(&self, sheet: &Sheet<'_>, count: Machines) -> String {
        if sheet.is_blank {
            let count = "\u{2007}\u{2007}\u{2007}";
            return fill(self.locale.messages.machines().form("other"), count);
        }
        self.locale.machines(count)
    }

    /// The exact amount with its unit, where rounding hides digits.
    pub(super) fn exactly_counted(&self, sheet: &Sheet<'_>, amount: Instances) -> Option<String> {
        let hides = amount.rounded() != amount;
        hides.then(|| {
            let exactly = fill(self.locale.messages.exactly(), &self.locale.amount(amount));
            fill(&self.counted(sheet.unit(), amount), &exactly)
        })
    }

    /// A part as a share of all.
    pub(super) fn share(&self, part: Instances, all: Instances) -> String {
        if !part.is_zero() && part.per_mille_of(all) == 0 {
            // Not 0%, which would say that there is nothing.
            return "< ".to_owned() + &self.locale.share(0.001);
        }
        self.locale.share(part.share_of(all))
    }

    /// License units per machine; `≈` where machines of one type differ or digits are left out.
    pub(super) fn weight(&self, tally: &Tally) -> Option<String> {
        let (weight, exact) = tally.weight()?;
        if exact {
            return Some(self.locale.amount(weight));
        }
        Some("≈ ".to_owned() + &self.locale.amount(weight.rounded()))
    }
}

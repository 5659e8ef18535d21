//! How numbers and their names are written, wherever they stand.

use std::borrow::Cow;

use super::View;
use super::sheet::Sheet;
use crate::locale::{Term, fill};
use crate::usage::{Instances, Measure, Tally, Unit, Workload};

impl View<'_> {
    /// A measure's name and meaning.
    pub(super) const fn term(&self, measure: Measure) -> &'static Term {
        let messages = self.locale.messages;
        match measure {
            Measure::Rental => &messages.rental,
            Measure::New => &messages.new,
            Measure::Used => &messages.used,
            Measure::Total => &messages.total,
        }
    }

    /// What the amounts are counted in; a unit that is not known goes by its name.
    pub(super) fn unit<'u>(&self, unit: &'u Unit) -> &'u str {
        match unit {
            Unit::Instances => self.locale.messages.instances.name,
            Unit::Points => self.locale.messages.points,
            Unit::Other(name) => name,
        }
    }

    /// How so much of the unit is put into words, with a place for the amount.
    pub(super) fn counted(&self, unit: &Unit, amount: Instances) -> Cow<'_, str> {
        let messages = self.locale.messages;
        match unit {
            Unit::Instances => self.locale.form(&messages.counted_instances, amount).into(),
            Unit::Points => self.locale.form(&messages.counted_points, amount).into(),
            Unit::Other(name) => ["{} ", name].concat().into(),
        }
    }

    /// What a workload is called; a type that is not known goes by its name.
    pub(super) fn label<'w>(&self, workload: &'w Workload) -> &'w str {
        match workload.kind.label() {
            Some(label) => self.locale.label(label),
            None => workload.kind.as_str(),
        }
    }

    /// The amount as it is shown.
    pub(super) fn amount(&self, sheet: &Sheet<'_>, amount: Instances) -> String {
        self.locale.amount(sheet.shown(amount))
    }

    /// The exact amount in words, where what is shown hides something.
    pub(super) fn exactly(&self, sheet: &Sheet<'_>, amount: Instances) -> Option<String> {
        let hides = sheet.shown(amount) != amount;
        hides.then(|| fill(self.locale.messages.exactly, &self.locale.amount(amount)))
    }

    /// The same with its unit.
    pub(super) fn exactly_counted(&self, sheet: &Sheet<'_>, amount: Instances) -> Option<String> {
        let exactly = self.exactly(sheet, amount)?;
        Some(fill(&self.counted(sheet.unit(), amount), &exactly))
    }

    /// A part as a share of all.
    pub(super) fn share(&self, part: Instances, all: Instances) -> String {
        if !part.is_zero() && part.per_mille_of(all) == 0 {
            // Next to nothing is not nothing.
            return "< ".to_owned() + &self.locale.share(0.001);
        }
        self.locale.share(part.share_of(all))
    }

    /// What one machine weighs, as far as it can be told: in words, and as the number in them.
    pub(super) fn weight(&self, tally: &Tally) -> Option<(String, Instances)> {
        let (weight, exact) = tally.weight()?;
        if exact {
            return Some((self.locale.amount(weight), weight));
        }
        let shown = weight.rounded();
        Some(("≈ ".to_owned() + &self.locale.amount(shown), shown))
    }
}

//! The part that the rows of all versions share: a type, a unit, and the six numbers.

use std::borrow::Cow;

use super::invalid::{Why, Wrong};
use super::json::{Slots, Value};
use super::read::FIRST;
use crate::usage::{Amount, Decimal, Tally, Unit};

/// The longest type or unit, in characters.
const LONGEST_TEXT: usize = 256;

/// The slots of a row's members, which each version names in its own way.
pub(super) const TYPE: usize = FIRST;
pub(super) const UNIT: usize = FIRST + 1;
pub(super) const OTHER_UNIT: usize = FIRST + 2;
/// Of rental; those of new and used follow, here and below.
pub(super) const COUNTS: usize = FIRST + 3;
/// The amounts, in the vocabulary that gives way to the other one.
pub(super) const UNITS: usize = FIRST + 6;
pub(super) const INSTANCES: usize = FIRST + 9;
/// The first slot of a version's own.
pub(super) const OWN: usize = FIRST + 12;

/// A row as it was served, its numbers possible.
pub(super) struct Row<'a> {
    pub(super) kind: Cow<'a, str>,
    pub(super) unit: Unit,
    pub(super) tally: Tally,
}

impl<'a> Row<'a> {
    /// Reads a row.
    pub(super) fn read(slots: &Slots<'a>) -> Result<Self, Wrong> {
        let kind = text(slots, TYPE)?;
        let unit = text(slots, UNIT)?;
        let other = text(slots, OTHER_UNIT)?;
        let unit = Unit::new(unit.or(other).as_deref());
        let mut is_there = false;
        let mut amounts = [Amount::default(); 3];
        for (measure, amount) in amounts.iter_mut().enumerate() {
            for &kind in &[COUNTS, UNITS, INSTANCES] {
                let slot = kind + measure;
                let number = match slots.get(slot) {
                    None => continue,
                    Some(Value::Number(number)) => Decimal::read(number),
                    Some(_) => return Err(wrong(slot, Why::NoNumber)),
                };
                is_there = true;
                let taken = number.and_then(|number| {
                    if kind == COUNTS {
                        amount.count = number.try_into()?;
                    } else {
                        amount.instances = number.try_into()?;
                    }
                    Ok(())
                });
                taken.map_err(|why| wrong(slot, Why::Rejected(why)))?;
            }
        }
        if !is_there {
            return Err(Why::NoNumbers.into());
        }
        let [rental, new, used] = amounts;
        Ok(Self {
            kind: kind.unwrap_or_default(),
            unit,
            tally: Tally::new(rental, new, used)?,
        })
    }
}

/// A text; `None` where it is missing or `null`.
pub(super) fn text<'a>(slots: &Slots<'a>, slot: usize) -> Result<Option<Cow<'a, str>>, Wrong> {
    match slots.get(slot) {
        None => Ok(None),
        Some(Value::Text(text)) => match text.at_most(LONGEST_TEXT) {
            None => Err(wrong(slot, Why::LongText)),
            text => Ok(text),
        },
        Some(_) => Err(wrong(slot, Why::NoText)),
    }
}

/// A field that is wrong.
pub(super) const fn wrong(slot: usize, why: Why) -> Wrong {
    #[expect(clippy::cast_possible_truncation, reason = "there are few slots")]
    let slot = slot as u8;
    Wrong { slot, why }
}

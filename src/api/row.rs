//! What the rows of all versions have in common: texts, and the six numbers.

use std::borrow::Cow;

use super::invalid::Invalid;
use super::json::{Node, Slots, Value};
use crate::usage::{Amount, Decimal, Instances, Machines, Rejected, Tally};

/// The longest type or unit, in characters.
const LONGEST_TEXT: usize = 256;

/// A row that has been read into slots.
pub(super) struct Row<'s, 'a> {
    pub(super) slots: &'s Slots<'a>,
    /// Whose members it has.
    pub(super) node: &'static Node,
}

impl<'a> Row<'_, 'a> {
    /// A text; `None` where it is missing or `null`.
    pub(super) fn text(&self, slot: usize) -> Result<Option<Cow<'a, str>>, Invalid> {
        match self.slots.get(slot) {
            None => Ok(None),
            Some(Value::Text(text)) => match text.at_most(LONGEST_TEXT) {
                None => Err(self.invalid(slot, "is longer than 256 characters")),
                text => Ok(text),
            },
            Some(_) => Err(self.invalid(slot, "is no text")),
        }
    }

    /// The three counts and the three amounts, each from the slot of rental, new and used. Of
    /// several kinds of amounts, the first that is there counts. `None` where there is no number.
    pub(super) fn tally(&self, counts: usize, amounts: &[usize]) -> Result<Option<Tally>, Invalid> {
        let mut is_there = false;
        let mut amount = |measure: usize| {
            let count: Option<Machines> = self.number(counts + measure)?;
            let mut instances: Option<Instances> = None;
            for slot in amounts {
                let other = self.number(slot + measure)?;
                instances = instances.or(other);
            }
            is_there |= count.is_some() || instances.is_some();
            Ok::<_, Invalid>(Amount {
                count: count.unwrap_or_default(),
                instances: instances.unwrap_or_default(),
            })
        };
        let [rental, new, used] = [amount(0)?, amount(1)?, amount(2)?];
        let tally = Tally::new(rental, new, used).map_err(|why| Invalid::new(why.as_str()))?;
        Ok(is_there.then_some(tally))
    }

    /// Holds it to have any of its members, lest something else passes for one.
    pub(super) fn has_any(&self, why: &'static str) -> Result<(), Invalid> {
        let mut members = self.node.members.iter();
        if members.any(|(_, node)| self.slots.has(node.slot)) {
            Ok(())
        } else {
            Err(Invalid::new(why))
        }
    }

    /// Holds a member to be a list, or not to be there.
    pub(super) fn list(&self, slot: usize) -> Result<(), Invalid> {
        match self.slots.get(slot) {
            None | Some(Value::Array) => Ok(()),
            Some(_) => Err(self.invalid(slot, "is no list")),
        }
    }

    fn number<T: TryFrom<Decimal, Error = Rejected>>(
        &self,
        slot: usize,
    ) -> Result<Option<T>, Invalid> {
        let read = match self.slots.get(slot) {
            None => return Ok(None),
            Some(Value::Number(number)) => Decimal::read(number).and_then(T::try_from),
            Some(_) => return Err(self.invalid(slot, "is no number")),
        };
        read.map(Some)
            .map_err(|why| self.invalid(slot, why.as_str()))
    }

    fn invalid(&self, slot: usize, why: &'static str) -> Invalid {
        let mut members = self.node.members.iter();
        let member = members.find(|(_, node)| node.slot == slot);
        Invalid::field(member.map_or("", |(name, _)| name), why)
    }
}

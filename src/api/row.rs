//! What the rows of all versions have in common: texts, and the six numbers.

use std::borrow::Cow;

use super::invalid::Wrong;
use super::json::{Node, Slots, Value};
use crate::usage::{Amount, Decimal, Rejected, Tally};

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
    pub(super) fn text(&self, slot: usize) -> Result<Option<Cow<'a, str>>, Wrong> {
        match self.slots.get(slot) {
            None => Ok(None),
            Some(Value::Text(text)) => match text.at_most(LONGEST_TEXT) {
                None => Err(self.wrong(slot, "is longer than 256 characters")),
                text => Ok(text),
            },
            Some(_) => Err(self.wrong(slot, "is no text")),
        }
    }

    /// The three counts and the three amounts, each from the slot of rental, new and used. Of
    /// several kinds of amounts, the first that is there counts. `None` where there is no number.
    pub(super) fn tally(&self, counts: usize, amounts: &[usize]) -> Result<Option<Tally>, Wrong> {
        let mut is_there = false;
        let mut read = [Amount::default(); 3];
        for (measure, amount) in read.iter_mut().enumerate() {
            let slot = counts + measure;
            if let Some(count) = self.number(slot)? {
                is_there = true;
                amount.count = count.try_into().map_err(|why| self.rejected(slot, why))?;
            }
            for slot in amounts.iter().rev() {
                let slot = slot + measure;
                if let Some(instances) = self.number(slot)? {
                    is_there = true;
                    amount.instances = instances
                        .try_into()
                        .map_err(|why| self.rejected(slot, why))?;
                }
            }
        }
        let [rental, new, used] = read;
        let tally = Tally::new(rental, new, used)?;
        Ok(is_there.then_some(tally))
    }

    /// Holds it to have any of its members, lest something else passes for one.
    pub(super) fn has_any(&self, why: &'static str) -> Result<(), Wrong> {
        let mut members = self.node.members.iter();
        if members.any(|(_, node)| self.slots.has(node.slot)) {
            Ok(())
        } else {
            Err(Wrong::new(why))
        }
    }

    /// Holds a member to be a list, or not to be there.
    pub(super) fn list(&self, slot: usize) -> Result<(), Wrong> {
        match self.slots.get(slot) {
            None | Some(Value::Array) => Ok(()),
            Some(_) => Err(self.wrong(slot, "is no list")),
        }
    }

    fn number(&self, slot: usize) -> Result<Option<Decimal>, Wrong> {
        match self.slots.get(slot) {
            None => Ok(None),
            Some(Value::Number(number)) => match Decimal::read(number) {
                Ok(number) => Ok(Some(number)),
                Err(why) => Err(self.rejected(slot, why)),
            },
            Some(_) => Err(self.wrong(slot, "is no number")),
        }
    }

    fn rejected(&self, slot: usize, why: Rejected) -> Wrong {
        self.wrong(slot, why.as_str())
    }

    fn wrong(&self, slot: usize, why: &'static str) -> Wrong {
        let mut members = self.node.members.iter();
        let member = members.find(|(_, node)| node.slot == slot);
        let field = member.map_or("", |(name, _)| name);
        Wrong { field, why }
    }
}

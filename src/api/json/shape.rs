//! The shape of a text: which of its values are read, and the slots that keep them.

use super::Value;

/// As many slots as the largest of the shapes needs.
pub(in crate::api) const SLOTS: usize = 36;

/// A value that is read, and its parts that are read.
pub(in crate::api) struct Node {
    /// Where it is kept.
    pub(in crate::api) slot: usize,
    /// The first slot of its parts; their slots all come before its own.
    pub(in crate::api) first: usize,
    /// The members that matter, where it is an object.
    pub(in crate::api) members: &'static [(&'static str, &'static Node)],
    /// The elements that matter, where it is an array.
    pub(in crate::api) elements: Elements,
}

/// Which elements of an array matter.
pub(in crate::api) enum Elements {
    None,
    First(&'static Node),
    Each(&'static Node),
    /// The rows of a usage, which each version of the API has a node for.
    Rows,
}

impl Node {
    /// A value without anything in it.
    pub(in crate::api) const fn leaf(slot: usize) -> Self {
        Self {
            slot,
            first: slot,
            members: &[],
            elements: Elements::None,
        }
    }

    /// The name of the member that is kept in a slot. `rows` are the rows in it.
    pub(in crate::api) fn name(
        &'static self,
        slot: usize,
        rows: &'static Self,
    ) -> Option<&'static str> {
        for (name, member) in self.members {
            if member.slot == slot {
                return Some(name);
            }
            if let Some(name) = member.name(slot, rows) {
                return Some(name);
            }
        }
        match self.elements {
            Elements::None => None,
            Elements::First(element) | Elements::Each(element) => element.name(slot, rows),
            Elements::Rows => rows.name(slot, rows),
        }
    }

    pub(super) const fn is_leaf(&self) -> bool {
        self.members.is_empty() && matches!(self.elements, Elements::None)
    }
}

/// The values met so far.
pub(in crate::api) struct Slots<'a>([Option<Value<'a>>; SLOTS]);

impl<'a> Slots<'a> {
    pub(super) const fn new() -> Self {
        Self([None; SLOTS])
    }

    /// The value in a slot; `None` also for `null`.
    pub(in crate::api) fn get(&self, slot: usize) -> Option<Value<'a>> {
        self.0
            .get(slot)
            .copied()
            .flatten()
            .filter(|value| !matches!(value, Value::Null))
    }

    /// Whether there is a value, be it `null`.
    pub(in crate::api) fn has(&self, slot: usize) -> bool {
        self.0.get(slot).is_some_and(Option::is_some)
    }

    pub(super) fn set(&mut self, node: &Node, value: Value<'a>) {
        for inner in self.0.get_mut(node.first..node.slot).unwrap_or_default() {
            *inner = None;
        }
        if let Some(slot) = self.0.get_mut(node.slot) {
            *slot = Some(value);
        }
    }
}

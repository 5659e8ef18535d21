//! Messages as texts, one after another: so a pack is written into a file, and read from one.

use std::array;
use std::str::Split;

use crate::{Plural, Term};

/// The separator of two texts; no text has it.
pub(crate) const BETWEEN: char = '\n';

/// Something made of texts.
pub(crate) trait Texts {
    fn texts(&self) -> Vec<&'static str>;
    fn read(texts: &mut Split<'static, char>) -> Self;
}

impl Texts for &'static str {
    fn texts(&self) -> Vec<&'static str> {
        vec![self]
    }

    fn read(texts: &mut Split<'static, char>) -> Self {
        texts.next().unwrap_or_default()
    }
}

impl<const N: usize> Texts for [&'static str; N] {
    fn texts(&self) -> Vec<&'static str> {
        self.to_vec()
    }

    fn read(texts: &mut Split<'static, char>) -> Self {
        array::from_fn(|_| Texts::read(texts))
    }
}

impl Texts for Term {
    fn texts(&self) -> Vec<&'static str> {
        vec![self.name, self.meaning]
    }

    fn read(texts: &mut Split<'static, char>) -> Self {
        Self {
            name: Texts::read(texts),
            meaning: Texts::read(texts),
        }
    }
}

impl Texts for Plural {
    fn texts(&self) -> Vec<&'static str> {
        vec![
            self.zero, self.one, self.two, self.few, self.many, self.other,
        ]
    }

    fn read(texts: &mut Split<'static, char>) -> Self {
        Self {
            zero: Texts::read(texts),
            one: Texts::read(texts),
            two: Texts::read(texts),
            few: Texts::read(texts),
            many: Texts::read(texts),
            other: Texts::read(texts),
        }
    }
}

//! A catalogue as texts, one after another in the order of its fields: so it is written into a file,
//! and read from one.

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

/// What tells catalogues with other fields apart: eight characters made of the fields' names and
/// types, by FNV-1a.
pub(crate) const fn fingerprint(fields: &str) -> [u8; 8] {
    let fields = fields.as_bytes();
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < fields.len() {
        #[expect(
            clippy::indexing_slicing,
            reason = "within the length, and at compile time"
        )]
        let byte = fields[at] as u32;
        hash = (hash ^ byte).wrapping_mul(0x0100_0193);
        at += 1;
    }
    let (mut digits, mut at) = ([0; 8], 0);
    while at < 8 {
        #[expect(
            clippy::indexing_slicing,
            clippy::cast_possible_truncation,
            reason = "a digit in each of the eight places"
        )]
        {
            // The letters a to p, a half byte each.
            digits[at] = b'a' + (hash >> (at * 4)) as u8 % 16;
        }
        at += 1;
    }
    digits
}

//! Names that need an explanation.

/// A name and its meaning.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// The name.
    pub name: &'static str,
    /// The meaning, in a sentence or two.
    pub meaning: &'static str,
}

impl Term {
    pub(crate) const fn new([name, meaning]: [&'static str; 2]) -> Self {
        Self { name, meaning }
    }
}

//! Names that need an explanation.

/// A name and its meaning.
#[derive(Debug)]
pub struct Term {
    /// The name.
    pub name: &'static str,
    /// The meaning, in a sentence or two.
    pub meaning: &'static str,
}

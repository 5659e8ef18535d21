//! Why a number or a row cannot be part of a usage report.

/// Why a number or a row cannot be part of a usage report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// Below zero.
    Negative,
    /// Not finite, or beyond the field's range.
    TooLarge,
    /// A count of machines that is not whole.
    FractionalCount,
    /// The rows do not share one unit, so they have no total.
    MixedUnits,
    /// The sum is too large to be exact.
    SumTooLarge,
    /// More types than any console has.
    TooManyTypes,
}

impl Rejected {
    /// The reason, to be put after the name of a field or a row.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Negative => "is negative",
            Self::TooLarge => "is too large",
            Self::FractionalCount => "is no whole number",
            Self::MixedUnits => "has another unit than the rows before",
            Self::SumTooLarge => "makes the sum too large to be exact",
            Self::TooManyTypes => "has one type more than the 1,000 that are allowed",
        }
    }
}

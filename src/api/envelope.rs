//! The shapes that answers come in: rows are an array, `{ "data": array }`, or `null` in either
//! place.

/// A JSON value, as the browser or a test has it.
pub trait Json: Sized {
    /// Whether it is `null`.
    fn is_null(&self) -> bool;
    /// Whether it is an array.
    fn is_array(&self) -> bool;
    /// Whether it is an object, and no array.
    fn is_object(&self) -> bool;
    /// The member of that name, where it is an object that has one.
    fn member(&self, name: &'static str) -> Option<Self>;
    /// The first element, where it is an array that has one.
    fn first(&self) -> Option<Self>;
    /// The text, where it is one.
    fn text(&self) -> Option<String>;
    /// The number, where it is one.
    fn number(&self) -> Option<f64>;
}

/// What an envelope holds.
#[derive(Debug, PartialEq, Eq)]
pub enum Envelope<T> {
    /// No rows, said as `null`.
    Null,
    /// An array of rows.
    Array(T),
}

impl<T: Json> Envelope<T> {
    /// Opens an answer; `None` where it has none of the shapes.
    pub fn open(answer: T) -> Option<Self> {
        match Self::flat(answer) {
            Ok(envelope) => Some(envelope),
            Err(answer) => Self::flat(answer.member("data")?).ok(),
        }
    }

    fn flat(value: T) -> Result<Self, T> {
        if value.is_null() {
            Ok(Self::Null)
        } else if value.is_array() {
            Ok(Self::Array(value))
        } else {
            Err(value)
        }
    }
}

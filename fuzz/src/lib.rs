//! The card's promises for any input of a server or a page. Each promise is worked out here in
//! another way than in the crate, so that an input that breaks one is a defect and not a matter of
//! taste.

mod amount;
mod json;
pub mod organizations;
pub mod payload;
mod reference;
pub mod rows;
pub mod settings;
pub mod words;

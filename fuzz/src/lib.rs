//! What holds for whatever a server or a page hands over. Each promise is worked out here in another
//! way than in the crate, so that an input that breaks one is a defect and not a matter of taste.

mod amount;
pub mod payload;
mod reference;
pub mod rows;
#[path = "../../tests/payload/served.rs"]
#[expect(dead_code, reason = "the card's own tests ask for more of it")]
mod served;
pub mod settings;
pub mod words;

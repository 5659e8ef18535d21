//! When to load: a machine without input or output of its own, and the driver that runs it.
//!
//! [`Loader`] takes events and gives effects, for all cards of a page; it reads no clock and starts
//! no timer. Only the [`driver`], and what [`Load`] takes from the page, touch the browser.

mod config;
pub mod driver;

mod event;
mod load;
mod machine;
mod state;

pub use config::{Config, Source};
pub use event::{
    Announcement, CardId, Effect, Event, Now, Ticket, TokenProblem, TokenReason, Update,
};
pub use load::{HeadStart, Load, Payload, TokenProvider, TokenSource};
pub use machine::Loader;
pub use state::{Loaded, State};

//! The catalogues at hand: English and what else is compiled in, and those that have come since. A
//! browser is given the other languages on demand, a file each, so that nobody waits for what nobody
//! reads.

#[cfg(not(any(feature = "all-languages", not(target_arch = "wasm32"))))]
mod loaded;
#[cfg(any(feature = "all-languages", not(target_arch = "wasm32")))]
#[path = "catalogues/compiled.rs"]
mod loaded;

pub(super) use loaded::find;
pub(crate) use loaded::{Asked, ask};

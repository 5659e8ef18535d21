//! The language packs at hand: English and others that are compiled in, and those that were loaded.
//! A browser loads other languages on demand, a file each, so that nobody waits for a language that
//! nobody reads.

#[cfg(not(any(feature = "all-languages", not(target_arch = "wasm32"))))]
mod loaded;
#[cfg(any(feature = "all-languages", not(target_arch = "wasm32")))]
#[path = "packs/compiled.rs"]
mod loaded;

pub(super) use loaded::find;
pub(crate) use loaded::{LanguageLoad, load};

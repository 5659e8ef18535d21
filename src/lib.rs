#![doc = include_str!("../README.md")]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        reason = "a test that fails may panic"
    )
)]

pub mod api;
pub mod card;
mod component;
pub mod element;
mod export;
pub mod instant;
pub mod loader;
pub mod locale;
pub mod usage;

pub use component::{LicensingCard, LicensingCardProps, Msg, Report};

/// Smaller than the default one. Only in the shipped files: a library leaves this to the program.
#[cfg(all(feature = "shipped", target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Compiles the code for a Yew application.
#[cfg(doctest)]
#[doc = include_str!("../docs/embedding.md")]
struct Embedding;

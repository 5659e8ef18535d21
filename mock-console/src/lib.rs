#![doc = include_str!("../README.md")]

mod actions;
mod api;
mod cli;
mod control;
mod cut;
mod data;
mod extract;
mod faults;
mod lock;
mod problem;
mod server;
mod shared;
mod tls;
mod tokens;
mod users;
mod visits;

pub use cli::{Options, Origin, Version};
pub use data::DataError;
pub use server::{Server, StartError};

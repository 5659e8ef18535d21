//! Why the console does not start, in one sentence each.

use std::error::Error;
use std::{fmt, io};

use crate::data::DataError;

/// Why the console does not start.
#[derive(Debug)]
pub enum StartError {
    /// A recorded payload that cannot be served.
    Data(DataError),
    /// A port that cannot be taken.
    Port {
        /// The port asked for.
        port: u16,
        /// The flag that chooses another.
        flag: &'static str,
        /// The system's reason.
        error: io::Error,
    },
    /// A certificate that could not be made.
    Certificate(Box<dyn Error + Send + Sync>),
}

impl From<DataError> for StartError {
    fn from(error: DataError) -> Self {
        Self::Data(error)
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Data(error) => error.fmt(f),
            Self::Port { port, flag, error } if error.kind() == io::ErrorKind::AddrInUse => {
                write!(
                    f,
                    "port {port} is taken: stop what uses it, or choose another with {flag}"
                )
            }
            Self::Port { port, flag, error } => {
                write!(
                    f,
                    "port {port} cannot be used ({error}): choose another with {flag}"
                )
            }
            Self::Certificate(error) => write!(f, "no certificate could be made: {error}"),
        }
    }
}

impl Error for StartError {}

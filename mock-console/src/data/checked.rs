//! A file is served only if it is JSON, and refused with the place where it is not.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use axum::body::Bytes;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

/// Why the recorded payloads cannot be served: the file and, in it, the place.
#[derive(Debug)]
pub struct DataError {
    file: PathBuf,
    place: Option<(usize, usize)>,
    reason: String,
}

impl DataError {
    pub(crate) fn unreadable(file: PathBuf, error: &io::Error) -> Self {
        Self {
            file,
            place: None,
            reason: format!("cannot be read: {error}"),
        }
    }

    pub(crate) fn refused(file: PathBuf, reason: impl Into<String>) -> Self {
        Self {
            file,
            place: None,
            reason: reason.into(),
        }
    }

    fn malformed(file: &Path, error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let reason = error.to_string();
        let reason = reason.strip_suffix(&format!(" at line {line} column {column}"));
        Self {
            file: file.to_owned(),
            place: Some((line, column)),
            reason: reason.map_or_else(|| error.to_string(), ToOwned::to_owned),
        }
    }

    fn not_text(file: &Path, readable: &[u8]) -> Self {
        let lines: Vec<&[u8]> = readable.split(|byte| *byte == b'\n').collect();
        let place = (lines.len(), lines.last().map_or(0, |line| line.len()) + 1);
        let reason = "this byte is not UTF-8".to_owned();
        Self {
            file: file.to_owned(),
            place: Some(place),
            reason,
        }
    }
}

impl fmt::Display for DataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            place,
            reason,
        } = self;
        match place {
            None => write!(f, "{}: {reason}", file.display()),
            Some((line, column)) => {
                write!(
                    f,
                    "{}, line {line}, column {column}: {reason}",
                    file.display()
                )
            }
        }
    }
}

impl std::error::Error for DataError {}

/// The file's bytes, once they are known to be JSON; `None` where there is no such file.
pub(crate) fn json_file(file: &Path) -> Result<Option<Bytes>, DataError> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(DataError::unreadable(file.to_owned(), &error)),
    };
    let bytes = Bytes::from(bytes);
    // A number that no one can hold is JSON all the same, so the values are skipped; but of two
    // errors the one about the values says more, such as `trailing comma`.
    parsed::<IgnoredAny>(file, &bytes)
        .map_err(|error| parsed::<Value>(file, &bytes).err().unwrap_or(error))?;
    Ok(Some(bytes))
}

/// The file's bytes as a value.
pub(crate) fn parsed<T: DeserializeOwned>(file: &Path, bytes: &Bytes) -> Result<T, DataError> {
    // Skipped strings are not checked by the parser, so the text is checked first.
    let text = str::from_utf8(bytes).map_err(|error| {
        DataError::not_text(file, bytes.get(..error.valid_up_to()).unwrap_or_default())
    })?;
    serde_json::from_str(text).map_err(|error| DataError::malformed(file, &error))
}

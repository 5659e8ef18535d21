//! A server's words are shown short, harmless and without the token, or not at all.

use arbitrary::Arbitrary;
use licensing_card::api::{ErrorBody, Token, server_words};
use serde_json::Value;

use crate::json;

const LONGEST: usize = 200;
const LONGEST_READ: usize = 2_000;
/// As many characters of a token in a row give it away.
const RUN: usize = 8;
const TOKENS: [&str; 3] = ["s3cret", "two words", "eyJhbGciOi.c2VjcmV0~_-+/=="];

/// A piece of a text.
#[derive(Arbitrary, Debug)]
pub enum Piece {
    /// The token as it is.
    Token,
    /// The token, with this between any two of its characters.
    Spread(char),
    /// The token, with this in place of its spaces.
    Respaced(char),
    /// The token but for its last characters.
    Cut(u8),
    /// Anything else.
    Other(String),
}

/// The pieces as one text.
#[must_use]
pub fn text(pieces: &[Piece], token: &str) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Token => token.to_owned(),
        Piece::Spread(between) => token.chars().flat_map(|char| [char, *between]).collect(),
        Piece::Respaced(space) => token.replace(' ', &space.to_string()),
        Piece::Cut(by) => {
            let length = token.chars().count().saturating_sub(usize::from(*by % 4));
            token.chars().take(length).collect()
        }
        Piece::Other(text) => text.clone(),
    };
    pieces.iter().map(piece).collect()
}

/// Holds an error's body to all that is promised of it.
pub fn check_body(bytes: &[u8]) {
    let body = json::parse(bytes);
    let read = ErrorBody::read(bytes);
    let text = body.as_ref().and_then(error_text);
    let text = text.filter(|text| text.chars().count() <= LONGEST_READ);
    assert_eq!(read.text.as_deref(), text);
    let Some(message) = text else {
        return;
    };
    for token in TOKENS {
        check_text(message, token);
    }
}

/// Holds a server's words to all that is promised of them.
pub fn check_text(message: &str, token: &str) {
    let token = Token::new(token).ok().flatten();
    let Some(words) = server_words(message, token.as_ref()) else {
        return;
    };
    assert!(words.chars().count() <= LONGEST, "{words}");
    assert!(!words.is_empty() && !words.contains('<'));
    assert!(words.trim() == words && !words.contains("  "), "{words:?}");
    assert!(!words.chars().any(disguises), "{words:?}");
    if let Some(token) = token {
        let header = token.authorization();
        let token = header.trim_start_matches("Bearer ");
        let (words, token) = (legible(&words), legible(token));
        let backwards = |text: &str| text.chars().rev().collect::<String>();
        let run = token.len().min(RUN);
        for (at, _) in token.char_indices() {
            let Some(part) = token.get(at..at + run) else {
                break;
            };
            assert!(!words.contains(part), "{words:?} {token:?}");
            assert!(!words.contains(&backwards(part)), "{words:?} {token:?}");
        }
    }
}

/// The text that an error's body gives, if any.
fn error_text(body: &Value) -> Option<&str> {
    let long = |text: &&Value| {
        text.as_str()
            .is_some_and(|it| it.chars().count() <= LONGEST_READ)
    };
    [
        body.get("errors")
            .and_then(|errors| errors.get(0)?.get("message")),
        body.get("error").and_then(|error| error.get("message")),
        body.get("error_description"),
        body.get("message"),
        body.get("Message"),
        body.get("error"),
        Some(body),
    ]
    .into_iter()
    .flatten()
    .find(long)?
    .as_str()
}

/// The text that a person can read, with other characters left out.
fn legible(text: &str) -> String {
    let legible = text.chars().filter(char::is_ascii_graphic);
    legible.collect::<String>().to_ascii_lowercase()
}

/// Characters that control, reorder, or cannot be seen.
fn disguises(char: char) -> bool {
    let single = ['\u{ad}', '\u{61c}', '\u{180e}', '\u{200b}', '\u{feff}'];
    char.is_control()
        || single.contains(&char)
        || matches!(char, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

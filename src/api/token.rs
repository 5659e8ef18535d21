//! The bearer token, which is shown to nobody but the Authorization header.

use std::fmt;

/// A token that cannot be sent in a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsendable;

/// A bearer token: one or more printable ASCII characters.
///
/// It has no `Display`, and its `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Takes a token as given; white space around it is dropped, nothing at all is no token.
    ///
    /// # Errors
    /// [`Unsendable`] where a header cannot carry it.
    pub fn new(text: &str) -> Result<Option<Self>, Unsendable> {
        let text = text.trim_matches([' ', '\t', '\r', '\n']);
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            Ok(Some(text)
                .filter(|text| !text.is_empty())
                .map(|text| Self(text.to_owned())))
        } else {
            Err(Unsendable)
        }
    }

    /// The Authorization header's value.
    #[must_use]
    pub fn authorization(&self) -> String {
        format!("Bearer {}", self.0)
    }

    /// Whether a text gives this token away: to a person too, who may leave out what stands between
    /// its characters.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        // Without std's searcher, which the wasm would carry for this alone.
        let mut from = text.bytes().filter(u8::is_ascii_graphic);
        loop {
            let mut rest = from.clone();
            let mut wanted = self.0.bytes().filter(u8::is_ascii_graphic);
            if wanted.all(|byte| rest.next() == Some(byte)) {
                return true;
            }
            if from.next().is_none() {
                return false;
            }
        }
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_header_carries_is_a_token() {
        for (text, expected) in [
            ("abc.DEF-1~+/==", Ok(true)),
            (" abc\n", Ok(true)),
            ("", Ok(false)),
            ("  ", Ok(false)),
            ("a\nb", Err(Unsendable)),
            ("a\0b", Err(Unsendable)),
            ("schlüssel", Err(Unsendable)),
            ("🔑", Err(Unsendable)),
        ] {
            assert_eq!(
                Token::new(text).map(|token| token.is_some()),
                expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_token_is_found_however_it_is_spread() {
        let token = Token::new("two words").unwrap().unwrap();
        for (text, expected) in [
            ("two words", true),
            ("no (two words)!", true),
            ("two\n\twords", true),
            ("twowords", true),
            ("t\u{200b}w\u{200b}o w o r d s", true),
            ("two wörds", false),
            ("two word", false),
            ("words two", false),
            ("", false),
        ] {
            assert_eq!(token.is_in(text), expected, "{text:?}");
        }
    }

    #[test]
    fn debug_output_hides_it() {
        let token = Token::new("secret").unwrap().unwrap();
        assert_eq!(format!("{token:?}"), "Token");
        assert_eq!(token.authorization(), "Bearer secret");
    }
}

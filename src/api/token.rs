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

    /// Whether a text gives this token away: shares eight characters in a row with it, as it is,
    /// percent-encoded, in base64 or base64url, in another case, or backwards. A person can leave
    /// out the characters in between, so that spaces and invisible ones do not count.
    #[must_use]
    pub fn shows_in(&self, text: &str) -> bool {
        let token = self.0.as_bytes();
        // Percent signs may encode, or stand for themselves.
        let mut spellings = vec![folded(token, false), folded(token, true)];
        // The same bytes have three spellings in base64, by how many stand before them. The letters
        // that depend on those do not count.
        for (before, skipped) in [(0, 0), (1, 2), (2, 3)] {
            let mut bytes = vec![0; before];
            bytes.extend_from_slice(token);
            let letters = base64(&bytes);
            spellings.push(folded(letters.get(skipped..).unwrap_or_default(), false));
        }
        [false, true].into_iter().any(|decode| {
            let text = folded(text.as_bytes(), decode);
            let reversed: Vec<_> = text.iter().rev().copied().collect();
            let shows =
                |token: &Vec<u8>| share_a_run(&text, token) || share_a_run(&reversed, token);
            spellings.iter().any(shows)
        })
    }
}

/// How many characters in a row give a token away; all of them where it has fewer.
const RUN: usize = 8;

fn share_a_run(text: &[u8], token: &[u8]) -> bool {
    let run = token.len().min(RUN);
    run > 0 && (token.windows(run)).any(|run| text.windows(run.len()).any(|part| part == run))
}

/// The readable characters, in lower case, with base64url's letters as base64's and, if `decode`,
/// with percent-encoding undone.
fn folded(bytes: &[u8], decode: bool) -> Vec<u8> {
    let mut folded = Vec::new();
    for byte in bytes {
        let mut byte = *byte;
        while byte.is_ascii_graphic() {
            folded.push(match byte.to_ascii_lowercase() {
                b'-' => b'+',
                b'_' => b'/',
                lower => lower,
            });
            // Once more, if the decoded character is itself part of an encoded one.
            let [.., b'%', high, low] = folded[..] else {
                break;
            };
            if !decode {
                break;
            }
            let (Some(high), Some(low)) = (digit(high), digit(low)) else {
                break;
            };
            folded.truncate(folded.len() - 3);
            byte = high << 4 | low;
        }
    }
    folded
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

/// In base64, without padding, and without the letter that holds but a part of a byte.
fn base64(bytes: &[u8]) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut letters = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        while count >= 6 {
            count -= 6;
            letters.extend(LETTERS.get((bits >> count & 63) as usize));
        }
    }
    letters
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
    fn a_token_is_found_however_it_is_spelled() {
        for (token, text, expected) in [
            ("two words", "two words", true),
            ("two words", "no (two words)!", true),
            ("two words", "two\n\twords", true),
            ("two words", "twowords", true),
            ("two words", "t\u{200b}w\u{200b}o w o r d s", true),
            ("two words", "TWO WORDS", true),
            ("two words", "sdrow owt", true),
            ("two words", "two%20words", true),
            // The token's own percent sign.
            ("{  ]\"g.%eeza}", "{aa]\"g.%eeza}", true),
            // Its characters look like encoded ones beside a percent sign.
            ("eyJhbGciOi.c2VjcmV0", "use%2c.ioicg", true),
            ("two words", "two wörds", false),
            ("two words", "two word", false),
            ("two words", "words two", false),
            ("two words", "", false),
            ("s3cret", "the s3cret", true),
            ("s3cret", "the s3cre", false),
            // Cut at its end, or at its beginning.
            ("abcdefghijklmnop", "token abcdefgh…", true),
            ("abcdefghijklmnop", "token ijklmnop", true),
            ("abcdefghijklmnop", "token abcdefg…", false),
            ("ab/cd+efgh==", "ab%2Fcd%2befgh", true),
            ("ab/cd+efgh==", "ab%252Fcd%252befgh", true),
            ("abcdefgh", "%61%62%63%64%65%66%67%68", true),
            ("eyJhbGciOi-_x", "eyJhbGciOi+/x", true),
            // "abcdefghi" in base64, after nothing, one and two other characters.
            ("abcdefghi", "YWJjZGVmZ2hp", true),
            ("abcdefghi", "eGFiY2RlZmdoaQ==", true),
            ("abcdefghi", "eHhhYmNkZWZnaGk", true),
            ("abcdefghi", "QmVhcmVyIGFiY2RlZmdoaQ==", true),
            ("abcdefghi", "ywjjzgvmz2hp", true),
            ("abcdefghi", "ph2ZmVGZjJWY", true),
            ("abcdefghi", "QmVhcmVyIHNvbWV0aGluZw==", false),
            ("abcdefghi", "License is not installed", false),
            ("~~~~~~~~~~~~", "~~~~~~~~", true),
        ] {
            let token = Token::new(token).unwrap().unwrap();
            assert_eq!(token.shows_in(text), expected, "{text:?}");
        }
    }

    #[test]
    fn debug_output_hides_it() {
        let token = Token::new("secret").unwrap().unwrap();
        assert_eq!(format!("{token:?}"), "Token");
        assert_eq!(token.authorization(), "Bearer secret");
    }
}

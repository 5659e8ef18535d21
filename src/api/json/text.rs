//! A text as it is written in JSON.

use std::borrow::Cow;

/// The longest way to write a character: two escapes.
const LONGEST_CHARACTER: usize = 12;

/// A text between its quotes.
#[derive(Clone, Copy, Debug)]
pub(in crate::api) struct Text<'a> {
    raw: &'a [u8],
    /// Without escapes.
    is_plain: bool,
}

impl<'a> Text<'a> {
    pub(super) fn new(raw: &'a [u8]) -> Self {
        let is_plain = !raw.contains(&b'\\');
        Self { raw, is_plain }
    }

    /// Whether it is that name.
    pub(super) fn is(self, name: &str) -> bool {
        if self.is_plain {
            self.raw == name.as_bytes()
        } else {
            self.decode() == name
        }
    }

    /// Whether it has no character.
    pub(in crate::api) const fn is_empty(self) -> bool {
        self.raw.is_empty()
    }

    /// The text; `None` where it has more than so many characters.
    pub(in crate::api) fn at_most(self, characters: usize) -> Option<Cow<'a, str>> {
        // So that no more than that is decoded.
        if self.raw.len() > characters * LONGEST_CHARACTER {
            return None;
        }
        let text = self.decode();
        let fits = text.len() <= characters || text.chars().count() <= characters;
        fits.then_some(text)
    }

    /// Bytes that are no UTF-8 and halves of a surrogate pair become U+FFFD, as in a browser.
    fn decode(self) -> Cow<'a, str> {
        if self.is_plain {
            return String::from_utf8_lossy(self.raw);
        }
        let mut bytes = Vec::with_capacity(self.raw.len());
        let mut rest = self.raw;
        while let Some((byte, after)) = rest.split_first() {
            rest = after;
            if *byte == b'\\' {
                let mut buffer = [0; 4];
                let character = escaped(&mut rest).encode_utf8(&mut buffer);
                bytes.extend_from_slice(character.as_bytes());
            } else {
                bytes.push(*byte);
            }
        }
        Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// The character after a backslash.
fn escaped(rest: &mut &[u8]) -> char {
    let byte = rest.first().copied().unwrap_or_default();
    *rest = rest.get(1..).unwrap_or_default();
    match byte {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => unit(rest),
        _ => byte.into(),
    }
}

/// The character of one UTF-16 unit, or of two.
fn unit(rest: &mut &[u8]) -> char {
    let first = hex(rest.get(..4));
    *rest = rest.get(4..).unwrap_or_default();
    if let (0xd800..0xdc00, Some(b"\\u")) = (first, rest.get(..2)) {
        let second = hex(rest.get(2..6));
        if let 0xdc00..0xe000 = second {
            *rest = rest.get(6..).unwrap_or_default();
            let both = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
            return char::from_u32(both).unwrap_or(char::REPLACEMENT_CHARACTER);
        }
    }
    char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn hex(digits: Option<&[u8]>) -> u32 {
    digits.unwrap_or_default().iter().fold(0, |number, digit| {
        let digit = char::from(*digit).to_digit(16);
        number * 16 + digit.unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_what_a_browser_makes_of_it() {
        for (raw, expected) in [
            (&b"plain"[..], "plain"),
            (b"", ""),
            ("Größe 🔑".as_bytes(), "Größe 🔑"),
            (br#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"),
            (br"\u0041\u00e9\u20ac", "Aé€"),
            (br"\ud83d\udd11!", "🔑!"),
            (br"\ud83d", "\u{fffd}"),
            (br"\ud83dx", "\u{fffd}x"),
            (br"\ud83d\u0041", "\u{fffd}A"),
            (br"\ud83d\ud83d\udd11", "\u{fffd}🔑"),
            (br"\udd11\ud83d", "\u{fffd}\u{fffd}"),
            (b"a\xffb", "a\u{fffd}b"),
            (b"\xe2\x82", "\u{fffd}"),
            (b"\\u0041\xe2\x28", "A\u{fffd}("),
        ] {
            let text = Text::new(raw);
            assert_eq!(text.decode(), expected, "{raw:?}");
        }
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let keys = "🔑".repeat(256);
        let escaped = r"\ud83d\udd11".repeat(256);
        for raw in [keys.as_str(), &escaped] {
            let text = Text::new(raw.as_bytes());
            assert_eq!(text.at_most(256).as_deref(), Some(keys.as_str()));
            assert_eq!(text.at_most(255), None);
        }
        let long = "x".repeat(1 << 20);
        assert_eq!(Text::new(long.as_bytes()).at_most(256), None);
    }
}

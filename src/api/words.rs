//! A server's words, as far as they may be shown.

use super::Token;

/// The longest text that is passed on, in characters.
const LONGEST: usize = 200;

/// The server's words as they may be shown: one line, short, without control characters; `None`
/// where nothing is left, where it is markup, or where it gives the token away.
#[must_use]
pub fn server_words(text: &str, token: Option<&Token>) -> Option<String> {
    if text.contains('<') {
        return None;
    }
    let mut words = String::new();
    // The ellipsis has its place in any case.
    let mut room = LONGEST - 1;
    for word in text.split(|char: char| char.is_whitespace() || is_invisible(char)) {
        if word.is_empty() {
            continue;
        }
        let space = usize::from(!words.is_empty());
        let Some(left) = room.checked_sub(word.chars().count() + space) else {
            words.push('…');
            break;
        };
        room = left;
        if space > 0 {
            words.push(' ');
        }
        words.push_str(word);
    }
    let is_fit = !matches!(words.as_str(), "" | "…");
    let is_safe = token.is_none_or(|token| !token.shows_in(&words));
    (is_fit && is_safe).then_some(words)
}

/// Control characters, those that reorder the text around them, and those that nobody sees. The
/// joiners are not among them: some languages are spelled with them.
fn is_invisible(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
                | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_words_are_passed_on() {
        let token = Token::new("s3cret").unwrap();
        for (text, expected) in [
            ("No such\r\n\tcompany.", Some("No such company.")),
            ("a\u{202e}b\0c", Some("a b c")),
            ("<html><b>Oops</b></html>", None),
            ("Token s3cret has expired", None),
            ("Token s3\u{200b}cret has expired", None),
            ("a\u{200b}b\u{61c}c\u{feff}", Some("a b c")),
            ("می\u{200c}خواهم", Some("می\u{200c}خواهم")),
            (
                &format!("{} yy  ", "x".repeat(196)),
                Some(&format!("{} yy", "x".repeat(196))),
            ),
            (
                &format!("{} yyy", "x".repeat(196)),
                Some(&format!("{}…", "x".repeat(196))),
            ),
            (" \n ", None),
            (&"x".repeat(500), None),
        ] {
            assert_eq!(
                server_words(text, token.as_ref()).as_deref(),
                expected,
                "{text}"
            );
        }
        let cut = server_words(&"word ".repeat(100), None).unwrap();
        assert!(
            cut.ends_with("word…") && cut.chars().count() <= LONGEST,
            "{cut}"
        );
    }
}

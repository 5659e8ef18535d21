//! What a server says of an error, in any of the ways that servers say it.
//!
//! Veeam documents no error bodies for v2, so they are read tolerantly, the most specific first:
//! `errors[0].message`, `error.message`, `error_description`, `message` or `Message`, a bare JSON
//! string. Nothing is shown as it came: see [`server_words`].

use super::{Json, Token};

/// The longest text that is passed on, in characters.
const LONGEST: usize = 200;

/// The text that an error's body gives, if any.
pub fn error_text<T: Json>(body: &T) -> Option<String> {
    let member = |name| body.member(name);
    let inner = |value: T| value.member("message")?.text();
    member("errors")
        .and_then(|errors| inner(errors.first()?))
        .or_else(|| inner(member("error")?))
        .or_else(|| member("error_description")?.text())
        .or_else(|| member("message")?.text())
        .or_else(|| member("Message")?.text())
        // OAuth's `error` is a code rather than a sentence.
        .or_else(|| member("error")?.text())
        .or_else(|| body.text())
}

/// The server's words as they may be shown: one line, short, without control characters; `None`
/// where nothing is left, where it is markup, or where it gives the token away.
#[must_use]
pub fn server_words(text: &str, token: Option<&Token>) -> Option<String> {
    if text.contains('<') || token.is_some_and(|token| token.is_in(text)) {
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
    Some(words).filter(|words| !matches!(words.as_str(), "" | "…"))
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
    use serde_json::json;

    use super::*;

    #[test]
    fn the_most_specific_text_is_found() {
        for (body, expected) in [
            (
                json!({"errors": [{"message": "a", "type": "x", "code": 5}]}),
                Some("a"),
            ),
            (
                json!({"message": "M d", "errors": [{"message": "First one"}]}),
                Some("First one"),
            ),
            (json!({"error": {"message": "Not here"}}), Some("Not here")),
            (
                json!({"error": "invalid_grant", "error_description": "Wrong password"}),
                Some("Wrong password"),
            ),
            (json!({"error": "invalid_grant"}), Some("invalid_grant")),
            (json!({"Message": "No."}), Some("No.")),
            (json!({"message": {"message": "too deep"}}), None),
            (json!("Plainly no"), Some("Plainly no")),
            (json!({"errors": []}), None),
            (json!({"errors": null, "message": 5}), None),
            (json!([1, 2]), None),
            (json!(true), None),
            (json!(null), None),
            (json!({}), None),
        ] {
            assert_eq!(error_text(&body).as_deref(), expected, "{body}");
        }
    }

    #[test]
    fn only_harmless_words_are_passed_on() {
        let token = Token::new("s3cret").unwrap();
        let long = "word ".repeat(100);
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
        let cut = server_words(&long, None).unwrap();
        assert!(
            cut.ends_with("word…") && cut.chars().count() <= LONGEST,
            "{cut}"
        );
    }
}

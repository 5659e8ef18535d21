//! The message in a server's error body, in any of the usual shapes.
//!
//! Veeam documents no error bodies for v2, so they are read tolerantly, the most specific first:
//! `errors[0].message`, `error.message`, `error_description`, `message` or `Message`, a bare JSON
//! string. Nothing is shown as it came: see [`server_words`](super::server_words).

use super::json::{Elements, Handler, Node, Slots, Value, Walk};
use crate::usage::Decimal;

/// The longest text that is looked at, in characters.
const LONGEST: usize = 2_000;

/// The parts of an error's body that count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorBody {
    /// The text, if any.
    pub text: Option<String>,
    /// `errors[0].type`.
    pub kind: Option<String>,
    /// `errors[0].retryAfter`, in seconds.
    pub retry_after: Option<u64>,
}

static ROOT: Node = Node {
    slot: ROOT_SLOT,
    first: 0,
    members: &[
        (
            "errors",
            &Node {
                elements: Elements::First(&FIRST),
                ..object(4, FIRST_MESSAGE, &[])
            },
        ),
        (
            "error",
            &object(
                ERROR,
                ERROR_MESSAGE,
                &[("message", &Node::leaf(ERROR_MESSAGE))],
            ),
        ),
        ("error_description", &Node::leaf(DESCRIPTION)),
        ("message", &Node::leaf(MESSAGE)),
        ("Message", &Node::leaf(CAPITAL_MESSAGE)),
    ],
    elements: Elements::None,
};
static FIRST: Node = object(
    3,
    FIRST_MESSAGE,
    &[
        ("message", &Node::leaf(FIRST_MESSAGE)),
        ("type", &Node::leaf(FIRST_TYPE)),
        ("retryAfter", &Node::leaf(FIRST_RETRY_AFTER)),
    ],
);
const FIRST_MESSAGE: usize = 0;
const FIRST_TYPE: usize = 1;
const FIRST_RETRY_AFTER: usize = 2;
const ERROR_MESSAGE: usize = 5;
const ERROR: usize = 6;
const DESCRIPTION: usize = 7;
const MESSAGE: usize = 8;
const CAPITAL_MESSAGE: usize = 9;
const ROOT_SLOT: usize = 10;

const fn object(
    slot: usize,
    first: usize,
    members: &'static [(&'static str, &'static Node)],
) -> Node {
    Node {
        slot,
        first,
        members,
        elements: Elements::None,
    }
}

/// In the order in which a text counts. OAuth's `error` is a code rather than a sentence.
const TEXTS: [usize; 7] = [
    FIRST_MESSAGE,
    ERROR_MESSAGE,
    DESCRIPTION,
    MESSAGE,
    CAPITAL_MESSAGE,
    ERROR,
    ROOT_SLOT,
];

/// All that matters is in the slots.
struct Silent;

impl Handler<'_> for Silent {
    fn begin(&mut self, _: usize, _: &Slots) {}
    fn end(&mut self, _: usize, _: &Slots) {}
}

impl ErrorBody {
    /// Reads a body. One that is not JSON has no message.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let mut walk = Walk::new(bytes, &ROOT, &ROOT);
        loop {
            match walk.step(&mut Silent) {
                Ok(true) => break,
                Ok(false) => {}
                Err(_) => return Self::default(),
            }
        }
        let text = |slot: &usize| match walk.slots.get(*slot) {
            Some(Value::Text(text)) => Some(text.at_most(LONGEST)?.into_owned()),
            _ => None,
        };
        let retry_after = match walk.slots.get(FIRST_RETRY_AFTER) {
            Some(Value::Number(seconds)) => Decimal::read(seconds).ok(),
            _ => None,
        };
        Self {
            text: TEXTS.iter().find_map(text),
            kind: text(&FIRST_TYPE),
            retry_after: retry_after.map(Decimal::rounded_up),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_specific_text_is_found() {
        for (body, expected) in [
            (
                r#"{"errors": [{"message": "a", "type": "x", "code": 5}]}"#,
                Some("a"),
            ),
            (
                r#"{"message": "M d", "errors": [{"message": "First one"}, {"message": "b"}]}"#,
                Some("First one"),
            ),
            (r#"{"error": {"message": "Not here"}}"#, Some("Not here")),
            (
                r#"{"error": "invalid_grant", "error_description": "Wrong password"}"#,
                Some("Wrong password"),
            ),
            (r#"{"error": "invalid_grant"}"#, Some("invalid_grant")),
            (r#"{"Message": "No."}"#, Some("No.")),
            (r#"{"message": {"message": "too deep"}}"#, None),
            ("\u{feff}\"Plainly no\"", Some("Plainly no")),
            (r#"{"errors": [], "Message": 5}"#, None),
            (r#"{"errors": null, "message": 5}"#, None),
            (r#"[1, {"message": "a"}]"#, None),
            ("true", None),
            ("null", None),
            ("{}", None),
            ("", None),
            (r#"{"message": "cut"#, None),
            ("<html>no</html>", None),
        ] {
            let found = ErrorBody::read(body.as_bytes());
            assert_eq!(found.text.as_deref(), expected, "{body}");
        }
    }

    #[test]
    fn the_first_errors_type_and_patience_are_read() {
        for (body, kind, retry_after) in [
            (
                r#"{"errors":[{"type":"transport","code":429,"retryAfter":25}]}"#,
                Some("transport"),
                Some(25),
            ),
            (
                r#"{"errors":[{"type":5,"retryAfter":"25"},{"type":"logical"}]}"#,
                None,
                None,
            ),
            (r#"{"errors":[{"retryAfter":1.5}]}"#, None, Some(2)),
            (r#"{"errors":[{"retryAfter":-5}]}"#, None, None),
            (
                r#"{"errors":[{"retryAfter":1e99}]}"#,
                None,
                Some(1_000_000_000_000_000_000),
            ),
            (r#"{"retryAfter":5}"#, None, None),
        ] {
            let found = ErrorBody::read(body.as_bytes());
            assert_eq!(found.kind.as_deref(), kind, "{body}");
            assert_eq!(found.retry_after, retry_after, "{body}");
        }
    }
}

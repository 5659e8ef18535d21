//! What a server says of an error, in any of the ways that servers say it.
//!
//! Veeam documents no error bodies for v2, so they are read tolerantly, the most specific first:
//! `errors[0].message`, `error.message`, `error_description`, `message` or `Message`, a bare JSON
//! string. Nothing is shown as it came: see [`server_words`](super::server_words).

use super::json::{Elements, Handler, Node, Slots, Value, Walk};
use crate::usage::Decimal;

/// The longest text that is looked at, in characters.
const LONGEST: usize = 2_000;

/// What is of interest in an error's body.
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
    slot: 0,
    last: 10,
    members: &[
        ("errors", &ERRORS),
        ("error", &ERROR),
        ("error_description", &DESCRIPTION),
        ("message", &MESSAGE),
        ("Message", &CAPITAL_MESSAGE),
    ],
    elements: Elements::None,
};
static ERRORS: Node = Node {
    slot: 1,
    last: 5,
    members: &[],
    elements: Elements::First(&FIRST),
};
static FIRST: Node = Node {
    slot: 2,
    last: 5,
    members: &[
        ("message", &FIRST_MESSAGE),
        ("type", &FIRST_TYPE),
        ("retryAfter", &FIRST_RETRY_AFTER),
    ],
    elements: Elements::None,
};
static FIRST_MESSAGE: Node = Node::leaf(3);
static FIRST_TYPE: Node = Node::leaf(4);
static FIRST_RETRY_AFTER: Node = Node::leaf(5);
static ERROR: Node = Node {
    slot: 6,
    last: 7,
    members: &[("message", &ERROR_MESSAGE)],
    elements: Elements::None,
};
static ERROR_MESSAGE: Node = Node::leaf(7);
static DESCRIPTION: Node = Node::leaf(8);
static MESSAGE: Node = Node::leaf(9);
static CAPITAL_MESSAGE: Node = Node::leaf(10);

/// In the order in which a text counts. OAuth's `error` is a code rather than a sentence.
static TEXTS: [&Node; 7] = [
    &FIRST_MESSAGE,
    &ERROR_MESSAGE,
    &DESCRIPTION,
    &MESSAGE,
    &CAPITAL_MESSAGE,
    &ERROR,
    &ROOT,
];

/// All that matters is in the slots.
struct Silent;

impl Handler<'_> for Silent {
    fn begin(&mut self, _: usize, _: &Slots) {}
    fn end(&mut self, _: usize, _: &Slots) {}
}

impl ErrorBody {
    /// Reads a body. One that is not JSON says nothing.
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
        let text = |node: &&Node| match walk.slots.get(node.slot) {
            Some(Value::Text(text)) => Some(text.at_most(LONGEST)?.into_owned()),
            _ => None,
        };
        let retry_after = match walk.slots.get(FIRST_RETRY_AFTER.slot) {
            Some(Value::Number(seconds)) => Decimal::read(seconds).ok(),
            _ => None,
        };
        Self {
            text: TEXTS.iter().find_map(text),
            kind: text(&&FIRST_TYPE),
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
            (r#"{"errors":[{"retryAfter":1e99}]}"#, None, Some(u64::MAX)),
            (r#"{"retryAfter":5}"#, None, None),
        ] {
            let found = ErrorBody::read(body.as_bytes());
            assert_eq!(found.kind.as_deref(), kind, "{body}");
            assert_eq!(found.retry_after, retry_after, "{body}");
        }
    }
}

//! JSON as a browser reads it, by `serde_json`.

use serde_json::Value;

const DEEPEST: usize = 64;

/// A text's value; `None` if it is no JSON, or nested more deeply than the card reads.
pub(crate) fn parse(bytes: &[u8]) -> Option<Value> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = with_whole_characters(&String::from_utf8_lossy(bytes));
    if depth(&text) > DEEPEST {
        return None;
    }
    serde_json::from_str(&text).ok()
}

/// Halves of a pair, which `serde_json` refuses, are the character that browsers put there.
fn with_whole_characters(text: &str) -> String {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        whole.push_str(before);
        let length = match (
            unit(after),
            after.get(5..).and_then(|next| next.strip_prefix('\\')),
        ) {
            (Some(0xd800..0xdc00), Some(next)) if matches!(unit(next), Some(0xdc00..0xe000)) => 11,
            (Some(0xd800..0xe000), _) => {
                whole.push_str("\\ufffd");
                rest = &after[5..];
                continue;
            }
            _ => after.chars().next().map_or(0, char::len_utf8),
        };
        whole.push('\\');
        whole.push_str(&after[..length]);
        rest = &after[length..];
    }
    whole + rest
}

/// Of `u` and four digits.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('u')?.get(..4)?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_hex.then(|| u32::from_str_radix(digits, 16).ok())?
}

fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for char in text.chars() {
        match (in_text, char) {
            _ if escaped => escaped = false,
            (true, '\\') => escaped = true,
            (_, '"') => in_text = !in_text,
            (false, '[' | '{') => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            (false, ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

//! The links of documents that ship: all files of the package lie in one folder, and a file that is
//! not among them cannot be linked to.

/// The document with links to `shipped` files by their names alone. Of a link to another file the
/// words stay, of a picture nothing.
pub(super) fn relink(document: &str, shipped: &[&str]) -> String {
    let mut relinked = String::with_capacity(document.len());
    let mut rest = document;
    while let Some((start, end, words, target)) = next_link(rest) {
        let (before, link) = (rest.get(..start).unwrap_or_default(), rest.get(start..end));
        rest = rest.get(end..).unwrap_or_default();
        let (path, fragment) = match target.find('#') {
            Some(at) => target.split_at(at),
            None => (target, ""),
        };
        let name = path.rsplit('/').next().unwrap_or_default();
        if let Some(before) = before.strip_suffix('!') {
            relinked += before;
        } else if path.is_empty() || path.contains("://") {
            relinked += before;
            relinked += link.unwrap_or_default();
        } else {
            relinked += before;
            if shipped.contains(&name) {
                relinked.extend(["[", words, "](", name, fragment, ")"]);
            } else {
                relinked += words;
            }
        }
    }
    relinked + rest
}

/// Where the next `[words](target)` begins and ends, and both.
fn next_link(text: &str) -> Option<(usize, usize, &str, &str)> {
    let middle = text.find("](")?;
    let start = text.get(..middle)?.rfind('[')?;
    let close = middle + text.get(middle..)?.find(')')?;
    let words = text.get(start + 1..middle)?;
    Some((start, close + 1, words, text.get(middle + 2..close)?))
}

#[cfg(test)]
mod tests {
    use super::relink;

    #[test]
    fn links_lead_to_what_ships_and_nowhere_else() {
        for (written, shipped) in [
            ("see [it](docs/a.md).", "see [it](a.md)."),
            ("[a](../docs/a.md#b)[c](b.md)", "[a](a.md#b)c"),
            ("![A\ncard](docs/card.png)\ntext", "\ntext"),
            (
                "[here](#b), [there](https://x.example/b.md)",
                "[here](#b), [there](https://x.example/b.md)",
            ),
            ("[`configure({ a })`](a.md)", "[`configure({ a })`](a.md)"),
            ("[folder](docs/) and (none)", "folder and (none)"),
            ("nothing", "nothing"),
        ] {
            assert_eq!(relink(written, &["a.md"]), shipped);
        }
    }
}

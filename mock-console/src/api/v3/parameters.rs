//! The parameters of a query, read as the real console's framework does: names in any case, the
//! first of several, blanks as if there were none, unknown names ignored. Inferred from ASP.NET.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::problem::V3Refusal;

/// The page of an answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    pub(super) limit: usize,
    pub(super) offset: usize,
}

const MOST_ITEMS: usize = 500;
const USUAL_ITEMS: usize = 100;
const MOST_OFFSET: usize = 0x7fff_ffff;

#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Parameters(Vec<(String, String)>);

impl Parameters {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let mut values = self.0.iter();
        let (_, value) = values.find(|(given, _)| given.eq_ignore_ascii_case(name))?;
        Some(value.trim()).filter(|value| !value.is_empty())
    }

    /// A UUID in lower case, with hyphens.
    pub(super) fn uuid(&self, name: &'static str) -> Result<Option<String>, V3Refusal> {
        let read = |value| uuid(value).ok_or_else(|| invalid(name, value));
        self.get(name).map(read).transpose()
    }

    /// One of these words, in any case.
    pub(super) fn word(
        &self,
        name: &'static str,
        words: &[&'static str],
    ) -> Result<Option<&'static str>, V3Refusal> {
        let read = |value: &str| {
            let mut words = words.iter().copied();
            let word = words.find(|word| word.eq_ignore_ascii_case(value));
            word.ok_or_else(|| invalid(name, value))
        };
        self.get(name).map(read).transpose()
    }

    pub(super) fn page(&self) -> Result<Page, V3Refusal> {
        let number = |name, least: usize, usual, most: usize| match self.get(name) {
            None => Ok(usual),
            Some(value) => value
                .parse()
                .ok()
                .filter(|number| (least..=most).contains(number))
                .ok_or_else(|| invalid(name, value)),
        };
        Ok(Page {
            limit: number("limit", 1, USUAL_ITEMS, MOST_ITEMS)?,
            offset: number("offset", 0, 0, MOST_OFFSET)?,
        })
    }

    /// Refuses parameters that the real console has and this one has not: to ignore them would be
    /// to answer another question.
    pub(super) fn refuse(&self, names: &[&'static str]) -> Result<(), V3Refusal> {
        match names.iter().find(|name| self.get(name).is_some()) {
            None => Ok(()),
            Some(name) => {
                let message = format!("This stand-in does not know the parameter {name}.");
                Err(V3Refusal::parameter(name, message))
            }
        }
    }

    /// The first value of each name.
    pub(super) fn into_map(self) -> BTreeMap<String, String> {
        self.0.into_iter().rev().collect()
    }
}

fn invalid(name: &'static str, value: &str) -> V3Refusal {
    V3Refusal::parameter(name, format!("The value '{value}' is not valid."))
}

/// With hyphens, as 32 digits, or in braces or parentheses: the forms that .NET reads.
fn uuid(value: &str) -> Option<String> {
    let braced = |open, close| value.strip_prefix(open)?.strip_suffix(close);
    let value = braced('{', '}')
        .or_else(|| braced('(', ')'))
        .unwrap_or(value);
    let groups: Vec<&str> = value.split('-').collect();
    let sizes = groups.iter().map(|group| group.len());
    let digits: String = groups.concat().to_ascii_lowercase();
    let shaped = groups.len() == 1 || sizes.eq([8, 4, 4, 4, 12]);
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !(shaped && hexadecimal && digits.len() == 32) {
        return None;
    }
    let group = |from: usize, to: usize| digits.get(from..to);
    let groups = [(0, 8), (8, 12), (12, 16), (16, 20), (20, 32)];
    let groups: Option<Vec<&str>> = groups
        .into_iter()
        .map(|(from, to)| group(from, to))
        .collect();
    groups.map(|groups| groups.join("-"))
}

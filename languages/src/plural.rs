//! Messages whose form depends on a number.

/// A message's forms, by CLDR's plural categories. A form that the language does not have is empty.
#[derive(Debug)]
#[expect(missing_docs, reason = "they are CLDR's categories")]
pub struct Plural {
    pub zero: &'static str,
    pub one: &'static str,
    pub two: &'static str,
    pub few: &'static str,
    pub many: &'static str,
    pub other: &'static str,
}

impl Plural {
    /// The form for a category, by its name as `Intl.PluralRules` gives it.
    #[must_use]
    pub fn form(&self, category: &str) -> &'static str {
        let form = match category {
            "zero" => self.zero,
            "one" => self.one,
            "two" => self.two,
            "few" => self.few,
            "many" => self.many,
            _ => self.other,
        };
        // Rules newer than the pack may know a category more.
        if form.is_empty() { self.other } else { form }
    }
}

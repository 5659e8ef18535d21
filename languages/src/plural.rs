//! Messages whose form depends on a number.

/// A message's forms, by CLDR's plural categories. A form that the language does not have is empty.
#[derive(Clone, Copy, Debug)]
pub struct Plural([&'static str; 6]);

impl Plural {
    pub(crate) const fn new(forms: [&'static str; 6]) -> Self {
        Self(forms)
    }

    /// The form for a category, by its name as `Intl.PluralRules` gives it.
    #[must_use]
    pub fn form(self, category: &str) -> &'static str {
        let [zero, one, two, few, many, other] = self.0;
        let form = match category {
            "zero" => zero,
            "one" => one,
            "two" => two,
            "few" => few,
            "many" => many,
            _ => other,
        };
        // Rules newer than the pack may know a category more.
        if form.is_empty() { other } else { form }
    }
}

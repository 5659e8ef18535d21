//! The focus: it stays in the card when the button that it is on goes away.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::LicensingCard;

impl LicensingCard {
    /// The button to try again goes away when it is used; whoever was on it is not sent back to the
    /// page's beginning.
    pub(super) fn keep_focus(&mut self) {
        let Some(card) = self.node.cast::<Element>().filter(|_| self.refocus) else {
            return;
        };
        let find = |part: &str| card.query_selector(part).ok().flatten();
        if find("[part=retry-button]").is_some() {
            return;
        }
        self.refocus = false;
        let document = web_sys::window().and_then(|window| window.document());
        let is_lost = document
            .is_some_and(|document| document.active_element() == document.body().map(Into::into));
        if let Some(button) = find("[part=refresh-button]").filter(|_| is_lost) {
            let _ = button.unchecked_into::<HtmlElement>().focus();
        }
    }
}

//! Clicks: one listener for all buttons of a card, which the parts tell apart.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::Msg;
use crate::card::Column;

/// The message for a click, by the part of the card that it hit.
pub(super) fn message(click: &Event) -> Option<Msg> {
    // Not by its class, which a page may have replaced; clicks hit elements.
    let target: Element = click.target()?.unchecked_into();
    let button = target.closest("button:not([aria-disabled])").ok()??;
    if button.has_attribute("data-rows") {
        return Some(Msg::ShowRows);
    }
    Some(match button.get_attribute("part")?.as_str() {
        "refresh-button" => Msg::Refresh,
        "retry-button" => Msg::Retry,
        "sort-button" => Msg::Sort(Column::named(&button.get_attribute("data-column")?)?),
        "export-button" => Msg::Export,
        "copy-button" => Msg::Copy,
        "print-button" => Msg::Print,
        _ => return None,
    })
}

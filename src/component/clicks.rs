//! Clicks: one listener for all buttons of a card, which the parts tell apart.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::prelude::*;

use super::{LicensingCard, Msg};
use crate::card::Column;

impl LicensingCard {
    /// Listens to clicks on the card, whose element is another one after foreign changes.
    pub(super) fn attach(&mut self, ctx: &Context<Self>) {
        let listening = self.clicks.as_ref().map(EventListener::target);
        if let Some(card) = self.node.cast::<Element>()
            && listening != Some(card.as_ref())
        {
            let link = ctx.link().clone();
            self.clicks = Some(EventListener::new(&card, "click", move |click| {
                if let Some(msg) = message(click) {
                    link.send_message(msg);
                }
            }));
        }
    }
}

/// The message for a click, by the part of the card that it hit.
fn message(click: &Event) -> Option<Msg> {
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

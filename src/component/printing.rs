//! Printing: a long table shows its largest rows, and on paper it has all of them. They are drawn
//! beforehand, into a table body of their own, which takes the place of the other while the browser
//! prints: Firefox copies the page as soon as the listeners to `beforeprint` return, and Yew draws
//! later.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::{Element, Window};
use yew::html::Scope;
use yew::{Html, NodeRef, create_portal};

use super::{LicensingCard, Msg};

/// How long after the numbers the rows for paper are drawn, in milliseconds: people wait for the
/// largest rows, and not for these.
const DELAY: u32 = 100;

/// The table body with all rows.
#[derive(Debug)]
pub(super) struct Printing {
    /// Whether the rows are drawn.
    pub(super) is_due: bool,
    body: Element,
    _delay: Timeout,
    _listeners: [EventListener; 2],
}

impl Printing {
    /// A body for the table in `card`.
    pub(super) fn new(card: &NodeRef, link: &Scope<LicensingCard>) -> Option<Self> {
        let window = web_sys::window()?;
        let body = window.document()?.create_element("tbody").ok()?;
        let link = link.clone();
        Some(Self {
            is_due: false,
            _delay: Timeout::new(DELAY, move || link.send_message(Msg::Paper)),
            _listeners: listen(&window, card.clone(), body.clone()),
            body,
        })
    }

    /// Draws the rows into the body.
    pub(super) fn draw(&self, rows: Html) -> Html {
        create_portal(rows, self.body.clone())
    }
}

fn listen(window: &Window, card: NodeRef, body: Element) -> [EventListener; 2] {
    let drawn = body.clone();
    let begins = EventListener::new(window, "beforeprint", move |_| {
        let card = card.cast::<Element>();
        let totals = card.and_then(|card| card.query_selector("tfoot").ok().flatten());
        if let Some(totals) = totals
            && let Some(table) = totals.parent_node()
        {
            let _ = table.insert_before(&drawn, Some(&totals));
        }
    });
    let ends = EventListener::new(window, "afterprint", move |_| {
        take_out(&body);
    });
    [begins, ends]
}

fn take_out(body: &Element) {
    if let Some(table) = body.parent_node() {
        let _ = table.remove_child(body);
    }
}

impl Drop for Printing {
    fn drop(&mut self) {
        take_out(&self.body);
    }
}

//! The browser's view of the page: the time, visibility, and whether there is a network.

use gloo_events::{EventListener, EventListenerOptions};
use web_sys::VisibilityState;

use super::super::Event;
use crate::instant::Instant;

/// Reports changes until the listeners are dropped.
pub(super) fn listeners(tell: fn(Event)) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let mut listeners = Vec::new();
    for (name, online) in [("online", true), ("offline", false)] {
        listeners.push(EventListener::new(&window, name, move |_| {
            tell(Event::Online(online));
        }));
    }
    // At the window, on its way to the document: markup can take the names of the document's
    // methods.
    listeners.push(EventListener::new_with_options(
        &window,
        "visibilitychange",
        EventListenerOptions::run_in_capture_phase(),
        move |_| tell(Event::Visible(is_visible())),
    ));
    listeners
}

pub(super) fn now() -> Instant {
    Instant::from_millis(js_sys::Date::now())
}

pub(super) fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|document| document.visibility_state() != VisibilityState::Hidden)
}

pub(super) fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

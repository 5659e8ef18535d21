//! Printing: a long table is drawn with all its rows for as long as the browser prints.

use gloo_events::EventListener;
use yew::html::Scope;

use super::{LicensingCard, Msg};
use crate::card::MOST_ROWS;
use crate::export;
use crate::loader::State;

/// Listens to the browser's print events.
#[derive(Debug)]
pub(super) struct Printing {
    /// Whether all rows are drawn for it.
    pub(super) is_under_way: bool,
    /// Whether to print once they are.
    is_due: bool,
    _listeners: [EventListener; 2],
}

impl Printing {
    /// Keeps the listeners for a table with more rows than are shown, and none for others.
    pub(super) fn watch(printing: &mut Option<Self>, state: &State, link: &Scope<LicensingCard>) {
        let is_long = state
            .loaded()
            .is_some_and(|loaded| loaded.usage.workloads().len() > MOST_ROWS);
        if !is_long {
            *printing = None;
        } else if let Some(printing) = printing {
            if std::mem::take(&mut printing.is_due) {
                export::print();
            }
        } else {
            *printing = web_sys::window().map(|window| {
                let listen = |name, begins| {
                    let link = link.clone();
                    EventListener::new(&window, name, move |_| {
                        link.send_message(Msg::Prints(begins));
                    })
                };
                Self {
                    is_under_way: false,
                    is_due: false,
                    _listeners: [listen("beforeprint", true), listen("afterprint", false)],
                }
            });
        }
    }

    /// Prints after the next drawing, which has all rows.
    pub(super) const fn print_once_drawn(&mut self) {
        self.is_under_way = true;
        self.is_due = true;
    }
}

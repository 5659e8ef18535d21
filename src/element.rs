//! The boundary to JavaScript. The shell in `js/` owns the custom element's class; it makes one
//! [`Card`] for each element on a page and gives it the element's attributes and properties in one
//! object. The card reports through the shell's [`Host`].

mod attributes;
mod detail;
mod settings;
mod token;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use crate::component::{LicensingCard, LicensingCardProps, Msg, Report};
use crate::loader::{Announcement, Load, Loaded};
use crate::locale::Locale;
pub use attributes::Settings;
use settings::LastPayload;

#[wasm_bindgen]
extern "C" {
    /// The shell's side of a card.
    #[derive(Clone, Debug)]
    pub type Host;
    /// Takes the new values of the read-only properties, and with a new usage the rows as CSV.
    #[wasm_bindgen(method)]
    fn changed(this: &Host, state: &str, usage: &JsValue, error: &JsValue, csv: Option<String>);
    /// Raises an event; `false` if it was cancelled.
    #[wasm_bindgen(method)]
    fn raise(this: &Host, name: &str, detail: &JsValue) -> bool;
}

type App = yew::AppHandle<LicensingCard>;

/// One card on the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Card {
    app: RefCell<App>,
    payload: RefCell<LastPayload>,
    reports: Rc<Reports>,
}

/// A usage object, and the usage that it was made of.
type Made = (Rc<Loaded>, Rc<Locale>, JsValue);

/// The report, and the element that takes it.
#[derive(Debug)]
struct Reports {
    host: Host,
    load: RefCell<Load>,
    /// The places of the page's own content, made once.
    slots: [Html; 2],
    /// The last one.
    usage: RefCell<Option<Made>>,
}

#[wasm_bindgen]
impl Card {
    /// Mounts a card in `mount`, an element of the open shadow root.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(host: Host, mount: Element, settings: &Settings) -> Self {
        let mut payload = LastPayload::default();
        let reports = Rc::new(Reports {
            host,
            load: RefCell::new(settings::load(settings, &mut payload)),
            slots: [
                html! { <slot name="actions" /> },
                html! { <slot name="footer" /> },
            ],
            usage: RefCell::default(),
        });
        let props = reports.props(settings);
        let app = yew::Renderer::<LicensingCard>::with_root_and_props(mount, props).render();
        Self {
            app: RefCell::new(app),
            payload: RefCell::new(payload),
            reports,
        }
    }

    /// Takes the element's attributes and properties as they are now.
    pub fn configure(&self, settings: &Settings) {
        self.reports
            .take(settings::load(settings, &mut self.payload.borrow_mut()));
        let props = self.reports.props(settings);
        self.app.borrow_mut().update(props);
    }

    /// Loads now.
    pub fn refresh(&self) {
        self.app.borrow().send_message(Msg::Refresh);
    }

    /// The rows on screen as CSV, in the same order; nothing if there are none, or while it is
    /// drawn.
    #[must_use]
    pub fn csv(&self) -> Option<String> {
        self.app.borrow().get_component()?.csv()
    }

    /// Takes the card down: aborts its request, and lets go of the page.
    pub fn unmount(self) {
        self.app.into_inner().destroy();
    }
}

impl Reports {
    fn take(&self, load: Load) {
        let old = self.load.replace(load);
        let new = self.load.borrow();
        // The usage names both.
        if old.subject() != new.subject() {
            self.usage.take();
        }
    }

    fn props(self: &Rc<Self>, settings: &Settings) -> LicensingCardProps {
        let this = Rc::downgrade(self);
        let [actions, footer] = self.slots.clone();
        LicensingCardProps {
            load: self.load.borrow().clone(),
            appearance: attributes::appearance(settings),
            actions,
            footer,
            on_report: Some(Callback::from(move |report| {
                this.upgrade().is_none_or(|this| this.report(&report))
            })),
            alone: true,
        }
    }

    fn report(&self, report: &Report) -> bool {
        let error = |failure| detail::error(failure, &report.locale);
        let raise = |name, detail: &JsValue| self.host.raise(name, detail);
        match &report.announcement {
            None => {
                let error = report.state.failure().map_or(JsValue::NULL, error);
                let (usage, csv) = self.usage(report);
                self.host
                    .changed(report.state.as_str(), &usage, &error, csv);
                true
            }
            Some(Announcement::LoadStarted) => raise("usage-loadstart", &JsValue::NULL),
            // It has given way to something else before it could be announced.
            Some(Announcement::Loaded) if report.state.loaded().is_none() => true,
            Some(Announcement::Loaded) => raise("usage-load", &self.usage(report).0),
            Some(Announcement::Failed(failure)) => raise("usage-error", &error(failure)),
            Some(Announcement::AuthRequired(failure)) => {
                raise("usage-auth-required", &error(failure))
            }
        }
    }

    /// The usage on screen, or `null`: one object for each load. With a new one, the rows as CSV.
    fn usage(&self, report: &Report) -> (JsValue, Option<String>) {
        let Some(loaded) = report.state.loaded() else {
            self.usage.take();
            return (JsValue::NULL, None);
        };
        if let Some((made_of, locale, usage)) = &*self.usage.borrow()
            && Rc::ptr_eq(made_of, loaded)
            && Rc::ptr_eq(locale, &report.locale)
        {
            return (usage.clone(), None);
        }
        let usage = detail::usage(loaded, &self.load.borrow(), &report.locale);
        let made_of = (Rc::clone(loaded), Rc::clone(&report.locale), usage.clone());
        self.usage.replace(Some(made_of));
        (usage, report.csv.clone())
    }
}

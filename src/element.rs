//! The boundary: what JavaScript sees. The shell in `js/` owns the custom element's class; it
//! makes one [`Card`] for each element on the page and tells it, in one object, what the element's
//! attributes and properties say. What happens goes back through the shell's [`Host`].

mod config;
mod detail;
mod token;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, ShadowRoot};
use yew::prelude::*;

use crate::card::STYLE;
use crate::licensing_card::{LicensingCard, LicensingCardProps, Msg, Report};
use crate::loader::Announcement;
pub use config::Config;
use config::HostConfig;

#[wasm_bindgen]
extern "C" {
    /// The shell's side of a card.
    #[derive(Clone, Debug)]
    pub type Host;
    /// Takes what the read-only properties say from now on, the rows on screen as CSV, and what to
    /// say of a crash: that it has happened, how to start again, and that the page is to be loaded
    /// again. All of it is to be had after a crash too.
    #[wasm_bindgen(method)]
    fn changed(
        this: &Host,
        state: &str,
        usage: JsValue,
        error: JsValue,
        csv: Option<String>,
        crash: Array,
    );
    /// Raises an event; `false` where it was cancelled.
    #[wasm_bindgen(method)]
    fn raise(this: &Host, name: &str, detail: &JsValue) -> bool;
}

type App = yew::AppHandle<LicensingCard>;

/// One card on the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Card {
    app: RefCell<Option<App>>,
    shared: Rc<Shared>,
}

/// What the card and its reports share.
#[derive(Debug)]
struct Shared {
    host: Host,
    config: RefCell<HostConfig>,
    /// Those who wait for the end of a load: how to tell them that it went well, and that not.
    waiting: RefCell<Vec<(Function, Function)>>,
}

#[wasm_bindgen]
impl Card {
    /// Mounts a card in `mount`, an element of the open shadow root `root`.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(host: Host, root: &ShadowRoot, mount: Element, config: &Config) -> Self {
        adopt_style(root);
        let config = HostConfig::read(config, None);
        let shared = Rc::new(Shared {
            host,
            config: RefCell::new(config),
            waiting: RefCell::default(),
        });
        let props = shared.props();
        let app = yew::Renderer::<LicensingCard>::with_root_and_props(mount, props).render();
        Self {
            app: RefCell::new(Some(app)),
            shared,
        }
    }

    /// Takes what the element's attributes and properties say now.
    pub fn configure(&self, config: &Config) {
        let config = HostConfig::read(config, Some(&self.shared.config.borrow()));
        self.shared.config.replace(config);
        let props = self.shared.props();
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props);
        }
    }

    /// Loads now; the promise settles when that load has.
    pub fn refresh(&self) -> Promise {
        Promise::new(&mut |resolve, reject| {
            self.shared.waiting.borrow_mut().push((resolve, reject));
            if let Some(app) = self.app.borrow().as_ref() {
                app.send_message(Msg::Refresh);
            }
        })
    }

    /// Takes the card down: aborts its request, and lets go of the page.
    pub fn unmount(self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        for (_, reject) in self.shared.waiting.take() {
            let _ = reject.call1(&JsValue::NULL, &detail::abort_error());
        }
    }
}

impl Shared {
    fn props(self: &Rc<Self>) -> LicensingCardProps {
        let config = self.config.borrow();
        let this = Rc::downgrade(self);
        LicensingCardProps {
            load: config.load.clone(),
            appearance: config.appearance.clone(),
            actions: html! { <slot name="actions" /> },
            footer: html! { <slot name="footer" /> },
            on_report: Some(Callback::from(move |report| {
                this.upgrade().is_none_or(|this| this.report(&report))
            })),
        }
    }

    fn report(&self, report: &Report) -> bool {
        let usage = || detail::usage(&report.state, &self.config.borrow().load, &report.locale);
        let error = |failure| detail::error(failure, &report.locale);
        let raise = |name, detail: &JsValue| self.host.raise(name, detail);
        match &report.announcement {
            None => {
                let error = report.state.failure().map_or(JsValue::NULL, error);
                let csv = report.csv.clone();
                let messages = report.locale.messages;
                let crash = [messages.crashed, messages.retry, messages.reload].map(JsValue::from);
                let crash = crash.iter().collect();
                self.host
                    .changed(report.state.as_str(), usage(), error, csv, crash);
                true
            }
            Some(Announcement::LoadStarted) => raise("usage-loadstart", &JsValue::NULL),
            // They have given way to something else before they could be told of.
            Some(Announcement::Loaded) if report.state.loaded().is_none() => true,
            Some(Announcement::Loaded) => {
                let goes_on = raise("usage-load", &usage());
                for (resolve, _) in self.waiting.take() {
                    let _ = resolve.call0(&JsValue::NULL);
                }
                goes_on
            }
            Some(Announcement::Failed(failure)) => {
                let error = error(failure);
                let goes_on = raise("usage-error", &error);
                for (_, reject) in self.waiting.take() {
                    let _ = reject.call1(&JsValue::NULL, &error);
                }
                goes_on
            }
            Some(Announcement::AuthRequired(failure)) => {
                raise("usage-auth-required", &error(failure))
            }
        }
    }
}

thread_local! {
    /// One sheet serves all cards of the page.
    static SHEET: Option<CssStyleSheet> = CssStyleSheet::new()
        .and_then(|sheet| sheet.replace_sync(STYLE).map(|()| sheet))
        .ok();
}

fn adopt_style(root: &ShadowRoot) {
    SHEET.with(|sheet| {
        let adopted: Array = root.adopted_style_sheets().unchecked_into();
        if let Some(sheet) = sheet.as_ref().filter(|sheet| !adopted.includes(sheet, 0)) {
            adopted.push(sheet);
            root.set_adopted_style_sheets(&adopted);
        }
    });
}

//! Timers: what is to happen later, for as long as somebody holds on to it. They live with what a
//! page may have done to its timer functions: where these throw, or never fire, nothing happens.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Date, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    // Bound here because gloo-timers panics where a page's own function throws.
    #[wasm_bindgen(catch, js_name = setTimeout)]
    fn set_timeout(handler: &JsValue, millis: i32) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = clearTimeout)]
    fn clear_timeout(id: &JsValue) -> Result<(), JsValue>;
}

/// Gives the page its turn.
pub(crate) async fn next_task() {
    let promise = Promise::new(&mut |resolve, _| {
        // Where there is no timer to be had, it goes on at once.
        if set_timeout(&resolve, 0).is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    });
    let _ = JsFuture::from(promise).await;
}

/// How often in a row a timer that fires before its time is set again, for what is left. A page's
/// own function that fires at once would otherwise keep it busy for ever.
const MOST_EARLY: u8 = 5;

/// Something to be done later. Dropping it calls it off.
#[must_use = "dropping it calls it off"]
#[derive(Debug)]
pub(crate) struct Timer(Rc<Inner>);

struct Inner {
    /// None while it runs, and once it is over.
    action: RefCell<Option<Box<dyn FnMut()>>>,
    /// In milliseconds, as the times below.
    period: Option<f64>,
    due: Cell<f64>,
    wait: Cell<f64>,
    early: Cell<u8>,
    /// Set while the browser is asked, when no timer has a reason to fire.
    asking: Cell<bool>,
    called_off: Cell<bool>,
    handler: RefCell<JsValue>,
    id: RefCell<JsValue>,
}

impl std::fmt::Debug for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Inner")
    }
}

impl Timer {
    /// Does something once.
    pub(crate) fn after(wait: Duration, action: impl FnOnce() + 'static) -> Self {
        let mut action = Some(action);
        let once = move || {
            if let Some(action) = action.take() {
                action();
            }
        };
        Self::new(wait, None, Box::new(once))
    }

    /// Does something again and again, each time that long after the last.
    pub(crate) fn every(period: Duration, action: impl FnMut() + 'static) -> Self {
        Self::new(period, Some(millis(period)), Box::new(action))
    }

    /// Does something once, held on to by nobody.
    pub(crate) fn detached(wait: Duration, action: impl FnOnce() + 'static) {
        let own = Rc::new(Cell::new(None));
        let held = Rc::clone(&own);
        own.set(Some(Self::after(wait, move || {
            drop(held.take());
            action();
        })));
    }

    fn new(wait: Duration, period: Option<f64>, action: Box<dyn FnMut()>) -> Self {
        let inner = Rc::new(Inner {
            action: RefCell::new(Some(action)),
            period,
            due: Cell::new(0.0),
            wait: Cell::new(0.0),
            early: Cell::new(0),
            asking: Cell::new(false),
            called_off: Cell::new(false),
            handler: RefCell::default(),
            id: RefCell::default(),
        });
        let this = Rc::downgrade(&inner);
        // Left to the garbage collector, since a page's own function may call it when it is over.
        let handler = Closure::<dyn Fn()>::new(move || {
            if let Some(this) = this.upgrade() {
                this.fire();
            }
        });
        inner.handler.replace(handler.into_js_value());
        inner.begin(millis(wait));
        Self(inner)
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        self.0.called_off.set(true);
        let _ = clear_timeout(&self.0.id.take());
    }
}

impl Inner {
    fn begin(&self, wait: f64) {
        self.early.set(0);
        self.due.set(Date::now() + wait);
        self.wait.set(wait);
        self.set(wait);
    }

    fn set(&self, wait: f64) {
        self.asking.set(true);
        #[expect(
            clippy::cast_possible_truncation,
            reason = "`as` saturates, at what a browser's timer can hold; what is left is waited for then"
        )]
        let id = set_timeout(&self.handler.borrow(), wait as i32);
        self.asking.set(false);
        self.id.replace(id.unwrap_or_default());
    }

    fn fire(&self) {
        let left = self.due.get() - Date::now();
        // More than there was at first is a clock that was set back meanwhile.
        let is_early = left > 0.0 && left <= self.wait.get();
        if is_early || self.asking.get() {
            let early = self.early.get();
            if early < MOST_EARLY {
                self.early.set(early + 1);
                self.set(left);
            }
            return;
        }
        let Some(mut action) = self.action.take() else {
            return;
        };
        action();
        if let Some(period) = self.period.filter(|_| !self.called_off.get()) {
            self.action.replace(Some(action));
            self.begin(period);
        }
    }
}

fn millis(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1000.0).ceil()
}

//! Languages that are loaded on demand. The glue knows their files.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use js_sys::Promise;
use licensing_card_languages::{self as languages, Messages};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    /// A promise of a pack as it is written into its file, or of nothing where there is none.
    /// The shell hands it to the glue (`js/languages.ts`); in a Yew application this fails.
    #[wasm_bindgen(catch, js_name = licensingCardWords)]
    fn words(tag: &str) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// Kept for good: they are few, and whoever read one may do so again.
    static LOADED: RefCell<Vec<Messages>> = const { RefCell::new(Vec::new()) };
}

/// The pack for a tag, if it is at hand.
pub(crate) fn find(tag: &str) -> Option<Messages> {
    languages::find(&[languages::ENGLISH], tag)
        .or_else(|| LOADED.with_borrow(|loaded| languages::find(loaded, tag)))
}

/// A language pack that is loading. Once it is dropped, the callback is not called.
#[must_use = "dropping it drops the callback"]
pub(crate) struct LanguageLoad {
    _done: Rc<Done>,
}

type Done = Cell<Option<Box<dyn FnOnce()>>>;

impl fmt::Debug for LanguageLoad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LanguageLoad")
    }
}

/// Loads the language pack for a tag, and calls back when it is there or cannot be loaded; `None`
/// if it is at hand.
pub(crate) fn load(tag: &str, done: impl FnOnce() + 'static) -> Option<LanguageLoad> {
    if find(tag).is_some() {
        return None;
    }
    let done: Rc<Done> = Rc::new(Cell::new(Some(Box::new(done))));
    let waiting = Rc::downgrade(&done);
    let tag = tag.to_owned();
    spawn_local(async move {
        fetch(&tag).await;
        if let Some(done) = waiting.upgrade().and_then(|waiting| waiting.take()) {
            done();
        }
    });
    Some(LanguageLoad { _done: done })
}

async fn fetch(tag: &str) -> Option<()> {
    let promise = Promise::resolve(&words(tag).ok()?);
    let written = JsFuture::from(promise).await.ok()?.as_string()?;
    // Several cards may load it.
    if find(tag).is_none() {
        let messages = Messages::read(written)?;
        LOADED.with_borrow_mut(|loaded| loaded.push(messages));
    }
    Some(())
}

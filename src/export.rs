//! The ways out: the CSV as a file, the table on the clipboard, the page on paper.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, Document, HtmlAnchorElement, Url, Window};

/// How long a browser may take to begin with a file.
const TIME_TO_BEGIN: u32 = 10_000;

/// Offers the CSV as a file of that name. A page that forbids downloads gets none.
pub(crate) fn download(csv: &str, name: &str) {
    // Each step fails only where the page forbids it, and there is nobody to tell.
    let _ = try_download(csv, name);
}

fn try_download(csv: &str, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/csv;charset=utf-8");
    let parts = Array::of1(&csv.into());
    let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(
        &parts, &options,
    )?)?;
    let link = document().ok_or(JsValue::NULL)?.create_element("a")?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(TIME_TO_BEGIN, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Puts the text on the clipboard, and tells whether that went well.
pub(crate) fn copy(text: String, then: impl Fn(bool) + 'static) {
    spawn_local(async move {
        // Frames and insecure origins often have no clipboard, or may not use it.
        let clipboard = web_sys::window()
            .filter(Window::is_secure_context)
            .map(|window| window.navigator().clipboard())
            .filter(|clipboard| !clipboard.is_undefined());
        let written = match clipboard {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        then(written || copy_by_command(&text).unwrap_or_default());
    });
}

/// The old way: the browser asks, by an event, what is to be copied.
fn copy_by_command(text: &str) -> Option<bool> {
    let window = web_sys::window()?;
    let text = text.to_owned();
    let options = EventListenerOptions::run_in_capture_phase();
    let options = EventListenerOptions {
        passive: false,
        ..options
    };
    let _listener = EventListener::new_with_options(&window, "copy", options, move |event| {
        let event: &ClipboardEvent = event.unchecked_ref();
        if let Some(data) = event.clipboard_data() {
            let _ = data.set_data("text/plain", &text);
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    let document: web_sys::HtmlDocument = window.document()?.unchecked_into();
    document.exec_command("copy").ok()
}

/// Prints the page that the card is on, in the card's print style.
pub(crate) fn print() {
    // Where a page or its frame forbids it, nothing happens, as with the browser's own command.
    let _ = web_sys::window().map(|window| window.print());
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

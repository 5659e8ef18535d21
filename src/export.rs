//! Export: the CSV as a file, the table on the clipboard, the page on paper.

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, Document, HtmlAnchorElement, Url, Window};

/// How long a browser may take to begin with a file.
const TIME_TO_BEGIN: u32 = 10_000;

/// A byte order mark, by which spreadsheets recognize UTF-8.
const MARK: &str = "\u{feff}";

/// Offers the CSV as a file of that name; `false` where the page does not allow it, or may not.
pub(crate) fn download(csv: &str, name: &str) -> bool {
    let may = may_download();
    (may == Some(false) || try_download(csv, name).is_ok()) && may == Some(true)
}

/// Whether the frames around this page allow downloads; `None` where they are another origin's. The
/// browser gives no answer: it drops the download without a word.
fn may_download() -> Option<bool> {
    let mut window = web_sys::window()?;
    loop {
        let parent = window.parent().ok().flatten()?;
        if parent == window {
            return Some(true);
        }
        // `null` or an exception for another origin, so also in a sandbox without
        // `allow-same-origin`.
        let frame = window.frame_element().ok().flatten()?;
        if let Some(sandbox) = frame.get_attribute("sandbox") {
            let mut allowed = sandbox.split_ascii_whitespace();
            if !allowed.any(|flag| flag.eq_ignore_ascii_case("allow-downloads")) {
                return Some(false);
            }
        }
        window = parent;
    }
}

fn try_download(csv: &str, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/csv;charset=utf-8");
    let parts = Array::of2(&MARK.into(), &csv.into());
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

/// The old way: the browser fires an event, and its listener writes the text.
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

//! The export: hands the CSV to the browser as a file.

use std::time::Duration;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::timer::Timer;
use crate::usage::{Usage, to_csv};

/// How long a browser may take to begin with a file.
const TIME_TO_BEGIN: Duration = Duration::from_secs(10);

/// Offers the report as a file of that name. A page that forbids downloads gets none.
pub(crate) fn download(usage: &Usage, name: &str) {
    // Each step fails only where the page forbids it, and there is nobody to tell.
    let _ = try_download(usage, name);
}

fn try_download(usage: &Usage, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/csv;charset=utf-8");
    let parts = Array::of1(&to_csv(usage).into());
    let url = Url::create_object_url_with_blob(&Blob::new_with_str_sequence_and_options(
        &parts, &options,
    )?)?;
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.ok_or(JsValue::NULL)?.create_element("a")?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timer::detached(TIME_TO_BEGIN, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Ok(())
}

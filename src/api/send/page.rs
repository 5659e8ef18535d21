//! The page's address, and endpoints resolved against it.

use wasm_bindgen::prelude::*;
use web_sys::Url;

use super::super::{ConfigProblem, Endpoint, Form};
use super::foreign::{get, text};

/// Resolves an endpoint, as given on the page.
///
/// # Errors
/// [`ConfigProblem::Endpoint`] where a token may not be sent there.
pub fn resolve(endpoint: &str) -> Result<Endpoint, ConfigProblem> {
    let form = Form::of(endpoint)?;
    let global = js_sys::global().into();
    let location = get(&global, "location").unwrap_or_default();
    // A page without an address of its own, such as the `srcdoc` of a frame, has its parent's
    // origin.
    let origin = text(&location, "origin").filter(|origin| origin != "null");
    let origin = origin
        .or_else(|| text(&global, "origin"))
        .unwrap_or_default();
    let base = match form {
        // It needs no base. `URL` takes any valid address for one, so it is given itself.
        Form::Absolute => Some(endpoint.to_owned()),
        Form::Path => None,
        Form::Relative => get(&global, "document")
            .ok()
            .and_then(|document| text(&document, "baseURI"))
            .or_else(|| text(&location, "href")),
    };
    let url = Url::new_with_base(endpoint, base.as_deref().unwrap_or(&origin));
    let url = JsValue::from(url.map_err(|_| ConfigProblem::Endpoint)?);
    let part = |name| text(&url, name).unwrap_or_default();
    Endpoint::new(form, &part("origin"), &part("pathname"), &origin)
}

//! The load that the element's attributes and properties describe.

use std::time::Duration;

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

use super::attributes::Settings;
use super::token;
use crate::instant::Instant;
use crate::loader::{HeadStart, Load, Payload};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn token(this: &Settings) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = tokenProvider)]
    fn token_provider(this: &Settings) -> Option<Function>;
    #[wasm_bindgen(method, getter)]
    fn data(this: &Settings) -> Option<Data>;
    #[wasm_bindgen(method, getter, js_name = headStart)]
    fn head_start(this: &Settings) -> Option<HeadStart>;

    /// A payload that the page handed over.
    #[derive(Debug)]
    type Data;
    /// JSON in UTF-8.
    #[wasm_bindgen(method, getter)]
    fn json(this: &Data) -> Uint8Array;
    /// When that was, in milliseconds.
    #[wasm_bindgen(method, getter)]
    fn at(this: &Data) -> f64;
}

/// The payload that was read last, by the shell's object for it.
#[derive(Debug, Default)]
pub(super) struct LastPayload(Option<(Data, Payload)>);

impl LastPayload {
    fn read(&mut self, settings: &Settings) -> Option<Payload> {
        match (&self.0, settings.data()) {
            (_, None) => self.0 = None,
            (Some((known, _)), Some(data)) if **known == *data => {}
            (_, Some(data)) => {
                let payload = Payload::new(data.json().to_vec(), Instant::from_millis(data.at()));
                self.0 = Some((data, payload));
            }
        }
        self.0.as_ref().map(|(_, payload)| payload.clone())
    }
}

/// The load that the shell's object describes.
pub(super) fn load(settings: &Settings, last: &mut LastPayload) -> Load {
    Load {
        api: settings.api().parse().unwrap_or_default(),
        endpoint: Some(settings.endpoint()),
        tenant: settings.tenant().unwrap_or_default(),
        resource: settings.resource().parse().unwrap_or_default(),
        credentials: settings.credentials().parse().unwrap_or_default(),
        timeout: seconds(settings.timeout()),
        refresh_interval: seconds(settings.refresh_interval()),
        token: token::source(&settings.token(), settings.token_provider().as_ref()),
        data: last.read(settings),
        head_start: settings.head_start(),
    }
}

fn seconds(seconds: f64) -> Duration {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates"
    )]
    Duration::from_millis((seconds * 1000.0) as u64)
}

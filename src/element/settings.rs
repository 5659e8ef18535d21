//! The element's attributes and properties, as the shell hands them over.

use std::time::Duration;

use js_sys::{Object, Uint8Array};
use wasm_bindgen::prelude::*;
use yew::AttrValue;

use super::token;
use crate::card::Appearance;
use crate::instant::Instant;
use crate::loader::{HeadStart, Load, Payload};
use crate::usage::Instances;

#[wasm_bindgen]
extern "C" {
    /// The shell's object. The shell has put defaults in the place of invalid values, but for the
    /// endpoint and the tenant, whose faults the card is to explain.
    pub type Settings;
    #[wasm_bindgen(method, getter)]
    fn api(this: &Settings) -> String;
    #[wasm_bindgen(method, getter)]
    fn endpoint(this: &Settings) -> String;
    #[wasm_bindgen(method, getter)]
    fn tenant(this: &Settings) -> String;
    #[wasm_bindgen(method, getter)]
    fn resource(this: &Settings) -> String;
    #[wasm_bindgen(method, getter)]
    fn heading(this: &Settings) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = headingLevel)]
    fn heading_level(this: &Settings) -> u8;
    #[wasm_bindgen(method, getter, js_name = tenantName)]
    fn tenant_name(this: &Settings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn limit(this: &Settings) -> Option<f64>;
    #[wasm_bindgen(method, getter, js_name = refreshInterval)]
    fn refresh_interval(this: &Settings) -> f64;
    #[wasm_bindgen(method, getter)]
    fn timeout(this: &Settings) -> f64;
    #[wasm_bindgen(method, getter)]
    fn credentials(this: &Settings) -> String;
    #[wasm_bindgen(method, getter)]
    fn locale(this: &Settings) -> String;
    #[wasm_bindgen(method, getter)]
    fn token(this: &Settings) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = tokenProvider)]
    fn token_provider(this: &Settings) -> JsValue;
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
            (Some((known, _)), Some(data)) if Object::is(known, &data) => {}
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
        tenant: settings.tenant(),
        resource: settings.resource().parse().unwrap_or_default(),
        credentials: settings.credentials().parse().unwrap_or_default(),
        timeout: seconds(settings.timeout()),
        refresh_interval: seconds(settings.refresh_interval()),
        token: token::source(&settings.token(), &settings.token_provider()),
        data: last.read(settings),
        head_start: settings.head_start(),
    }
}

/// How to title and word the card, by the shell's object.
pub(super) fn appearance(settings: &Settings) -> Appearance {
    Appearance {
        heading: text(settings.heading()),
        heading_level: settings.heading_level(),
        tenant_name: text(settings.tenant_name()),
        limit: settings
            .limit()
            .and_then(|limit| Instances::try_from(limit).ok())
            .filter(|limit| !limit.is_zero()),
        locale: settings.locale().into(),
    }
}

/// A text to show. Preact writes an empty one for a missing value.
fn text(text: Option<String>) -> Option<AttrValue> {
    text.filter(|text| !text.is_empty()).map(AttrValue::from)
}

fn seconds(seconds: f64) -> Duration {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` saturates"
    )]
    Duration::from_millis((seconds * 1000.0) as u64)
}

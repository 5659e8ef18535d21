//! What the element's attributes and properties say, as the shell hands it over.

use std::time::Duration;

use wasm_bindgen::prelude::*;
use yew::AttrValue;

use super::token;
use crate::card::Appearance;
use crate::instant::Instant;
use crate::loader::{Load, Payload};
use crate::usage::Instances;

#[wasm_bindgen]
extern "C" {
    /// The shell's object. The shell has put defaults in the place of invalid values, but for the
    /// endpoint and the tenant, whose faults the card is to explain.
    pub type Config;
    #[wasm_bindgen(method, getter)]
    fn api(this: &Config) -> String;
    #[wasm_bindgen(method, getter)]
    fn endpoint(this: &Config) -> String;
    #[wasm_bindgen(method, getter)]
    fn tenant(this: &Config) -> String;
    #[wasm_bindgen(method, getter)]
    fn resource(this: &Config) -> String;
    #[wasm_bindgen(method, getter)]
    fn heading(this: &Config) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = headingLevel)]
    fn heading_level(this: &Config) -> u8;
    #[wasm_bindgen(method, getter, js_name = tenantName)]
    fn tenant_name(this: &Config) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn limit(this: &Config) -> Option<f64>;
    #[wasm_bindgen(method, getter, js_name = refreshInterval)]
    fn refresh_interval(this: &Config) -> f64;
    #[wasm_bindgen(method, getter)]
    fn timeout(this: &Config) -> f64;
    #[wasm_bindgen(method, getter)]
    fn credentials(this: &Config) -> String;
    #[wasm_bindgen(method, getter)]
    fn locale(this: &Config) -> String;
    #[wasm_bindgen(method, getter)]
    fn token(this: &Config) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = tokenProvider)]
    fn token_provider(this: &Config) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn data(this: &Config) -> JsValue;
    #[wasm_bindgen(method, getter, js_name = dataSetAt)]
    fn data_set_at(this: &Config) -> f64;
}

/// One typed config.
#[derive(Debug)]
pub(super) struct HostConfig {
    pub(super) load: Load,
    pub(super) appearance: Appearance,
}

impl HostConfig {
    /// Reads the shell's object. What has not changed since `old` stays equal to it.
    pub(super) fn read(config: &Config, old: Option<&Self>) -> Self {
        let json = config.data();
        let handed = old.and_then(|old| old.load.data.as_ref());
        let data = match handed {
            _ if json.is_null() => None,
            Some(handed) if handed.json == json => Some(handed.clone()),
            _ => Some(Payload {
                json,
                at: Instant::from_millis(config.data_set_at()),
            }),
        };
        Self {
            load: Load {
                api: config.api().parse().unwrap_or_default(),
                endpoint: Some(config.endpoint()),
                tenant: config.tenant(),
                resource: config.resource().parse().unwrap_or_default(),
                credentials: config.credentials().parse().unwrap_or_default(),
                timeout: seconds(config.timeout()),
                refresh_interval: seconds(config.refresh_interval()),
                token: token::source(&config.token(), &config.token_provider()),
                data,
            },
            appearance: Appearance {
                heading: text(config.heading()),
                heading_level: config.heading_level(),
                tenant_name: text(config.tenant_name()),
                limit: config
                    .limit()
                    .and_then(|limit| Instances::try_from(limit).ok())
                    .filter(|limit| !limit.is_zero()),
                locale: config.locale().into(),
            },
        }
    }
}

/// A text to show. Preact writes an empty one for what is not there.
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

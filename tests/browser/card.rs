//! The card in a shadow root, with a host of the test's own.

use licensing_card::element::{Card, Host, Settings};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, ShadowRoot};

use super::{js, pause};

struct Stage {
    card: Card,
    /// The host: `{ log, changed, raise }`.
    host: JsValue,
    root: ShadowRoot,
}

/// Settings like the shell's: the attributes' defaults, and these.
fn settings(changes: &str) -> Settings {
    const MANIFEST: &str = include_str!("../../js/generated/custom-elements.json");
    js(&format!(
        "({{ ...Object.fromEntries(({MANIFEST}).modules[0].declarations[0].members
                .filter(({{ attribute }}) => attribute)
                .map((member) => [member.name, JSON.parse(member.default)])),
            tenant: '2', locale: 'en', token: null, tokenProvider: null, data: null, ...({changes}) }})"
    ))
    .unchecked_into()
}

fn stage(changes: &str) -> Stage {
    let host = js("({ log: [], changed(state, usage, error, csv) {
                Object.assign(this, { state, usage, error, csv: csv ?? this.csv }) },
            raise(name, detail) { this.log.push(name); return true } })");
    let document = web_sys::window().unwrap().document().unwrap();
    let element = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&element).unwrap();
    let root: ShadowRoot = js_sys::Reflect::get(&element, &"attachShadow".into())
        .unwrap()
        .unchecked_into::<js_sys::Function>()
        .call1(&element, &js("({ mode: 'open' })"))
        .unwrap()
        .unchecked_into();
    let mount: Element = document.create_element("div").unwrap();
    root.append_child(&mount).unwrap();
    let card = Card::new(
        host.clone().unchecked_into::<Host>(),
        mount,
        &settings(changes),
    );
    Stage { card, host, root }
}

impl Stage {
    fn text(&self, selector: &str) -> Option<String> {
        self.root.query_selector(selector).unwrap()?.text_content()
    }

    /// Waits for this report; if it never comes, shows the reports that came.
    async fn says(&self, expected: &str) {
        for _ in 0..400 {
            if self.all_text() == expected {
                return;
            }
            pause(25).await;
        }
        assert_eq!(self.all_text(), expected);
    }

    fn all_text(&self) -> String {
        let say = js_sys::Function::new_with_args(
            "host",
            "return `${host.state} ${host.log} ${host.usage?.totals.total.instances ?? null} \
             ${host.error?.kind ?? null}`",
        );
        say.call1(&JsValue::UNDEFINED, &self.host)
            .unwrap()
            .as_string()
            .unwrap()
    }
}

const SAMPLE: &str = r#"{ data: { at: 0, json: new TextEncoder().encode(`[
    { "type": "CC_Workstation_Backup", "rentalInstances": 1.6, "rentalCount": 10 },
    { "type": "CC_Server_Backup", "rentalInstances": 0.33, "rentalCount": 1 } ]`) } }"#;

#[wasm_bindgen_test]
async fn a_payload_handed_over_is_drawn_and_reported() {
    let stage = stage(SAMPLE);
    stage.says("ready usage-load 1.93 null").await;
    let total = "tfoot [data-measure=total][data-unit=instances]";
    assert_eq!(stage.text(total).as_deref(), Some("1.93"));
    assert_eq!(
        stage
            .text("tfoot [data-measure=used][data-unit=count]")
            .as_deref(),
        Some("0")
    );
    let csv = js_sys::Reflect::get(&stage.host, &"csv".into()).unwrap();
    let last = "CC_Workstation_Backup,10,0,0,1.6,0,0\r\n";
    assert!(csv.as_string().unwrap().ends_with(last));
    assert_eq!(stage.card.csv(), csv.as_string());
    stage.card.unmount();
}

#[wasm_bindgen_test]
async fn a_new_config_is_followed() {
    let stage = stage(SAMPLE);
    stage.says("ready usage-load 1.93 null").await;
    stage.card.configure(&settings(
        "{ data: { at: 1, json: new TextEncoder().encode('[{ \"usedInstances\": 7 }]') }, heading: 'Licences', locale: 'de' }",
    ));
    stage.says("ready usage-load,usage-load 7 null").await;
    assert_eq!(stage.text("[part=heading]").as_deref(), Some("Licences"));
    assert!(stage.text("[part=summary]").unwrap().contains("In Nutzung"));
    stage.card.unmount();
}

#[wasm_bindgen_test]
async fn nothing_to_ask_for_is_a_config_error() {
    let stage = stage("{ tenant: '' }");
    stage.says("error usage-error null config").await;
    assert!(stage.text("[part=notice][data-kind=config]").is_some());
    stage.card.unmount();
}

#[wasm_bindgen_test]
async fn unmounting_takes_everything_away() {
    let stage = stage("{ tokenProvider: () => new Promise(() => {}) }");
    stage.says("loading usage-loadstart null null").await;
    stage.card.refresh();
    stage.card.unmount();
    for _ in 0..400 {
        if stage.root.query_selector("article").unwrap().is_none() {
            return;
        }
        pause(25).await;
    }
    panic!("the card is still there");
}

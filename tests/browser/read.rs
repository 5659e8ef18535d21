//! The reader and the endpoint's rule in a browser.

use licensing_card::api::{Api, Expected, Resource, read_in_turns, resolve};
use licensing_card::usage::Measure;
use wasm_bindgen_test::wasm_bindgen_test;

use super::js;

const EXPECTED: Expected = Expected {
    api: Api::V2,
    resource: Resource::CloudConnectUsage,
    tenant: None,
    is_fetched: true,
};

fn many_rows() -> String {
    let rows = js("JSON.stringify(Array.from({ length: 100000 }, (_, at) => ({
        type: 'CC_' + ['VM_Backup', 'VM_Replica', 'Server_Backup', 'Workstation_Backup'][at % 4],
        rentalInstances: 0, newInstances: 0, usedInstances: 0.33,
        rentalCount: 0, newCount: 0, usedCount: 1,
    })))");
    rows.as_string().unwrap()
}

fn turns() -> f64 {
    js("window.turns.count").as_f64().unwrap()
}

#[wasm_bindgen_test]
async fn many_rows_are_read_without_keeping_the_page_from_its_turn() {
    // As often as it takes to need more than one turn.
    let rows = many_rows();
    js("window.turns = { count: 0, timer: setInterval(() => window.turns.count++, 0) }");
    for _ in 0..10 {
        let usage = read_in_turns(rows.as_bytes(), &EXPECTED, &|| false).await;
        let total = usage.unwrap().totals().get(Measure::Used);
        let total = (total.count.to_string(), total.instances.to_string());
        assert_eq!(total, ("100000".into(), "33000".into()));
    }
    js("clearInterval(window.turns.timer)");
    assert!(turns() >= 2.0, "the page had {} turns", turns());
}

#[wasm_bindgen_test]
async fn reading_stops_where_nobody_waits_for_it() {
    let rows = many_rows();
    let mut stopped = 0;
    for _ in 0..10 {
        let read = read_in_turns(rows.as_bytes(), &EXPECTED, &|| true).await;
        stopped += u32::from(read.is_err());
    }
    assert!(stopped > 0, "it never paused");
}

#[wasm_bindgen_test]
fn endpoints_are_resolved_against_the_document_and_refused_where_unsafe() {
    let origin = web_sys::window().unwrap().origin();
    for (endpoint, expected) in [
        ("/v2", Some(format!("{origin}/v2"))),
        ("/v2/", Some(format!("{origin}/v2"))),
        (
            "https://console.example:1281/v2",
            Some("https://console.example:1281/v2".to_owned()),
        ),
        (
            "HTTPS://Console.Example/a/../v2",
            Some("https://console.example/v2".to_owned()),
        ),
        (
            "http://127.0.0.1:1282/v2",
            Some("http://127.0.0.1:1282/v2".to_owned()),
        ),
        (
            "http://2130706433:1282/v2",
            Some("http://127.0.0.1:1282/v2".to_owned()),
        ),
        (
            "http://localhost:1282/v2",
            Some("http://localhost:1282/v2".to_owned()),
        ),
        (
            "http://[::1]:1282/v2",
            Some("http://[::1]:1282/v2".to_owned()),
        ),
        ("http://console.example/v2", None),
        ("https://user@console.example/v2", None),
        ("https://:password@console.example/v2", None),
        ("https://console.example/v2?key=1", None),
        ("https://console.example/v2#part", None),
        ("javascript:alert(1)", None),
        ("data:application/json,[]", None),
        ("blob:https://console.example/1", None),
        ("ws://console.example/v2", None),
        ("https://", None),
        ("//console.example/v2", None),
        (r"/\\console.example/v2", None),
        (r"\\\\console.example/v2", None),
        (r"https:\\\\console.example/v2", None),
        ("\t//console.example/v2", None),
        ("", None),
        (
            "/a/..//console.example",
            Some(format!("{origin}//console.example")),
        ),
    ] {
        let resolved = resolve(endpoint)
            .ok()
            .map(|endpoint| endpoint.as_str().to_owned());
        assert_eq!(resolved, expected, "{endpoint}");
    }
}

#[wasm_bindgen_test]
fn another_base_takes_no_token_to_another_origin() {
    let origin = web_sys::window().unwrap().origin();
    js("document.head.insertAdjacentHTML('beforeend', '<base href=\"https://evil.example/a/\">')");
    let resolved = |endpoint| {
        let endpoint = resolve(endpoint).ok()?;
        Some(endpoint.as_str().to_owned())
    };
    let (path, relative) = (resolved("/v2"), resolved("v2"));
    js("document.querySelector('base').href = '/portal/'");
    let on_page = resolved("v2");
    js("document.querySelector('base').remove()");
    assert_eq!(path, Some(format!("{origin}/v2")));
    assert_eq!(relative, None);
    assert_eq!(on_page, Some(format!("{origin}/portal/v2")));
}

#[wasm_bindgen_test]
fn names_that_markup_takes_do_not_stand_in_the_way() {
    js(
        "document.body.insertAdjacentHTML('beforeend', '<img name=\"baseURI\"><img name=\"location\">')",
    );
    let (path, relative) = (resolve("/v2").is_ok(), resolve("v2").is_ok());
    js("document.querySelectorAll('img').forEach((image) => image.remove())");
    assert!(path && relative);
}

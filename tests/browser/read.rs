//! Payloads as JavaScript values.

use licensing_card::api::{read, resolve};
use licensing_card::usage::Measure;
use wasm_bindgen_test::wasm_bindgen_test;

use super::js;

#[wasm_bindgen_test]
async fn every_shape_is_read_and_no_other() {
    for (payload, machines) in [
        ("[]", Some("0")),
        ("null", Some("0")),
        ("({ data: null })", Some("0")),
        ("({ data: [] })", Some("0")),
        ("[{ type: 'CC_VM_Backup', usedCount: 2 }]", Some("2")),
        (
            "({ data: [{ usedCount: 2 }, { newCount: 3 }], errors: null })",
            Some("5"),
        ),
        (
            "[{ type: null, usedCount: null, usedInstances: undefined }]",
            Some("0"),
        ),
        ("[{ usedCount: 2, extra: { deep: [1] } }]", Some("2")),
        ("undefined", None),
        ("({})", None),
        ("'text'", None),
        ("5", None),
        ("true", None),
        ("() => 1", None),
        ("Symbol()", None),
        ("new Map()", None),
        ("({ data: { data: [] } })", None),
        ("({ data: 'text' })", None),
        ("[null]", None),
        ("[[]]", None),
        ("[5]", None),
        ("['text']", None),
        ("[{ usedCount: '2' }]", None),
        ("[{ usedCount: 2n }]", None),
        ("[{ usedCount: NaN }]", None),
        ("[{ usedCount: Infinity }]", None),
        ("[{ usedCount: -1 }]", None),
        ("[{ usedCount: 1.5 }]", None),
        ("[{ usedCount: {} }]", None),
        ("[{ usedCount: () => 1 }]", None),
        ("[{ usedCount: Symbol() }]", None),
        ("[{ usedInstances: 1e13 }]", None),
        ("[{ type: 5 }]", None),
        ("[{ type: {} }]", None),
        ("[{ unitType: 'Points' }, {}]", None),
    ] {
        let usage = read(js(payload)).await;
        let total = usage.map(|usage| usage.totals().get(Measure::Total).count.to_string());
        assert_eq!(total.as_deref(), machines, "{payload}");
    }
}

#[wasm_bindgen_test]
async fn many_rows_are_read_without_keeping_the_page_from_its_turn() {
    let rows = js("Array.from({ length: 100000 }, (_, at) => ({
        type: 'CC_' + ['VM_Backup', 'VM_Replica', 'Server_Backup', 'Workstation_Backup'][at % 4],
        rentalInstances: 0, newInstances: 0, usedInstances: 0.33,
        rentalCount: 0, newCount: 0, usedCount: 1,
    }))");
    let turns =
        js("window.turns = { count: 0, timer: setInterval(() => window.turns.count++, 0) }");
    let usage = read(rows).await.unwrap();
    let total = usage.totals().get(Measure::Used);
    assert_eq!(
        (total.count.to_string(), total.instances.to_string()),
        ("100000".into(), "33000".into())
    );
    assert_eq!(usage.workloads().len(), 4);
    js("clearInterval(window.turns.timer)");
    let count = js_sys::Reflect::get(&turns, &"count".into())
        .unwrap()
        .as_f64()
        .unwrap();
    assert!(count >= 2.0, "the page had {count} turns");
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
    ] {
        let resolved = resolve(endpoint)
            .ok()
            .map(|endpoint| endpoint.as_str().to_owned());
        assert_eq!(resolved, expected, "{endpoint}");
    }
}

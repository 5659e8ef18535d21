//! Version 2: rows in two vocabularies.

use serde_json::{Value, json};

use super::served::usage;
use super::{rows, total};

#[test]
fn both_vocabularies_are_read() {
    for (row, expected) in [
        (
            json!({"type": "a", "usedInstances": 1.5, "usedCount": 3}),
            "3 1.5",
        ),
        (
            json!({"type": "a", "usedUnits": 1.5, "usedCount": 3, "unitType": "Points"}),
            "3 1.5",
        ),
        (
            json!({"type": "a", "usedUnits": 1.5, "unitsType": "Instances"}),
            "0 1.5",
        ),
        (
            json!({"type": "a", "usedUnits": 1.5, "usedInstances": 2}),
            "0 2",
        ),
        (
            json!({"type": "a", "usedUnits": 1.5, "usedInstances": null}),
            "0 1.5",
        ),
        (json!({"type": null, "rentalCount": 0}), "0 0"),
        (
            json!({"newUnits": 0, "new": true, "constructor": 5, "__proto__": {}}),
            "0 0",
        ),
        (
            json!({"rentalCount": 1, "newCount": 2.0, "usedCount": 3}),
            "6 0",
        ),
        (json!({"rentalInstances": -0.0}), "0 0"),
    ] {
        assert_eq!(total(&usage(&json!([row])).unwrap()), expected, "{row}");
    }
}

#[test]
fn the_unit_is_what_the_payload_says() {
    for (mut row, unit) in [
        (json!({"unitType": "Points"}), "points"),
        (json!({"unitsType": "points"}), "points"),
        (json!({"unitType": null, "unitsType": "Points"}), "points"),
        (json!({"unitType": "Instances"}), "instances"),
        (json!({"unitType": ""}), "instances"),
        (json!({}), "instances"),
        (json!({"unitType": "Sockets"}), "sockets"),
    ] {
        row["usedCount"] = json!(1);
        assert_eq!(usage(&json!([row])).unwrap().unit().as_str(), unit, "{row}");
    }
}

#[test]
fn every_shape_of_envelope_is_read() {
    let row = json!({"type": "CC_VM_Backup", "usedCount": 1});
    for (payload, workloads) in [
        (json!([row]), Some(1)),
        (json!({"data": [row]}), Some(1)),
        (
            json!({"meta": {"data": 1}, "data": [row], "errors": null}),
            Some(1),
        ),
        (
            json!({"data": [row], "errors": [], "nextLink": null}),
            Some(1),
        ),
        (
            json!({"meta": {"pagingInfo": {"total": 1, "count": 1, "offset": 0}}, "data": [row]}),
            Some(1),
        ),
        (json!([]), Some(0)),
        (json!(null), Some(0)),
        (json!({"data": null}), Some(0)),
        (json!({"data": []}), Some(0)),
        (
            json!({"data": null, "meta": {"pagingInfo": {"total": 0, "offset": 0}}, "nextLink": null}),
            Some(0),
        ),
        (json!({}), None),
        (json!({"message": "no"}), None),
        (json!({"data": {"data": []}}), None),
        (json!({"data": "x"}), None),
        (json!("x"), None),
        (json!(1), None),
        (json!(true), None),
        (json!([null]), None),
        (json!([[]]), None),
        (json!([1]), None),
        (json!(["x"]), None),
    ] {
        let read = usage(&payload).ok().map(|usage| usage.workloads().len());
        assert_eq!(read, workloads, "{payload}");
    }
}

#[test]
fn a_response_that_is_no_usage_is_never_zero_or_none() {
    let row = json!({"type": "CC_VM_Backup", "usedCount": 1});
    let data = |more: Value| {
        let mut payload = json!({"data": [row]});
        for (name, value) in more.as_object().unwrap() {
            payload[name] = value.clone();
        }
        payload
    };
    for (payload, why) in [
        (
            json!([{"Type": "CC_VM_Backup", "UsedCount": 3}]),
            "row 1: has no number of machines or units",
        ),
        (
            json!([row, {"type": "CC_VM_Backup", "used_count": 3}]),
            "row 2: has no number of machines or units",
        ),
        (
            json!([{"errorCode": 5, "message": "Session expired"}]),
            "row 1: has no number of machines or units",
        ),
        (json!([{}]), "row 1: has no number of machines or units"),
        (
            json!([{"usedCount": null}]),
            "row 1: has no number of machines or units",
        ),
        (
            json!([{"id": 1, "name": "A"}]),
            "row 1: has no number of machines or units",
        ),
        (
            json!({"data": null, "errors": [{"message": "License is not\n installed"}]}),
            "errors is not empty: License is not installed",
        ),
        (
            json!({"errors": [{"message": "No"}, {"message": "Nor this"}]}),
            "errors is not empty: No",
        ),
        (data(json!({"errors": ["No"]})), "errors is not empty: No"),
        (data(json!({"errors": [null]})), "errors is not empty"),
        (
            data(json!({"errors": [{"message": "<b>no</b>"}]})),
            "errors is not empty",
        ),
        (
            data(json!({"meta": {"pagingInfo": {"total": 2}}})),
            "total is above the number of rows",
        ),
        (
            data(json!({"meta": {"pagingInfo": {"offset": 100}}})),
            "offset is not 0",
        ),
        (
            data(json!({"meta": {"pagingInfo": {"offset": -1}}})),
            "offset is negative",
        ),
        (
            data(json!({"meta": {"pagingInfo": {"offset": "1"}}})),
            "offset is no number",
        ),
        (
            data(json!({"meta": {"pagingInfo": {"total": "5"}}})),
            "total is no number",
        ),
        (
            data(json!({"meta": {"pagingInfo": {"total": {}}}})),
            "total is no number",
        ),
        (
            json!({"data": null, "meta": {"pagingInfo": {"total": 3}}}),
            "total is above the number of rows",
        ),
        (
            json!({"data": null, "nextLink": "/v2/more"}),
            "nextLink says that there is more",
        ),
        (
            data(json!({"nextLink": "/v2/more"})),
            "nextLink says that there is more",
        ),
        (
            data(json!({"@odata.nextLink": "/v2/more"})),
            "@odata.nextLink says that there is more",
        ),
        (
            json!([{"organizationUid": "x", "servers": [{"workloads": [{"usedCount": 1}]}]}]),
            "row 1: has no number of machines or units",
        ),
        (json!({"message": "no"}), "data is missing"),
        (json!({"data": {}}), "data is no list"),
        (json!("x"), "neither a list nor an object"),
    ] {
        let invalid = usage(&payload).unwrap_err();
        assert_eq!(invalid.to_string(), why, "{payload}");
    }
}

#[test]
fn an_impossible_value_makes_the_whole_answer_invalid() {
    let good = json!({"type": "CC_VM_Backup", "usedCount": 1, "usedInstances": 1});
    for (row, why) in [
        (json!({"usedCount": -1}), "usedCount is negative"),
        (json!({"usedCount": 1.5}), "usedCount is no whole number"),
        (json!({"usedCount": "1"}), "usedCount is no number"),
        (json!({"usedCount": true}), "usedCount is no number"),
        (json!({"usedCount": []}), "usedCount is no number"),
        (json!({"usedCount": {}}), "usedCount is no number"),
        (
            json!({"usedCount": 9_007_199_254_740_993_u64}),
            "usedCount is too large",
        ),
        (json!({"newInstances": -0.01}), "newInstances is negative"),
        (
            json!({"usedInstances": 1.1e12}),
            "usedInstances is too large",
        ),
        (json!({"usedInstances": "1"}), "usedInstances is no number"),
        (json!({"rentalUnits": -1}), "rentalUnits is negative"),
        (
            json!({"usedUnits": -1, "usedInstances": 1}),
            "usedUnits is negative",
        ),
        (json!({"type": 5, "newCount": 1}), "type is no text"),
        (json!({"type": false, "newCount": 1}), "type is no text"),
        (
            json!({"type": ["CC_VM_Backup"], "newCount": 1}),
            "type is no text",
        ),
        (json!({"unitType": 1, "newCount": 1}), "unitType is no text"),
        (
            json!({"unitType": "Points", "newCount": 1}),
            "has another unit than the rows before",
        ),
        (
            json!({"usedCount": 9_007_199_254_740_992_u64}),
            "makes the sum too large to be exact",
        ),
        (
            json!({"type": "x".repeat(257), "newCount": 1}),
            "type is longer than 256 characters",
        ),
        (
            json!({"unitsType": "x".repeat(257), "newCount": 1}),
            "unitsType is longer than 256 characters",
        ),
        (json!(5), "is no object"),
    ] {
        // The values after it make no difference.
        let invalid = usage(&json!([good, row, {"usedCount": -1}])).unwrap_err();
        assert_eq!(invalid.to_string(), format!("row 2: {why}"), "{row}");
    }
    let longest = "ß".repeat(256);
    let row = json!({"type": longest, "unitType": longest, "newCount": 1});
    assert_eq!(usage(&json!([row])).unwrap().workloads().len(), 1);
}

#[test]
fn rows_of_one_type_are_merged_in_any_case() {
    let usage = usage(&json!([
        {"type": "CC_Workstation_Backup", "rentalInstances": 1.6, "rentalCount": 10},
        {"type": "custom", "usedCount": 1},
        {"type": "CC_Server_Backup", "rentalInstances": 0.33, "rentalCount": 1},
        {"type": "Custom", "usedCount": 2},
        {"type": "cc_server_backup", "newInstances": 0.33, "newCount": 1},
        {"type": "", "newCount": 1},
        {"type": null, "newCount": 1},
        {"newCount": 1},
    ]));
    assert_eq!(
        rows(&usage.unwrap()),
        [
            "CC_Server_Backup,1,1,0,0.33,0.33,0",
            "CC_Workstation_Backup,10,0,0,1.6,0,0",
            "custom,0,0,3,0,0,0",
            "Unknown,0,3,0,0,0,0",
        ]
    );
}

#[test]
fn a_thousand_types_are_read_and_no_more() {
    let payload = |types: u32| {
        (0..types)
            .map(|at| json!({"type": format!("Type {at}"), "usedCount": 1}))
            .collect::<Value>()
    };
    assert_eq!(total(&usage(&payload(1_000)).unwrap()), "1000 0");
    assert_eq!(
        usage(&payload(20_000)).unwrap_err().to_string(),
        "row 1001: has one type more than the 1,000 that are allowed"
    );
}

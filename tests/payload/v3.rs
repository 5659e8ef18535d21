//! Version 3: organizations, their servers, and the workloads of those.

use licensing_card::api::{Api, Expected, Invalid, Resource, Tenant, read};
use licensing_card::usage::{Measure, Usage};
use serde_json::{Value, json};

use super::{amount, rows, total};

const UID: &str = "11111111-aaaa-4aaa-8aaa-111111111111";
const OTHER: &str = "22222222-bbbb-4bbb-8bbb-222222222222";
const PLAIN: &str = include_str!("v3/plain.json");
const TWO_SERVERS: &str = include_str!("v3/two-servers.json");
const TWO_UNITS: &str = include_str!("v3/two-units.json");

fn expected(resource: Resource) -> Expected {
    Expected {
        api: Api::V3,
        resource,
        tenant: Some(Tenant::Uid(UID.to_owned())),
        is_fetched: true,
    }
}

fn usage(payload: &impl ToString) -> Result<Usage, Invalid> {
    let expected = expected(Resource::CloudConnectUsage);
    read(payload.to_string().as_bytes(), &expected)
}

fn why(payload: &Value) -> String {
    usage(payload).unwrap_err().to_string()
}

/// The payload of one server of the company.
fn server(workloads: &Value) -> Value {
    json!({"data": [{"organizationUid": UID, "servers": [
        {"serverType": "CloudConnect", "workloads": workloads},
    ]}]})
}

#[test]
fn a_plain_response_has_the_totals_of_its_rows() {
    let usage = usage(&PLAIN).unwrap();
    assert_eq!(usage.unit().as_str(), "points");
    assert_eq!(
        rows(&usage),
        [
            "CC_VM_Backup,2,1,12,10,5,60",
            "CC_VM_Replica,0,0,3,0,0,30",
            "CC_Server_Backup,1,0,4,7,0,28",
            "CC_Workstation_Backup,10,2,25,30,6,75",
        ]
    );
    assert_eq!(amount(&usage, Measure::Rental), "13 47");
    assert_eq!(amount(&usage, Measure::New), "3 11");
    assert_eq!(amount(&usage, Measure::Used), "44 193");
    assert_eq!(total(&usage), "60 251");
}

#[test]
fn servers_and_licence_holders_are_added_up() {
    let usage = usage(&TWO_SERVERS).unwrap();
    assert_eq!(usage.unit().as_str(), "points");
    assert_eq!(
        rows(&usage),
        [
            "CC_VM_Backup,0,1,15,0,5,75",
            "CC_VM_Replica,0,0,0,0,0,0",
            "CC_Workstation_Backup,0,0,5,0,0,15",
            "Cloud Database,0,0,2,0,0,2.5",
        ]
    );
    assert_eq!(amount(&usage, Measure::New), "1 5");
    assert_eq!(amount(&usage, Measure::Used), "22 92.5");
    assert_eq!(total(&usage), "23 97.5");
    let expected = expected(Resource::AvailabilityConsoleUsage);
    let agents = read(TWO_SERVERS.as_bytes(), &expected).unwrap();
    assert_eq!(rows(&agents), ["VAC_Server_Agent,0,0,6,0,0,66"]);
}

#[test]
fn two_units_have_no_total() {
    let payload: Value = serde_json::from_str(TWO_UNITS).unwrap();
    assert_eq!(
        why(&payload),
        "organization 1, server 2, workload 1: has another unit than the rows before"
    );
    let mut payload = payload;
    let idle = &mut payload["data"][0]["servers"][1]["workloads"][0];
    idle["usedCount"] = json!(0);
    idle["usedUnits"] = json!(0);
    let usage = usage(&payload).unwrap();
    assert_eq!(
        (usage.unit().as_str(), &*total(&usage)),
        ("points", "12 60")
    );
}

#[test]
fn the_unit_is_that_of_the_rows_that_have_a_say() {
    let row = |unit: &str, units: f64| json!({"unitType": unit, "usedUnits": units});
    for (workloads, unit) in [
        (json!([row("Points", 1.0)]), Some("points")),
        (json!([row("Instances", 1.0)]), Some("instances")),
        (json!([row("Unknown", 1.0)]), Some("units")),
        (
            json!([row("Unknown", 0.0), row("Points", 1.0)]),
            Some("points"),
        ),
        (
            json!([row("Points", 1.0), row("Instances", 0.0)]),
            Some("points"),
        ),
        (json!([row("Points", 0.0)]), Some("points")),
        (json!([]), Some("instances")),
        (json!([row("Unknown", 1.0), row("Points", 1.0)]), None),
        (json!([row("Instances", 1.0), row("Points", 1.0)]), None),
    ] {
        let usage = usage(&server(&workloads)).ok();
        let found = usage.as_ref().map(|usage| usage.unit().as_str());
        assert_eq!(found, unit, "{workloads}");
    }
}

#[test]
fn what_has_no_workloads_is_empty() {
    for payload in [
        json!(null),
        json!([]),
        json!({"data": null}),
        json!({"data": []}),
        json!({"data": [{"organizationUid": UID}]}),
        json!({"data": [{"organizationUid": UID, "servers": null}]}),
        json!({"data": [{"organizationUid": UID, "servers": []}]}),
        json!([{"organizationUid": UID, "servers": [{"serverType": "CloudConnect"}]}]),
        server(&json!(null)),
        server(&json!([])),
        json!({"data": [{"organizationUid": UID, "servers": [
            {"serverType": "VONE", "workloads": [{"usedCount": 1}]},
        ]}]}),
    ] {
        assert!(usage(&payload).unwrap().is_empty(), "{payload}");
    }
}

#[test]
fn whatever_is_not_the_companys_whole_usage_is_invalid() {
    for (payload, expected) in [
        (
            json!({"data": [{"organizationUid": OTHER}]}),
            "organization 1: organizationUid is another company's",
        ),
        (
            json!([{"organizationUid": UID}, {"servers": [], "organizationUid": OTHER}]),
            "organization 2: organizationUid is another company's",
        ),
        (
            json!([{"organizationUid": 5}]),
            "organization 1: organizationUid is no text",
        ),
        (
            json!({"data": [], "meta": {"pagingInfo": {"total": 1}}}),
            "total is above the number of rows",
        ),
        (
            json!({"data": [], "meta": {"pagingInfo": {"total": 0, "offset": 500}}}),
            "offset is not 0",
        ),
        (
            json!({"data": null, "errors": [{"message": "No license", "type": "logical"}]}),
            "errors is not empty: No license",
        ),
        (json!({"meta": null}), "data is missing"),
        (json!({"data": {}}), "data is no list"),
        (json!([5]), "organization 1: is no object"),
        (json!([{}]), "organization 1: is no organization"),
        (
            json!([{"organizationUid": UID, "servers": {}}]),
            "organization 1: servers is no list",
        ),
        (
            json!([{"servers": [null]}]),
            "organization 1, server 1: is no object",
        ),
        (
            json!([{"servers": [{"type": "CC_VM_Backup", "usedCount": 1}]}]),
            "organization 1, server 1: is no server",
        ),
        (
            json!([{"servers": [{"serverType": 5}]}]),
            "organization 1, server 1: serverType is no text",
        ),
        (
            json!([{"servers": [{"workloads": "none"}]}]),
            "organization 1, server 1: workloads is no list",
        ),
        (
            server(&json!([{"usedCount": 1}, null])),
            "organization 1, server 1, workload 2: is no object",
        ),
        (
            server(&json!([{"description": "VM", "UsedCount": 5}])),
            "organization 1, server 1, workload 1: has no number of machines or units",
        ),
        (
            server(&json!([{"usedCount": 1}, {"usedUnits": -1}])),
            "organization 1, server 1, workload 2: usedUnits is negative",
        ),
        (
            server(&json!([{"usedCount": 1.5}])),
            "organization 1, server 1, workload 1: usedCount is no whole number",
        ),
        (
            server(&json!([{"usedCount": 1, "description": 5}])),
            "organization 1, server 1, workload 1: description is no text",
        ),
        (
            server(&json!([{"usedCount": 1, "description": "x".repeat(257)}])),
            "organization 1, server 1, workload 1: description is longer than 256 characters",
        ),
        // Rows of version 2.
        (
            json!([{"type": "CC_VM_Backup", "usedCount": 3, "usedInstances": 1}]),
            "organization 1: is no organization",
        ),
    ] {
        assert_eq!(why(&payload), expected, "{payload}");
    }
}

#[test]
fn only_the_companys_own_servers_of_the_right_type_count() {
    let one = json!([{"usedCount": 1}]);
    let wrong = json!([{"usedCount": -1}, {"description": 5}]);
    for (server, count) in [
        (json!({"serverType": "CloudConnect", "workloads": one}), 1),
        (json!({"serverType": "cloudconnect", "workloads": one}), 1),
        (json!({"workloads": one}), 1),
        (json!({"serverType": null, "workloads": one}), 1),
        (json!({"serverType": "VSPC", "workloads": one}), 0),
        // Parts that are left out are not checked, wherever their type stands.
        (json!({"serverType": "VSPC", "workloads": wrong}), 0),
        (
            json!({"zType": 0, "workloads": wrong, "serverType": "VSPC"}),
            0,
        ),
        (json!({"serverType": "Unknown", "workloads": one}), 0),
    ] {
        let payload = json!([{"organizationUid": UID, "servers": [
            server,
            {"serverType": "CloudConnect", "workloads": [{"usedCount": 10}]},
        ]}]);
        let expected = format!("{} 0", 10 + count);
        assert_eq!(total(&usage(&payload).unwrap()), expected, "{payload}");
    }
}

#[test]
fn a_payload_handed_over_is_of_one_company_and_names_its_servers() {
    let handed = Expected {
        tenant: None,
        is_fetched: false,
        ..expected(Resource::CloudConnectUsage)
    };
    let data = |uid: &str, kind: Value| {
        json!([
            {"organizationUid": UID, "servers": [
                {"serverType": kind, "workloads": [{"usedCount": 1}]},
            ]},
            {"organizationUid": uid, "servers": []},
        ])
    };
    let usage = |payload: Value| read(payload.to_string().as_bytes(), &handed);
    let same = usage(data(&UID.to_uppercase(), json!("CloudConnect")));
    assert_eq!(total(&same.unwrap()), "1 0");
    assert!(usage(data(OTHER, json!("CloudConnect"))).is_err());
    // No request has filtered by the type.
    assert!(usage(data(UID, json!(null))).unwrap().is_empty());
}

#[test]
fn a_workloads_platforms_say_its_type_and_add_nothing() {
    let known = "dd20bce2-fedc-451b-8399-6ba6eaada4a0";
    for (platforms, id, description, kind) in [
        (
            json!(["VCC-SERVER-BACKUP"]),
            known,
            "Cloud Backup (VM)",
            "CC_Server_Backup",
        ),
        (
            json!(["X", "vcc-workstation-backup", "VCC-VM-BACKUP"]),
            known,
            "",
            "CC_Workstation_Backup",
        ),
        (json!(["X"]), known, "Cloud Backup (VM)", "CC_VM_Replica"),
        (
            json!([]),
            "x",
            "Workstation Cloud Backup",
            "CC_Workstation_Backup",
        ),
        (json!([]), "", "Something new", "Something new"),
        (json!([]), "", "", "Unknown"),
    ] {
        let platforms = platforms.as_array().unwrap().iter();
        let platforms: Value = platforms
            .map(|id| json!({"typeId": id, "usedCount": 5, "usedUnits": -1}))
            .collect();
        let workload = json!({
            "id": id, "description": description, "usedCount": 5,
            "workloadsByPlatform": platforms,
        });
        let usage = usage(&server(&json!([workload]))).unwrap();
        assert_eq!(usage.workloads()[0].kind.as_str(), kind, "{workload}");
        assert_eq!(total(&usage), "5 0");
    }
}

#[test]
fn what_is_given_twice_is_the_last_one() {
    let payload = format!(
        r#"{{"data":[{{"organizationUid":"{OTHER}","organizationUid":"{UID}",
            "servers":[{{"serverType":"CloudConnect","workloads":[{{"usedCount":-1}}]}}],
            "servers":[{{"serverType":"VSPC","serverType":"CloudConnect",
                "workloads":[{{"usedCount":-5}}],
                "workloads":[{{"usedCount":3,
                    "workloadsByPlatform":[{{"typeId":"VCC-VM-BACKUP"}}],
                    "workloadsByPlatform":[{{"typeId":"VCC-VM-BACKUP","typeId":"VCC-VM-REPLICA"}}]
                }}]}}]}}]}}"#
    );
    assert_eq!(
        rows(&usage(&payload).unwrap()),
        ["CC_VM_Replica,0,0,3,0,0,0"]
    );
}

#[test]
fn twenty_thousand_types_are_refused() {
    let workload = |at: u32| json!({"description": format!("Type {at}"), "usedCount": 1});
    let workloads: Value = (0..20_000).map(workload).collect();
    assert_eq!(
        why(&server(&workloads)),
        "organization 1, server 1, workload 1001: \
         has one type more than the 1,000 that are allowed"
    );
}

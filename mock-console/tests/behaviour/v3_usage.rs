//! The license usage of organizations: filters, pages, and refusals.

use serde_json::{Value, json};

use crate::running::{BOTH_V3, Console};

pub(crate) const USAGE: &str = "/api/v3/licensing/usage/organizations";
pub(crate) const KEY: &str = "key-portal-administrator-read-only";
/// Company 2's.
pub(crate) const UID: &str = "c963cfe0-afae-4a3b-b909-6a04e7d80068";
/// Company 12's, which has all three kinds of servers.
const THREE: &str = "8491cabe-a0af-4356-97bc-c74d6d683cf8";
/// Company 18's, which has two items.
const TWO_ITEMS: &str = "b82c6f14-0a5d-4e79-8f3b-61c9d7e4a205";

async fn usage(console: &Console, query: &str) -> Value {
    let answer = console.get(&format!("{USAGE}?{query}"), KEY).await;
    assert_eq!(answer.status, 200, "{query}");
    answer.json()
}

fn uids(answer: &Value) -> Vec<String> {
    let items = answer["data"].as_array().unwrap().iter();
    items
        .map(|item| item["organizationUid"].as_str().unwrap().to_lowercase())
        .collect()
}

#[tokio::test]
async fn an_organizations_usage_has_the_documented_shape_on_both_ports() {
    let console = Console::start(&[]).await;
    let path = format!("{USAGE}?organizationUid={UID}&serverType=CloudConnect&limit=500&offset=0");
    let bearer = format!("Bearer {KEY}");
    for scheme in BOTH_V3 {
        let headers = [("authorization", bearer.as_str())];
        let answer = console.send(scheme, "GET", &path, &headers, "").await;
        let answer = answer.unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.header("content-type"),
            Some("application/json; charset=utf-8")
        );
        let answer = answer.json();
        let paging = json!({ "total": 1, "count": 1, "offset": 0 });
        assert_eq!(answer["meta"], json!({ "pagingInfo": paging }));
        assert_eq!(answer["errors"], Value::Null);
        let item = &answer["data"][0];
        assert_eq!(item["organizationUid"], UID);
        assert_eq!(item["organizationType"], "Company");
        let server = &item["servers"][0];
        assert_eq!(server["serverType"], "CloudConnect");
        let workload = server["workloads"][0].as_object().unwrap();
        let mut fields: Vec<&str> = workload.keys().map(String::as_str).collect();
        fields.sort_unstable();
        let documented = [
            "description",
            "id",
            "newCount",
            "newUnits",
            "rentalCount",
            "rentalUnits",
            "unitType",
            "usedCount",
            "usedUnits",
            "workloadsByPlatform",
        ];
        assert_eq!(fields, documented);
    }
}

#[tokio::test]
async fn without_an_organization_everybodys_usage_is_answered() {
    let console = Console::start(&[]).await;
    let upper = UID.to_uppercase();
    let bare = UID.replace('-', "");
    let all = uids(&usage(&console, "").await);
    assert!(all.len() > 10);
    let cases = [
        // The other ways to write the one organization.
        (format!("organizationUid={UID}"), 1),
        (format!("organizationUid={upper}"), 1),
        (format!("organizationUid={bare}"), 1),
        (format!("organizationUid=%7B{UID}%7D"), 1),
        (format!("organizationUid=({UID})"), 1),
        (format!("organizationUid=%20{UID}"), 1),
        (format!("organizationuid={UID}"), 1),
        (format!("%6frganizationUid={UID}"), 1),
        // Of several, the first.
        (format!("organizationUid={UID}&organizationUid={THREE}"), 1),
        (format!("organizationUid=&organizationUid={UID}"), all.len()),
        // Blanks and unknown names filter nothing.
        ("organizationUid=".to_owned(), all.len()),
        ("organizationUid=%20".to_owned(), all.len()),
        (format!("organizationUid[]={UID}"), all.len()),
        (format!("organizationUid%20={UID}"), all.len()),
        (format!("organization={UID}"), all.len()),
    ];
    for (query, count) in cases {
        let answer = usage(&console, &query).await;
        assert_eq!(uids(&answer).len(), count, "{query}");
        if count == 1 {
            assert_eq!(uids(&answer), [UID], "{query}");
        }
    }
}

#[tokio::test]
async fn an_unknown_organization_has_no_usage() {
    let console = Console::start(&[]).await;
    let query = "organizationUid=00000000-0000-4000-8000-00000000000a";
    let answer = usage(&console, query).await;
    assert_eq!(answer["data"], json!([]));
    assert_eq!(
        answer["meta"]["pagingInfo"],
        json!({ "total": 0, "count": 0, "offset": 0 })
    );
}

#[tokio::test]
async fn servers_are_filtered_by_their_type() {
    let console = Console::start(&[]).await;
    let types = |answer: &Value| -> Vec<String> {
        let servers = answer["data"][0]["servers"].as_array().unwrap().iter();
        let types = servers.map(|server| server["serverType"].as_str().unwrap().to_owned());
        types.collect()
    };
    let cases: [(&str, &[&str]); 6] = [
        ("", &["CloudConnect", "BackupAndReplication", "VSPC"]),
        ("&serverType=CloudConnect", &["CloudConnect"]),
        (
            "&serverType=backupandreplication",
            &["BackupAndReplication"],
        ),
        ("&serverType=VSPC", &["VSPC"]),
        ("&serverType=VB365", &[]),
        ("&organizationType=company&serverType=VSPC", &["VSPC"]),
    ];
    for (filter, expected) in cases {
        let answer = usage(&console, &format!("organizationUid={THREE}{filter}")).await;
        assert_eq!(types(&answer), expected, "{filter}");
    }
    let provider = usage(&console, "organizationType=Provider").await;
    assert!(!uids(&provider).contains(&UID.to_owned()));
}

#[tokio::test]
async fn pages_are_cut_and_counted_by_item() {
    let console = Console::start(&["--companies", "600"]).await;
    let first = usage(&console, "").await;
    let total = first["meta"]["pagingInfo"]["total"].as_u64().unwrap();
    assert!(total > 600);
    let cases = [
        ("", 100, 0),
        ("limit=1", 1, 0),
        ("limit=500", 500, 0),
        ("limit=500&offset=500", total - 500, 500),
        ("offset=2147483647", 0, 2_147_483_647),
    ];
    for (query, count, offset) in cases {
        let answer = usage(&console, query).await;
        let paging = json!({ "total": total, "count": count, "offset": offset });
        assert_eq!(answer["meta"]["pagingInfo"], paging, "{query}");
        assert_eq!(uids(&answer).len() as u64, count, "{query}");
    }
    let mut pages = uids(&usage(&console, "limit=500").await);
    pages.extend(uids(&usage(&console, "limit=500&offset=500").await));
    pages.sort_unstable();
    pages.dedup();
    // Company 18 has two items.
    assert_eq!(pages.len() as u64, total - 1);
    let both = usage(&console, &format!("organizationUid={TWO_ITEMS}")).await;
    assert_eq!(both["meta"]["pagingInfo"]["total"], 2);
}

#[tokio::test]
async fn a_parameter_that_cannot_be_read_is_refused_by_its_name() {
    let console = Console::start(&[]).await;
    let cases = [
        ("organizationUid=2", "organizationUid"),
        (
            "organizationUid=c963cfe0-afae-4a3b-b909-6a04e7d8006",
            "organizationUid",
        ),
        (
            "organizationUid=c963cfe0afae-4a3b-b909-6a04e7d80068",
            "organizationUid",
        ),
        (
            "organizationUid=%7Bc963cfe0-afae-4a3b-b909-6a04e7d80068",
            "organizationUid",
        ),
        (
            "organizationUid=g963cfe0-afae-4a3b-b909-6a04e7d80068",
            "organizationUid",
        ),
        (
            "organizationUid=%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%AC%E2%82%ACee",
            "organizationUid",
        ),
        ("providerUid=x", "providerUid"),
        ("serverUid=x", "serverUid"),
        ("serverType=CloudConnect2", "serverType"),
        ("organizationType=Tenant", "organizationType"),
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("limit=x", "limit"),
        ("limit=-1", "limit"),
        ("limit=1.5", "limit"),
        ("offset=-1", "offset"),
        ("offset=2147483648", "offset"),
        ("filter=[]", "filter"),
        ("sort=[]", "sort"),
        ("select=[]", "select"),
    ];
    for (query, parameter) in cases {
        let answer = console.get(&format!("{USAGE}?{query}"), KEY).await;
        assert_eq!(answer.status, 400, "{query}");
        let error = &answer.json()["errors"][0];
        assert_eq!(error["parameterName"], parameter, "{query}");
        assert_eq!(error["type"], "logical", "{query}");
        assert!(error["message"].is_string(), "{query}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_404_in_v3s_shape() {
    let console = Console::start(&[]).await;
    for scheme in BOTH_V3 {
        for (method, path, status) in [
            ("GET", "/api/v3", 404),
            ("GET", "/api/v3/licensing/usage", 404),
            ("GET", "/api/v3/licensing/usage/organizations/", 404),
            ("GET", "/api/v3/Licensing/usage/organizations", 404),
            ("POST", USAGE, 405),
            ("GET", "/api/v3/token", 405),
        ] {
            let answer = console.send(scheme, method, path, &[], "").await.unwrap();
            assert_eq!(answer.status, status, "{method} {path}");
            let error = &answer.json()["errors"][0];
            assert_eq!(error["code"], status, "{method} {path}");
        }
    }
}

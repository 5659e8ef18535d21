//! v3's ways of going wrong.

use serde_json::{Value, json};

use crate::running::{Console, SAMPLE};
use crate::v3_usage::{KEY, UID, USAGE};

fn own() -> String {
    format!("{USAGE}?organizationUid={UID}&serverType=CloudConnect&limit=500&offset=0")
}

#[tokio::test]
async fn errors_have_v3s_shape_and_a_type() {
    let console = Console::start(&[]).await;
    let cases = [
        (
            json!({ "body": { "error": { "retryAfter": 25 } } }),
            429,
            json!({ "message": "Too Many Requests", "type": "transport", "code": 429, "retryAfter": 25 }),
        ),
        (
            json!({ "status": 429 }),
            429,
            json!({ "message": "Too Many Requests", "type": "transport", "code": 429 }),
        ),
        (
            json!({ "body": { "error": { "type": "retryableLogical", "code": 1000, "message": "Busy." } } }),
            520,
            json!({ "message": "Busy.", "type": "retryableLogical", "code": 1000 }),
        ),
        (
            json!({ "body": { "error": { "type": "logical" } } }),
            520,
            json!({ "message": "Fault", "type": "logical", "code": 520 }),
        ),
        (
            json!({ "body": { "error": { "type": "security" } } }),
            520,
            json!({ "message": "Fault", "type": "security", "code": 520 }),
        ),
        (
            json!({ "status": 520 }),
            520,
            json!({ "message": "Fault", "type": "transport", "code": 520 }),
        ),
        (
            json!({ "status": 503, "body": { "error": { "type": "unspecified" } } }),
            503,
            json!({ "message": "Service Unavailable", "type": "unspecified", "code": 503 }),
        ),
        (
            json!({ "status": 403 }),
            403,
            json!({ "message": "Forbidden", "type": "security", "code": 403 }),
        ),
    ];
    for (fault, status, error) in cases {
        console.spoil("2", &fault).await;
        let answer = console.get(&own(), "no token is needed").await;
        assert_eq!(answer.status, status, "{fault}");
        assert_eq!(answer.header("retry-after"), None, "{fault}");
        assert_eq!(answer.json(), json!({ "errors": [error] }), "{fault}");
    }
}

#[tokio::test]
async fn usage_can_be_wrong_in_each_documented_way() {
    let console = Console::start(&[]).await;
    let usual = console.get(&own(), KEY).await.json();
    let wrong = async |name: &str| -> Value {
        console.spoil("2", &json!({ "wrong": name })).await;
        let answer = console.get(&own(), KEY).await;
        assert_eq!(answer.status, 200, "{name}");
        assert_eq!(console.get(&own(), "nonsense").await.status, 401, "{name}");
        answer.json()
    };
    let uids = |answer: &Value| -> Vec<String> {
        let items = answer["data"].as_array().unwrap().iter();
        let uids = items.map(|item| item["organizationUid"].as_str().unwrap().to_owned());
        uids.collect()
    };
    let other = uids(&wrong("otherOrganization").await);
    assert!(other.len() == 1 && other[0] != UID, "{other:?}");
    assert_eq!(
        uids(&wrong("furtherOrganization").await),
        [UID, other[0].as_str()]
    );

    let partial = wrong("partialPage").await;
    assert_eq!(partial["data"], usual["data"]);
    assert_eq!(
        partial["meta"]["pagingInfo"],
        json!({ "total": 2, "count": 1, "offset": 0 })
    );
    let later = wrong("laterPage").await;
    assert_eq!(later["meta"]["pagingInfo"]["offset"], 1);

    let two_units = wrong("secondUnit").await;
    let servers = two_units["data"][0]["servers"].as_array().unwrap();
    let units: Vec<&Value> = servers.last().unwrap()["workloads"]
        .as_array()
        .unwrap()
        .iter()
        .map(|workload| &workload["unitType"])
        .collect();
    assert_eq!(units, ["Points", "Instances"]);
    assert_eq!(servers.last().unwrap()["serverType"], "CloudConnect");

    assert!(wrong("noData").await.get("data").is_none());
    let besides = wrong("errorBesides").await;
    assert_eq!(besides["data"], usual["data"]);
    assert_eq!(besides["errors"][0]["type"], "retryableLogical");
}

#[tokio::test]
async fn a_fault_holds_for_a_company_in_both_apis_and_for_every_one() {
    let console = Console::start(&[]).await;
    let (v2, _) = console.sign_in().await;
    let status = async |path: &str, token: &str| console.get(path, token).await.status;
    let all = USAGE;
    console.spoil("2", &json!({ "status": 418 })).await;
    assert_eq!(status(&own(), KEY).await, 418);
    assert_eq!(status(SAMPLE, &v2).await, 418);
    assert_eq!(status(all, KEY).await, 200);
    console.spoil("every", &json!({ "status": 503 })).await;
    assert_eq!(status(&own(), KEY).await, 418, "its own comes first");
    let other = "/v2/tenants/3/licensing/cloudConnectUsage";
    for (path, token) in [(other, v2.as_str()), (all, KEY)] {
        assert_eq!(status(path, token).await, 503, "{path}");
    }
    console
        .ask("DELETE", "/console/faults/every", &[], "")
        .await;
    assert_eq!(status(all, KEY).await, 200);
}

#[tokio::test]
async fn the_log_finds_a_company_by_either_name_in_either_api() {
    let console = Console::start(&[]).await;
    for path in [own().as_str(), SAMPLE, USAGE, "/v2/tenants/3"] {
        console.get(path, KEY).await;
    }
    for tenant in ["2", UID, &UID.to_uppercase()] {
        let path = format!("/console/requests?tenant={tenant}");
        let log = console.ask("GET", &path, &[], "").await.json();
        let log = log.as_array().unwrap();
        let paths: Vec<&Value> = log.iter().map(|it| &it["path"]).collect();
        assert_eq!(paths, [USAGE, SAMPLE], "{tenant}");
        assert!(log[0]["query"].as_str().unwrap().contains(UID));
    }
}

//! Asynchronous actions: 202, then running, then a result without an envelope.

use std::time::Duration;

use serde_json::{Value, json};

use crate::running::Console;
use crate::v3_usage::{KEY, UID, USAGE};

/// The path of the action that this request is answered with.
async fn queued(console: &Console, query: &str) -> String {
    let answer = console.get(&format!("{USAGE}?{query}"), KEY).await;
    assert_eq!(answer.status, 202);
    assert!(answer.body.is_empty());
    let location = answer.header("location").unwrap();
    let origin = format!("https://{}", console.v3_https);
    location.strip_prefix(&origin).unwrap().to_owned()
}

#[tokio::test]
async fn the_result_is_the_usage_without_its_envelope() {
    let console = Console::start(&[]).await;
    let query = format!("organizationUid={UID}");
    let usual = console.get(&format!("{USAGE}?{query}"), KEY).await.json();
    console
        .spoil("2", &json!({ "asyncMs": 300, "times": 1 }))
        .await;
    let action = queued(&console, &query).await;
    let result = format!("{action}/result");
    let running = console.get(&action, KEY).await.json();
    assert_eq!(running["data"]["status"], "running");
    assert_eq!(
        running["data"]["queryParameters"],
        json!({ "organizationUid": UID })
    );
    assert_eq!(console.get(&result, KEY).await.status, 404);
    tokio::time::sleep(Duration::from_millis(350)).await;
    let ended = console.get(&action, KEY).await.json();
    assert_eq!(ended["data"]["status"], "succeed");
    let result = console.get(&result, KEY).await;
    assert_eq!((result.status, result.json()), (200, usual["data"].clone()));
    assert_eq!(console.get(&action, "nonsense").await.status, 401);
}

#[tokio::test]
async fn a_fault_can_be_an_actions_result() {
    let console = Console::start(&[]).await;
    let fault = json!({ "body": { "error": { "type": "logical" } }, "asyncMs": 0, "times": 1 });
    console.spoil("every", &fault).await;
    let action = queued(&console, "").await;
    let info = console.get(&action, KEY).await.json();
    assert_eq!(info["data"]["status"], "failed");
    let result = console.get(&format!("{action}/result"), KEY).await;
    assert_eq!(result.status, 520);
    assert_eq!(result.json()["errors"][0]["type"], "logical");
}

#[tokio::test]
async fn a_named_request_is_an_action_before_3_6() {
    for (version, status) in [("3.5.1", 202), ("3.6", 200), ("3.7", 200)] {
        let console = Console::start(&["--v3-version", version]).await;
        let headers = [
            ("authorization", "Bearer key-portal-administrator"),
            ("x-request-id", "ba547d14-c556-42bb-b85c-eeeb16e2f5e7"),
        ];
        let answer = console.ask("GET", USAGE, &headers, "").await;
        assert_eq!(answer.status, status, "{version}");
    }
}

#[tokio::test]
async fn an_action_can_be_deleted() {
    let console = Console::start(&[]).await;
    console.spoil("every", &json!({ "asyncMs": 0 })).await;
    let action = queued(&console, "").await;
    let headers = [("authorization", "Bearer key-portal-administrator")];
    for status in [200, 404] {
        let answer = console.ask("DELETE", &action, &headers, "").await;
        assert_eq!(answer.status, status);
    }
    let gone: Value = console.get(&action, KEY).await.json();
    assert_eq!(gone["errors"][0]["code"], 404);
}

//! Every way of going wrong, one by one.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::time::timeout;

use crate::running::{BOTH, Console, SAMPLE};

#[tokio::test]
async fn an_answer_can_be_made_up() {
    let console = Console::start(&[]).await;
    let json = "application/json; charset=utf-8";
    let cases = [
        (
            json!({ "status": 503 }),
            503,
            Some(json),
            r#"{"message":"Service Unavailable"}"#,
        ),
        (
            json!({ "status": 520 }),
            520,
            Some(json),
            r#"{"message":"Fault"}"#,
        ),
        (
            json!({ "status": 302, "headers": { "Location": "/signin" } }),
            302,
            None,
            "",
        ),
        (json!({ "status": 204 }), 204, None, ""),
        (
            json!({ "status": 500, "body": { "text": "<h1>Oops</h1>" }, "contentType": "text/html" }),
            500,
            Some("text/html"),
            "<h1>Oops</h1>",
        ),
        (json!({ "body": { "text": "[{" } }), 200, Some(json), "[{"),
        (
            json!({ "body": { "json": [1, null] } }),
            200,
            Some(json),
            "[1,null]",
        ),
        (json!({ "body": { "rows": 0 } }), 200, Some(json), "[]"),
    ];
    for (fault, status, content_type, body) in cases {
        console.spoil("2", &fault).await;
        let answer = console.ask("GET", SAMPLE, &[], "").await;
        assert_eq!(answer.status, status, "{fault}");
        assert_eq!(answer.header("content-type"), content_type, "{fault}");
        assert_eq!(answer.body, body, "{fault}");
        for (name, value) in fault["headers"].as_object().into_iter().flatten() {
            assert_eq!(answer.header(name), value.as_str(), "{fault}");
        }
    }
}

#[tokio::test]
async fn a_sign_in_page_can_be_in_the_way() {
    let console = Console::start(&[]).await;
    console.spoil("2", &json!({ "body": "signIn" })).await;
    let answer = console.ask("GET", SAMPLE, &[], "").await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert!(answer.body.starts_with(b"<!doctype html>"));
}

#[tokio::test]
async fn the_usual_answer_can_be_relabelled_without_skipping_the_token_check() {
    let console = Console::start(&[]).await;
    let (token, _) = console.sign_in().await;
    let usual = console.get(SAMPLE, &token).await.body;
    console
        .spoil(
            "2",
            &json!({ "contentType": "text/plain", "headers": { "X-Proxy": "1" } }),
        )
        .await;
    let answer = console.get(SAMPLE, &token).await;
    assert_eq!((answer.status, answer.body), (200, usual));
    let labels = ["content-type", "x-proxy"].map(|name| answer.headers[name].to_str().unwrap());
    assert_eq!(labels, ["text/plain", "1"]);
    assert_eq!(console.get(SAMPLE, "nonsense").await.status, 401);
}

#[tokio::test]
async fn a_fault_lasts_for_as_many_requests_as_it_says() {
    let console = Console::start(&[]).await;
    let (token, _) = console.sign_in().await;
    let faults = json!([{ "status": 500, "times": 2 }, { "status": 429, "times": 1 }]);
    console.spoil("2", &faults).await;
    console.spoil("3", &json!({ "status": 404 })).await;
    for status in [500, 500, 429, 200, 200] {
        assert_eq!(console.get(SAMPLE, &token).await.status, status);
    }
    for _ in 0..5 {
        let path = "/v2/tenants/3/licensing/cloudConnectUsage";
        assert_eq!(console.get(path, &token).await.status, 404);
    }
}

#[tokio::test]
async fn a_fault_is_the_companys_by_id_and_by_uuid_and_needs_no_company() {
    let console = Console::start(&[]).await;
    let (token, _) = console.sign_in().await;
    let company = console.get("/v2/tenants/2", &token).await.json();
    let uid = company["uid"].as_str().unwrap();
    let by_uid = format!("/v2/tenants/{uid}/licensing/cloudConnectUsage/byVCCTenantUid");
    let nobody = "00000000-0000-4000-8000-00000000000A";
    let at_nobody = format!("/v2/tenants/{nobody}/licensing/backupServerUsage/byVCCTenantUid");
    for (tenant, path) in [
        ("2", by_uid.as_str()),
        (uid, SAMPLE),
        ("777", "/v2/tenants/777/licensing/cloudConnectUsage"),
        (nobody, &at_nobody),
    ] {
        console
            .spoil(tenant, &json!({ "status": 418, "times": 1 }))
            .await;
        assert_eq!(
            console.get(path, &token).await.status,
            418,
            "{tenant} {path}"
        );
        assert_ne!(
            console.get(path, &token).await.status,
            418,
            "{tenant} {path}"
        );
    }
}

#[tokio::test]
async fn an_answer_can_be_late_or_slow() {
    let console = Console::start(&[]).await;
    let (token, _) = console.sign_in().await;
    let usual = console.get(SAMPLE, &token).await;
    for fault in [json!({ "delayMs": 200 }), json!({ "dripMs": 200 })] {
        console.spoil("2", &fault).await;
        let start = Instant::now();
        let answer = console.get(SAMPLE, &token).await;
        assert!(start.elapsed() >= Duration::from_millis(200), "{fault}");
        assert_eq!((answer.status, &answer.body), (200, &usual.body), "{fault}");
        assert_eq!(
            answer.header("content-length"),
            usual.header("content-length"),
            "{fault}"
        );
    }
}

#[tokio::test]
async fn a_body_can_break_off() {
    let console = Console::start(&[]).await;
    for scheme in BOTH {
        let fault = json!({ "body": { "text": "0123456789" }, "truncateAt": 4 });
        console.spoil("2", &fault).await;
        let broken = console
            .send(scheme, "GET", SAMPLE, &[], "")
            .await
            .err()
            .unwrap();
        assert_eq!(broken.status, Some(200), "{scheme:?}");
        assert_eq!(broken.body, b"0123", "{scheme:?}");
        console
            .spoil("2", &json!({ "body": { "text": "0123" }, "truncateAt": 4 }))
            .await;
        assert!(
            console.send(scheme, "GET", SAMPLE, &[], "").await.is_ok(),
            "{scheme:?}"
        );
    }
}

#[tokio::test]
async fn a_connection_can_end_without_an_answer() {
    let console = Console::start(&[]).await;
    for scheme in BOTH {
        for (connection, reason) in [("close", "IncompleteMessage"), ("reset", "ConnectionReset")] {
            console
                .spoil("2", &json!({ "connection": connection }))
                .await;
            let broken = console
                .send(scheme, "GET", SAMPLE, &[], "")
                .await
                .err()
                .unwrap();
            assert_eq!(broken.status, None);
            assert!(
                broken.reason.contains(reason),
                "{scheme:?} {connection}: {}",
                broken.reason
            );
        }
    }
}

#[tokio::test]
async fn an_answer_may_never_come() {
    let console = Console::start(&[]).await;
    console
        .spoil("2", &json!({ "connection": "hang", "times": 1 }))
        .await;
    let waited = timeout(
        Duration::from_millis(200),
        console.ask("GET", SAMPLE, &[], ""),
    )
    .await;
    assert!(waited.is_err());
    assert_eq!(console.ask("GET", SAMPLE, &[], "").await.status, 401);
}

#[tokio::test]
async fn a_body_can_be_of_any_size() {
    let console = Console::start(&[]).await;
    for bytes in [2, 3, 130, 131, 132, 10_000, 20_000_000] {
        console
            .spoil("2", &json!({ "body": { "bytes": bytes } }))
            .await;
        let answer = console.ask("GET", SAMPLE, &[], "").await;
        assert_eq!(answer.body.len(), bytes);
        assert_eq!(
            answer.header("content-length"),
            Some(bytes.to_string().as_str())
        );
        assert!(
            serde_json::from_slice::<serde::de::IgnoredAny>(&answer.body).is_ok(),
            "{bytes}"
        );
    }
}

#[tokio::test]
async fn a_body_can_hide_its_length() {
    let console = Console::start(&[]).await;
    console
        .spoil(
            "2",
            &json!({ "body": { "bytes": 100_000 }, "chunked": true }),
        )
        .await;
    let answer = console.ask("GET", SAMPLE, &[], "").await;
    assert_eq!(answer.header("content-length"), None);
    assert_eq!(answer.body.len(), 100_000);
}

#[tokio::test]
async fn a_hundred_thousand_rows_fit_the_cards_limit_and_add_up() {
    let console = Console::start(&[]).await;
    console
        .spoil("2", &json!({ "body": { "rows": 100_000 } }))
        .await;
    let answer = console.ask("GET", SAMPLE, &[], "").await;
    assert!(
        answer.body.len() < 16 * 1024 * 1024,
        "{}",
        answer.body.len()
    );
    let rows = answer.json();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 100_000);
    let count = |row: &Value| row["usedCount"].as_u64().unwrap();
    for name in [
        "CC_VM_Backup",
        "CC_VM_Replica",
        "CC_Server_Backup",
        "CC_Workstation_Backup",
    ] {
        let machines: u64 = rows
            .iter()
            .filter(|row| row["type"] == name)
            .map(count)
            .sum();
        assert_eq!(machines, 25_000, "{name}");
    }
}

#[tokio::test]
async fn a_file_of_faults_holds_from_the_start_until_it_is_cleared() {
    let file = std::env::temp_dir().join(format!("faults-{}.json", std::process::id()));
    let faults = r#"{ "2": { "status": 503 }, "9000": [{ "status": 403, "times": 1 }] }"#;
    std::fs::write(&file, faults).unwrap();
    let console = Console::start(&["--faults", file.to_str().unwrap()]).await;
    std::fs::remove_file(&file).unwrap();
    let (token, _) = console.sign_in().await;
    let unknown = "/v2/tenants/9000/licensing/cloudConnectUsage";
    for (path, status) in [(SAMPLE, 503), (SAMPLE, 503), (unknown, 403), (unknown, 404)] {
        assert_eq!(console.get(path, &token).await.status, status, "{path}");
    }
    console.ask("DELETE", "/console/faults/2", &[], "").await;
    assert_eq!(console.get(SAMPLE, &token).await.status, 200);
}

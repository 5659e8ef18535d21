//! The control API: its requests, its responses, and its refusals.

use serde_json::{Value, json};

use crate::running::{BOTH, Console, SAMPLE};

#[tokio::test]
async fn no_web_page_and_no_other_host_gets_in() {
    let console = Console::start(&["--cors", "http://localhost:8080"]).await;
    let requests = [
        ("PUT", "/console/faults/2", r#"{"status":500}"#),
        ("DELETE", "/console/faults", ""),
        ("GET", "/console/requests", ""),
        ("POST", "/console/expire-tokens", ""),
        ("OPTIONS", "/console/requests", ""),
        ("GET", "/console/none", ""),
    ];
    let refused = [
        ("origin", "http://localhost:8080"),
        ("origin", "http://localhost"),
        ("origin", "null"),
        ("host", "portal.example"),
        ("host", "localhost.portal.example"),
        ("host", "192.0.2.1:1281"),
        ("host", ""),
    ];
    for (method, path, body) in requests {
        for header in refused {
            let answer = console.ask(method, path, &[header], body).await;
            assert_eq!(answer.status, 403, "{method} {path} {header:?}");
            assert!(answer.json()["message"].is_string());
            assert_eq!(answer.header("access-control-allow-origin"), None);
        }
    }
    assert_eq!(
        console.ask("GET", SAMPLE, &[], "").await.status,
        401,
        "there is no fault"
    );
}

#[tokio::test]
async fn every_name_of_this_machine_gets_in() {
    let console = Console::start(&[]).await;
    for scheme in BOTH {
        for host in [
            "localhost",
            "LOCALHOST:1281",
            "127.0.0.1:1282",
            "127.9.9.9",
            "[::1]:1281",
        ] {
            let headers = [("host", host)];
            let answer = console
                .send(scheme, "GET", "/console/requests", &headers, "")
                .await;
            assert_eq!(answer.unwrap().status, 200, "{host}");
        }
    }
}

#[tokio::test]
async fn a_fault_that_cannot_be_is_refused_with_the_reason() {
    let console = Console::start(&[]).await;
    let cases = [
        ("", "EOF"),
        ("nonsense", "line 1"),
        ("{}", "none of"),
        (r#"{"times":1}"#, "none of"),
        (r#"{"stauts":500}"#, "unknown field `stauts`"),
        (r#"{"status":500,"times":0}"#, "nonzero"),
        (r#"{"status":199}"#, "200 to 599"),
        (r#"{"status":600}"#, "200 to 599"),
        (r#"{"status":"500"}"#, "invalid type"),
        (r#"{"status":500,"headers":{"a b":"c"}}"#, "no header name"),
        (
            r#"{"status":500,"headers":{"a":"b\r\nc"}}"#,
            "cannot be sent",
        ),
        (r#"{"headers":{"Content-Length":"1"}}"#, "truncateAt"),
        (r#"{"body":"text"}"#, "invalid type"),
        (r#"{"body":{"pages":1}}"#, "unknown variant `pages`"),
        (r#"{"body":{"bytes":1}}"#, "from 2"),
        (r#"{"body":{"bytes":67108865}}"#, "67108864"),
        (r#"{"body":{"rows":400001}}"#, "400000"),
        (r#"{"delayMs":600001}"#, "600000"),
        (r#"{"chunked":true,"truncateAt":1}"#, "chunked"),
        (r#"{"connection":"drop"}"#, "unknown variant `drop`"),
        (r#"{"connection":"hang","status":500}"#, "delayMs and times"),
        (r#"[{"status":500},{"status":1}]"#, "200 to 599"),
    ];
    for (body, hint) in cases {
        let answer = console.ask("PUT", "/console/faults/2", &[], body).await;
        assert_eq!(answer.status, 400, "{body}");
        let message = answer.json()["message"].as_str().unwrap().to_owned();
        assert!(message.contains(hint), "{body}: {message}");
    }
    for tenant in ["two", "-1", "12345678901234567890"] {
        let path = format!("/console/faults/{tenant}");
        assert_eq!(
            console
                .ask("PUT", &path, &[], r#"{"status":500}"#)
                .await
                .status,
            400
        );
    }
}

#[tokio::test]
async fn faults_can_be_ended_one_by_one_and_all_at_once() {
    let console = Console::start(&[]).await;
    let paths = [SAMPLE, "/v2/tenants/3/licensing/cloudConnectUsage"];
    for tenant in ["2", "3"] {
        console.spoil(tenant, &json!({ "status": 500 })).await;
    }
    for (end, statuses) in [
        ("/console/faults/2", [401, 500]),
        ("/console/faults", [401, 401]),
    ] {
        assert_eq!(console.ask("DELETE", end, &[], "").await.status, 204);
        for (path, status) in paths.into_iter().zip(statuses) {
            assert_eq!(
                console.ask("GET", path, &[], "").await.status,
                status,
                "{end} {path}"
            );
        }
    }
}

#[tokio::test]
async fn every_api_request_is_written_down() {
    let console = Console::start(&[]).await;
    console.spoil("3", &json!({ "connection": "close" })).await;
    let headers = [
        ("X-Test", "a"),
        ("x-test", "b"),
        ("accept", "application/json"),
    ];
    let path = format!("{SAMPLE}?page=1");
    console
        .send(BOTH[1], "GET", &path, &headers, "")
        .await
        .unwrap();
    let cut = "/v2/tenants/3/licensing/cloudConnectUsage";
    assert!(console.try_get(cut, "secret").await.is_err());
    console.form("/token", "grant_type=password").await;
    console.ask("OPTIONS", "/none", &[], "").await;

    let requests = console
        .ask("GET", "/console/requests", &[], "")
        .await
        .json();
    let seen: Vec<_> = requests
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            (
                &it["number"],
                &it["method"],
                &it["path"],
                &it["query"],
                &it["status"],
            )
        })
        .map(|it| json!([it.0, it.1, it.2, it.3, it.4]))
        .collect();
    let expected = [
        json!([0, "GET", SAMPLE, "page=1", 401]),
        json!([1, "GET", cut, null, null]),
        json!([2, "POST", "/token", null, 400]),
        json!([3, "OPTIONS", "/none", null, 404]),
    ];
    assert_eq!(seen, expected);
    let headers = json!({ "accept": "application/json", "host": "localhost", "x-test": "a, b" });
    assert_eq!(requests[0]["headers"], headers);
    assert_eq!(requests[1]["headers"]["authorization"], "Bearer secret");
    assert!(requests[0]["time"].as_u64().unwrap() > 1_700_000_000_000);
}

#[tokio::test]
async fn the_log_can_be_read_and_emptied_for_one_tenant() {
    let console = Console::start(&[]).await;
    for path in [SAMPLE, "/v2/tenants/22", "/v2/tenants/2", "/v2/tenants"] {
        console.ask("GET", path, &[], "").await;
    }
    let paths = async |query: &str| -> Vec<Value> {
        let answer = console
            .ask("GET", &format!("/console/requests{query}"), &[], "")
            .await;
        answer
            .json()
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["path"].clone())
            .collect()
    };
    assert_eq!(paths("?tenant=2").await, [SAMPLE, "/v2/tenants/2"]);
    assert_eq!(
        console
            .ask("DELETE", "/console/requests?tenant=2", &[], "")
            .await
            .status,
        204
    );
    assert_eq!(paths("").await, ["/v2/tenants/22", "/v2/tenants"]);
    assert_eq!(
        console
            .ask("DELETE", "/console/requests", &[], "")
            .await
            .status,
        204
    );
    assert_eq!(paths("").await, Vec::<Value>::new());
}

#[tokio::test]
async fn access_tokens_can_be_made_to_expire() {
    let console = Console::start(&[]).await;
    let (first, _) = console.sign_in().await;
    let (second, refresh) = console.sign_in().await;
    let only_first = format!("/console/expire-tokens?token={first}");
    assert_eq!(
        console.ask("POST", &only_first, &[], "").await.json(),
        json!({ "expired": 1 })
    );
    assert_eq!(console.get(SAMPLE, &first).await.status, 401);
    assert_eq!(console.get(SAMPLE, &second).await.status, 200);
    let all = console.ask("POST", "/console/expire-tokens", &[], "").await;
    assert_eq!(all.json(), json!({ "expired": 1 }));
    assert_eq!(console.get(SAMPLE, &second).await.status, 401);
    let form = format!("grant_type=refresh_token&refresh_token={refresh}");
    let pair = console.form("/token", &form).await.json();
    assert_eq!(
        console
            .get(SAMPLE, pair["access_token"].as_str().unwrap())
            .await
            .status,
        200
    );
}

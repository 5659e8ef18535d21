//! Companies and their usage, as recorded.

use std::fs;

use hyper::header::HeaderName;
use serde_json::Value;

use crate::running::{BOTH, Console, SAMPLE, fixtures};

#[tokio::test]
async fn the_documented_sample_is_served_byte_for_byte() {
    let console = Console::start(&[]).await;
    let (token, _) = console.sign_in().await;
    let bearer = format!("Bearer {token}");
    let recorded = fs::read(fixtures().join("2-documented-sample/cloudConnectUsage.json")).unwrap();
    for scheme in BOTH {
        let answer = console
            .send(scheme, "GET", SAMPLE, &[("authorization", &bearer)], "")
            .await;
        let answer = answer.unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.body, recorded);
        let mut names: Vec<&str> = answer.headers.keys().map(HeaderName::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["content-length", "content-type", "date"]);
        assert_eq!(
            answer.header("content-type"),
            Some("application/json; charset=utf-8")
        );
        assert_eq!(
            answer.header("content-length"),
            Some(recorded.len().to_string().as_str())
        );
    }
}

#[tokio::test]
async fn every_recorded_payload_is_served_by_id_and_by_uuid() {
    let console = Console::start(&[]).await;
    let (token, _) = console.sign_in().await;
    let list = console.get("/v2/tenants", &token).await;
    assert_eq!(
        list.body,
        fs::read(fixtures().join("tenants.json")).unwrap()
    );
    for tenant in list.json().as_array().unwrap() {
        let (id, uid) = (
            tenant["id"].as_u64().unwrap(),
            tenant["uid"].as_str().unwrap(),
        );
        assert_eq!(
            console
                .get(&format!("/v2/tenants/{id}"), &token)
                .await
                .json(),
            *tenant
        );
        for resource in [
            "cloudConnectUsage",
            "backupServerUsage",
            "availabilityConsoleUsage",
        ] {
            let file = format!("{}/{resource}.json", tenant["folder"].as_str().unwrap());
            let recorded = fs::read(fixtures().join(file)).ok();
            let paths = [
                format!("/v2/tenants/{id}/licensing/{resource}"),
                format!("/v2/tenants/{uid}/licensing/{resource}/byVCCTenantUid"),
            ];
            for path in paths {
                let answer = console.get(&path, &token).await;
                match &recorded {
                    Some(body) => assert_eq!(answer.body, body, "{path}"),
                    None => assert_eq!(answer.status, 404, "{path}"),
                }
            }
        }
    }
}

#[test]
fn the_readme_lists_every_company() {
    let readme = fs::read_to_string(fixtures().join("README.md")).unwrap();
    let tenants = fs::read(fixtures().join("tenants.json")).unwrap();
    let tenants: Vec<Value> = serde_json::from_slice(&tenants).unwrap();
    for tenant in &tenants {
        let row = format!(
            "| {} | {} |",
            tenant["id"],
            tenant["name"].as_str().unwrap()
        );
        assert!(readme.contains(&row), "{row}");
    }
    assert_eq!(
        readme.lines().filter(|line| line.starts_with("| ")).count(),
        tenants.len() + 1
    );
}

#[tokio::test]
async fn only_a_good_token_opens_the_api() {
    let console = Console::start(&[]).await;
    let (token, refresh) = console.sign_in().await;
    let cases = [
        (None, 401),
        (Some(String::new()), 401),
        (Some("Bearer".to_owned()), 401),
        (Some("Bearer ".to_owned()), 401),
        (Some(token.clone()), 401),
        (Some(format!("Basic {token}")), 401),
        (Some("Bearer nonsense".to_owned()), 401),
        (Some(format!("Bearer {refresh}")), 401),
        (Some(format!("Bearer {token}x")), 401),
        (Some(format!("Bearer {token}")), 200),
        (Some(format!("bearer {token}")), 200),
    ];
    for path in [SAMPLE, "/v2/tenants", "/v2/tenants/2"] {
        for (header, status) in &cases {
            let headers: Vec<_> = header
                .iter()
                .map(|it| ("authorization", it.as_str()))
                .collect();
            let answer = console.ask("GET", path, &headers, "").await;
            assert_eq!(answer.status, *status, "{path} {header:?}");
            if answer.status == 401 {
                assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
                assert!(answer.json()["message"].is_string());
            }
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_404_in_json() {
    let console = Console::start(&[]).await;
    let (token, _) = console.sign_in().await;
    let uid = console.get("/v2/tenants/2", &token).await.json()["uid"]
        .as_str()
        .unwrap()
        .to_owned();
    let cases = [
        "/".to_owned(),
        "/console".to_owned(),
        "/v2".to_owned(),
        "/v2/".to_owned(),
        "/v2/token".to_owned(),
        "/api/v2/tenants/2".to_owned(),
        "/v2/tenants/".to_owned(),
        "/v2/tenants/1".to_owned(),
        "/v2/tenants/+2".to_owned(),
        "/v2/tenants/%ff".to_owned(),
        "/v2/tenants/99999999999999999999".to_owned(),
        "/v2/tenants/1/licensing/cloudConnectUsage".to_owned(),
        "/v2/tenants/%ff/licensing/cloudConnectUsage".to_owned(),
        "/v2/tenants/2/licensing".to_owned(),
        "/v2/tenants/2/licensing/cloudconnectusage".to_owned(),
        "/v2/tenants/2/licensing/backupServerUsage".to_owned(),
        "/v2/tenants/2/licensing/cloudConnectUsage/".to_owned(),
        "/v2/tenants/2/licensing/cloudConnectUsage/byVCCTenantUid".to_owned(),
        format!("/v2/tenants/{uid}/licensing/cloudConnectUsage"),
    ];
    for path in cases {
        let answer = console.get(&path, &token).await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(
            answer.header("content-type"),
            Some("application/json; charset=utf-8")
        );
        assert!(answer.json()["message"].is_string(), "{path}");
    }
}

#[tokio::test]
async fn a_wrong_method_is_405_and_told_the_right_one() {
    let console = Console::start(&[]).await;
    let cases = [
        ("POST", SAMPLE, "GET,HEAD"),
        ("OPTIONS", SAMPLE, "GET,HEAD"),
        ("DELETE", "/v2/tenants", "GET,HEAD"),
        ("PUT", "/v2/tenants/2", "GET,HEAD"),
        ("GET", "/token", "POST"),
        ("OPTIONS", "/token", "POST"),
        ("GET", "/v2/accounts/logout", "POST"),
        ("POST", "/console/faults/2", "PUT,DELETE"),
        ("GET", "/console/expire-tokens", "POST"),
    ];
    for (method, path, allow) in cases {
        let answer = console.ask(method, path, &[], "").await;
        assert_eq!(answer.status, 405, "{method} {path}");
        assert_eq!(answer.header("allow"), Some(allow), "{method} {path}");
        assert!(answer.json()["message"].is_string(), "{method} {path}");
    }
}

#[tokio::test]
async fn the_certificate_is_for_this_machine() {
    let console = Console::start(&[]).await;
    for (name, trusted) in [
        ("localhost", true),
        ("127.0.0.1", true),
        ("example.com", false),
    ] {
        assert_eq!(console.is_trusted_as(name).await, trusted, "{name}");
    }
}

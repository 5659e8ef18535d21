//! Access: tokens, API keys, roles and versions.

use serde_json::{Value, json};

use crate::running::{BOTH, BOTH_V3, Console, SAMPLE, Scheme};
use crate::v3_usage::{KEY, UID, USAGE};

const TOKEN: &str = "/api/v3/token";
const ADMIN: &str = "grant_type=password&username=admin&password=console";
const OWNER: &str = "key-company-owner-2";

#[tokio::test]
async fn a_password_and_a_refresh_token_buy_tokens() {
    let console = Console::start(&[]).await;
    let pair = console.form(TOKEN, ADMIN).await.json();
    let access = pair["access_token"].as_str().unwrap();
    assert_eq!(pair["token_type"], "bearer");
    assert_eq!(pair["expires_in"], 3599);
    assert_eq!(console.get(USAGE, access).await.status, 200);
    let refresh = pair["refresh_token"].as_str().unwrap();
    let form = format!("grant_type=refresh_token&refresh_token={refresh}");
    let next = console.form(TOKEN, &form).await.json();
    let next = next["access_token"].as_str().unwrap();
    assert_eq!(console.get(USAGE, next).await.status, 200);
    assert_eq!(console.get(USAGE, access).await.status, 401);
    assert_eq!(console.form(TOKEN, &form).await.status, 400);
}

#[tokio::test]
async fn a_bad_sign_in_is_400_in_oauths_shape() {
    let console = Console::start(&[]).await;
    let wrong = "incorrect username or password";
    let cases = [
        (
            "grant_type=password&username=admin&password=no",
            "invalid_request",
            wrong,
        ),
        (
            "grant_type=password&username=company-owner-1&password=console",
            "invalid_request",
            wrong,
        ),
        (
            "grant_type=refresh_token&refresh_token=x",
            "invalid_request",
            wrong,
        ),
        (
            "grant_type=password&username=admin",
            "invalid_request",
            "\"password\"",
        ),
        (
            "grant_type=as&user_uid=x",
            "unsupported_grant_type",
            "password",
        ),
        ("", "invalid_request", "\"grant_type\""),
    ];
    for (form, error, hint) in cases {
        let answer = console.form(TOKEN, form).await;
        assert_eq!(answer.status, 400, "{form}");
        let refusal = answer.json();
        assert_eq!(refusal["error"], error, "{form}");
        assert_eq!(refusal["error_uri"], Value::Null, "{form}");
        let description = refusal["error_description"].as_str().unwrap();
        assert!(description.contains(hint), "{form}: {description}");
    }
}

#[tokio::test]
async fn each_api_has_its_ports_and_its_tokens() {
    let console = Console::start(&[]).await;
    let (v2, _) = console.sign_in().await;
    let v3 = console.form(TOKEN, ADMIN).await.json();
    let v3 = v3["access_token"].as_str().unwrap();
    assert_eq!(console.get(USAGE, &v2).await.status, 401);
    assert_eq!(console.get(SAMPLE, v3).await.status, 401);
    assert_eq!(console.get(SAMPLE, KEY).await.status, 401);
    let status = async |scheme: Scheme, path: &str| {
        let answer = console.send(scheme, "GET", path, &[], "").await;
        answer.unwrap().status
    };
    for scheme in BOTH {
        assert_eq!(status(scheme, SAMPLE).await, 401, "{scheme:?}");
    }
    for scheme in BOTH_V3 {
        assert_eq!(status(scheme, USAGE).await, 401, "{scheme:?}");
    }
    assert_eq!(status(Scheme::Https, USAGE).await, 404);
    assert_eq!(status(Scheme::HttpsV3, SAMPLE).await, 404);
}

#[tokio::test]
async fn only_a_good_token_or_key_opens_v3() {
    let console = Console::start(&["--api-key", "a&b+c%d"]).await;
    let cases = [
        (None, 401),
        (Some("Bearer nonsense"), 401),
        (Some("Basic key-portal-administrator"), 401),
        (Some("Bearer portal-administrator"), 401),
        (Some("Bearer key-company-owner-1"), 401),
        (Some("Bearer key-portal-administrator"), 200),
        (Some("Bearer key-portal-administrator-read-only"), 200),
        (Some("Bearer a&b+c%d"), 200),
        (Some("bearer key-portal-administrator"), 200),
    ];
    for (header, status) in cases {
        let headers: Vec<_> = header.iter().map(|it| ("authorization", *it)).collect();
        let answer = console.ask("GET", USAGE, &headers, "").await;
        assert_eq!(answer.status, status, "{header:?}");
        if status == 401 {
            assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
            assert_eq!(answer.json()["errors"][0]["type"], "security");
        }
    }
}

#[tokio::test]
async fn a_company_reads_its_own_usage_from_3_7_on() {
    let other = format!("{USAGE}?organizationUid=26b563b1-e794-4e14-a145-4c40c439f34a");
    let own = format!("{USAGE}?organizationUid={UID}");
    let items = |answer: &Value| answer["data"].as_array().unwrap().len();
    let sign_in = "grant_type=password&username=company-owner-2&password=console";
    for (version, admitted) in [
        ("3.5.1", false),
        ("3.6.2", false),
        ("3.7", true),
        ("3.8", true),
    ] {
        let console = Console::start(&["--v3-version", version]).await;
        let token = console.form(TOKEN, sign_in).await.json();
        let token = token["access_token"].as_str().unwrap();
        for user in [OWNER, "key-company-owner-2-read-only", token] {
            for (path, seen) in [(USAGE, 1), (own.as_str(), 1), (other.as_str(), 0)] {
                let answer = console.get(path, user).await;
                if admitted {
                    assert_eq!(answer.status, 200, "{version} {user} {path}");
                    let answer = answer.json();
                    assert_eq!(items(&answer), seen, "{version} {user} {path}");
                    if seen == 1 {
                        assert_eq!(answer["data"][0]["organizationUid"], UID);
                    }
                } else {
                    assert_eq!(answer.status, 403, "{version} {user} {path}");
                    let error = &answer.json()["errors"][0];
                    assert_eq!(
                        (&error["type"], &error["code"]),
                        (&json!("security"), &json!(403))
                    );
                }
            }
        }
        assert_eq!(console.get(&own, "key-portal-operator").await.status, 403);
        assert_eq!(console.get(&own, KEY).await.status, 200);
    }
}

#[tokio::test]
async fn a_key_that_only_reads_changes_nothing() {
    let console = Console::start(&[]).await;
    let read_only = console
        .form(TOKEN, &format!("{ADMIN}&read_only=true"))
        .await;
    let read_only = read_only.json()["access_token"]
        .as_str()
        .unwrap()
        .to_owned();
    let action = "/api/v3/asyncActions/00000000-0000-4000-8000-000000000001";
    for (key, status) in [
        ("key-portal-administrator", 404),
        (KEY, 403),
        (read_only.as_str(), 403),
        ("nonsense", 401),
    ] {
        let bearer = format!("Bearer {key}");
        let headers = [("authorization", bearer.as_str())];
        let answer = console.ask("DELETE", action, &headers, "").await;
        assert_eq!(answer.status, status, "{key}");
    }
}

#[tokio::test]
async fn a_version_that_the_console_lacks_is_refused() {
    let console = Console::start(&["--v3-version", "3.6.2"]).await;
    let bearer = format!("Bearer {KEY}");
    for (version, status) in [
        ("3.5.1", 200),
        ("3.6.2", 200),
        ("3.7", 400),
        ("4.0", 400),
        ("latest", 400),
    ] {
        let headers = [
            ("authorization", bearer.as_str()),
            ("x-client-version", version),
        ];
        let answer = console.ask("GET", USAGE, &headers, "").await;
        assert_eq!(answer.status, status, "{version}");
        if status == 400 {
            assert_eq!(answer.json()["error"]["code"], "UnsupportedApiVersion");
        }
    }
}

#[tokio::test]
async fn users_and_companies_are_seen_by_role() {
    let console = Console::start(&[]).await;
    let companies = "/api/v3/organizations/companies";
    for (key, role, seen) in [
        (KEY, "PortalAdministrator", None),
        ("key-portal-operator", "PortalOperator", None),
        (OWNER, "CompanyOwner", Some(UID)),
    ] {
        let me = console.get("/api/v3/users/me", key).await.json();
        assert_eq!(me["data"]["role"], role);
        let list = console.get(companies, key).await.json();
        let list = list["data"].as_array().unwrap();
        match seen {
            None => assert!(list.len() > 10),
            Some(uid) => {
                assert_eq!(me["data"]["organizationUid"], uid);
                assert_eq!(list.len(), 1);
                assert_eq!(list[0]["instanceUid"], uid);
            }
        }
    }
    let one = console.get(&format!("{companies}/{UID}"), KEY).await.json();
    assert_eq!(one["data"]["name"], "Birchgate Logistics");
    let hidden = console
        .get(&format!("{companies}/{UID}"), "key-company-owner-3")
        .await;
    assert_eq!(hidden.status, 404);
    let page = console
        .get(&format!("{companies}?limit=2&offset=1"), KEY)
        .await
        .json();
    assert_eq!(page["data"].as_array().unwrap().len(), 2);
    assert_eq!(page["meta"]["pagingInfo"]["offset"], 1);
}

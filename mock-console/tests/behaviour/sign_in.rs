//! Tokens: granted, rotated, expired, given back.

use std::time::Duration;

use crate::running::{BOTH, Console, SAMPLE};

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn a_password_buys_a_token_pair_on_both_ports() {
    let console = Console::start(&["--username", "Åsa & co", "--password", "a=b"]).await;
    let form = "grant_type=password&username=%C3%85sa+%26+co&password=a%3Db";
    for scheme in BOTH {
        let headers = [("content-type", FORM)];
        let answer = console
            .send(scheme, "POST", "/token", &headers, form)
            .await
            .unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.header("content-type"),
            Some("application/json; charset=utf-8")
        );
        let pair = answer.json();
        assert_eq!(pair["token_type"], "bearer");
        assert_eq!(pair["expires_in"], 3599);
        assert_eq!(pair.as_object().unwrap().len(), 4);
        assert_ne!(pair["access_token"], pair["refresh_token"]);
        assert_eq!(
            console
                .get(SAMPLE, pair["access_token"].as_str().unwrap())
                .await
                .status,
            200
        );
    }
}

#[tokio::test]
async fn a_bad_sign_in_says_what_is_wrong() {
    let console = Console::start(&[]).await;
    let cases = [
        (
            "grant_type=password&username=admin&password=wrong",
            "invalid_grant",
            "wrong",
        ),
        (
            "grant_type=password&username=Admin&password=console",
            "invalid_grant",
            "wrong",
        ),
        (
            "grant_type=password&password=console",
            "invalid_request",
            "\"username\"",
        ),
        (
            "grant_type=password&username=admin",
            "invalid_request",
            "\"password\"",
        ),
        (
            "grant_type=refresh_token",
            "invalid_request",
            "\"refresh_token\"",
        ),
        (
            "grant_type=refresh_token&refresh_token=x",
            "invalid_grant",
            "unknown",
        ),
        ("grant_type=mfa", "unsupported_grant_type", "\"password\""),
        (
            "grant_type=password&grant_type=password",
            "invalid_request",
            "duplicate",
        ),
        (
            "username=admin&password=console",
            "invalid_request",
            "\"grant_type\"",
        ),
        ("", "invalid_request", "\"grant_type\""),
    ];
    for (form, error, hint) in cases {
        let answer = console.form("/token", form).await;
        assert_eq!(answer.status, 400, "{form}");
        let refusal = answer.json();
        assert_eq!(refusal["error"], error, "{form}");
        assert!(
            refusal["error_description"]
                .as_str()
                .unwrap()
                .contains(hint),
            "{refusal}"
        );
    }
}

#[tokio::test]
async fn a_body_that_is_no_form_is_refused_in_json() {
    let console = Console::start(&[]).await;
    let long = format!("grant_type=password&username={}", "x".repeat(20_000));
    let cases = [
        (None, "grant_type=password", 415),
        (Some("application/json"), "{}", 415),
        (Some(FORM), long.as_str(), 413),
    ];
    for (content_type, body, status) in cases {
        let headers: Vec<_> = content_type
            .iter()
            .map(|it| ("content-type", *it))
            .collect();
        let answer = console.ask("POST", "/token", &headers, body).await;
        assert_eq!(answer.status, status, "{content_type:?}");
        assert_eq!(answer.json()["error"], "invalid_request");
        assert!(answer.json()["error_description"].is_string());
    }
}

#[tokio::test]
async fn a_refresh_replaces_both_tokens() {
    let console = Console::start(&[]).await;
    let (old_access, old_refresh) = console.sign_in().await;
    let form = format!("grant_type=refresh_token&refresh_token={old_refresh}");
    let pair = console.form("/token", &form).await.json();
    let access = pair["access_token"].as_str().unwrap();
    assert_ne!(access, old_access);
    assert_ne!(pair["refresh_token"].as_str().unwrap(), old_refresh);
    assert_eq!(console.get(SAMPLE, access).await.status, 200);
    assert_eq!(console.get(SAMPLE, &old_access).await.status, 401);
    let again = console.form("/token", &form).await;
    assert_eq!(
        (again.status, &again.json()["error"]),
        (400, &"invalid_grant".into())
    );
}

#[tokio::test]
async fn access_expires_and_refresh_does_not() {
    let console = Console::start(&["--token-lifetime", "2"]).await;
    let answer = console
        .form(
            "/token",
            "grant_type=password&username=admin&password=console",
        )
        .await;
    let pair = answer.json();
    assert_eq!(pair["expires_in"], 1);
    let access = pair["access_token"].as_str().unwrap();
    assert_eq!(console.get(SAMPLE, access).await.status, 200);
    tokio::time::sleep(Duration::from_millis(2100)).await;
    assert_eq!(console.get(SAMPLE, access).await.status, 401);
    let refresh = pair["refresh_token"].as_str().unwrap();
    let form = format!("grant_type=refresh_token&refresh_token={refresh}");
    assert_eq!(console.form("/token", &form).await.status, 200);
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    let console = Console::start(&[]).await;
    let (access, refresh) = console.sign_in().await;
    let (other, _) = console.sign_in().await;
    let bearer = format!("Bearer {access}");
    let headers = [("authorization", bearer.as_str())];
    let answer = console
        .ask("POST", "/v2/accounts/logout", &headers, "")
        .await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, "You have been logged out.");
    assert_eq!(console.get(SAMPLE, &access).await.status, 401);
    assert_eq!(
        console
            .ask("POST", "/v2/accounts/logout", &headers, "")
            .await
            .status,
        401
    );
    assert_eq!(
        console
            .ask("POST", "/v2/accounts/logout", &[], "")
            .await
            .status,
        401
    );
    let form = format!("grant_type=refresh_token&refresh_token={refresh}");
    assert_eq!(console.form("/token", &form).await.status, 400);
    assert_eq!(console.get(SAMPLE, &other).await.status, 200);
}

//! Pages of another origin: shut out, unless a flag lets them in.

use hyper::header::HeaderName;
use serde_json::json;

use crate::exchange::Answer;
use crate::running::{BOTH, BOTH_V3, Console, SAMPLE};
use crate::v3_usage::USAGE;

const PAGE: &str = "http://localhost:8080";

fn cors_headers(answer: &Answer) -> Vec<&str> {
    let names = answer.headers.keys().map(HeaderName::as_str);
    names
        .filter(|name| name.starts_with("access-control-"))
        .collect()
}

fn preflight(origin: &str) -> [(&str, &str); 3] {
    [
        ("origin", origin),
        ("access-control-request-method", "GET"),
        ("access-control-request-headers", "authorization"),
    ]
}

#[tokio::test]
async fn without_the_flag_no_page_is_let_in() {
    let console = Console::start(&[]).await;
    let (token, _) = console.sign_in().await;
    let bearer = format!("Bearer {token}");
    let headers = [("origin", PAGE), ("authorization", bearer.as_str())];
    let answer = console.ask("GET", SAMPLE, &headers, "").await;
    assert_eq!((answer.status, cors_headers(&answer).len()), (200, 0));
    let answer = console.ask("OPTIONS", SAMPLE, &preflight(PAGE), "").await;
    assert_eq!((answer.status, cors_headers(&answer).len()), (405, 0));
}

#[tokio::test]
async fn a_named_origin_may_send_a_token() {
    let console = Console::start(&[
        "--cors",
        "https://portal.example",
        "--cors",
        "HTTP://localhost:8080",
    ])
    .await;
    let v2 = BOTH
        .into_iter()
        .flat_map(|scheme| [(scheme, SAMPLE), (scheme, "/token")]);
    let v3 = BOTH_V3
        .into_iter()
        .flat_map(|scheme| [(scheme, USAGE), (scheme, "/api/v3/token")]);
    for (scheme, path) in v2.chain(v3) {
        let answer = console
            .send(scheme, "OPTIONS", path, &preflight(PAGE), "")
            .await
            .unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("access-control-allow-origin"), Some(PAGE));
        assert_eq!(
            answer.header("access-control-allow-credentials"),
            Some("true")
        );
        let allowed = answer.header("access-control-allow-headers").unwrap();
        assert!(allowed.contains("authorization"), "{allowed}");
    }
}

#[tokio::test]
async fn a_named_origin_can_read_every_answer() {
    let console = Console::start(&["--cors", PAGE]).await;
    let fault = json!({ "status": 503, "headers": { "Retry-After": "2" }, "times": 1 });
    console.spoil("2", &fault).await;
    for (path, status) in [(SAMPLE, 503), (SAMPLE, 401), ("/v2/none", 404)] {
        let answer = console.ask("GET", path, &[("origin", PAGE)], "").await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.header("access-control-allow-origin"), Some(PAGE));
        assert_eq!(
            answer.header("access-control-expose-headers"),
            Some("retry-after,age,date")
        );
    }
}

#[tokio::test]
async fn another_origin_is_not_let_in() {
    let console = Console::start(&["--cors", PAGE]).await;
    for origin in ["http://localhost:8081", "https://localhost:8080", "null"] {
        for (method, headers) in [
            ("GET", vec![("origin", origin)]),
            ("OPTIONS", preflight(origin).to_vec()),
        ] {
            let answer = console.ask(method, SAMPLE, &headers, "").await;
            assert_eq!(
                answer.header("access-control-allow-origin"),
                None,
                "{method} {origin}"
            );
        }
    }
}

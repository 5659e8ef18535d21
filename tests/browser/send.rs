//! What one request can end in, with the page's `fetch` replaced.

use std::time::Duration;

use licensing_card::api::{Credentials, Failure, Request, Resource, Tenant, Token, resolve, send};
use licensing_card::usage::{Measure, Usage};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

use super::js;

async fn fetched(fetch: &str) -> Result<Usage, Failure> {
    js(&format!(
        "(window.realFetch ??= window.fetch, window.fetch = (request) => {{
            window.sent = request;
            return ({fetch})(request);
        }}, 0)"
    ));
    let request = Request {
        endpoint: resolve("/v2").unwrap(),
        tenant: Tenant::new("2").unwrap(),
        resource: Resource::CloudConnectUsage,
        credentials: Credentials::Omit,
        timeout: Duration::from_secs(10),
    };
    let token = Token::new("s3cret").unwrap();
    let outcome = send(
        &request,
        token.as_ref(),
        &AbortController::new().unwrap().signal(),
    )
    .await;
    js("(window.fetch = window.realFetch, 0)");
    outcome
}

#[wasm_bindgen_test]
#[expect(clippy::too_many_lines, reason = "a table")]
async fn every_answer_has_its_kind() {
    for (fetch, kind, status) in [
        ("async () => new Response('[]')", "ok", None),
        ("async () => new Response('null')", "ok", None),
        (
            "async () => new Response('\\ufeff[]', { headers: { 'Content-Type': 'text/html' } })",
            "ok",
            None,
        ),
        (
            "async () => new Response('[', {})",
            "invalid-response",
            Some(200),
        ),
        (
            "async () => new Response('')",
            "invalid-response",
            Some(200),
        ),
        (
            "async () => new Response(null)",
            "invalid-response",
            Some(200),
        ),
        (
            "async () => new Response('<html>Sign in</html>')",
            "invalid-response",
            Some(200),
        ),
        (
            "async () => new Response('{\"message\":\"no\"}')",
            "invalid-response",
            Some(200),
        ),
        (
            "async () => new Response('[' + ' '.repeat(17 * 1024 * 1024) + ']')",
            "invalid-response",
            Some(200),
        ),
        (
            "async () => new Response('[]', { status: 201 })",
            "http",
            Some(201),
        ),
        (
            "async () => new Response(null, { status: 204 })",
            "http",
            Some(204),
        ),
        (
            "async () => new Response('x', { status: 400 })",
            "http",
            Some(400),
        ),
        (
            "async () => new Response('x', { status: 401 })",
            "unauthorized",
            Some(401),
        ),
        (
            "async () => new Response('x', { status: 403 })",
            "forbidden",
            Some(403),
        ),
        (
            "async () => new Response('x', { status: 404 })",
            "not-found",
            Some(404),
        ),
        (
            "async () => new Response('x', { status: 429 })",
            "throttled",
            Some(429),
        ),
        (
            "async () => new Response('x', { status: 520 })",
            "server",
            Some(520),
        ),
        ("async () => Response.error()", "unreachable", None),
        (
            "async () => { throw new TypeError('Failed to fetch') }",
            "unreachable",
            None,
        ),
        (
            "() => { throw new Error('thrown at once') }",
            "unreachable",
            None,
        ),
        ("() => Promise.reject('a text')", "unreachable", None),
        ("() => Promise.reject()", "unreachable", None),
        ("() => 5", "unreachable", None),
        ("async () => ({ status: 200 })", "unreachable", None),
        ("async () => undefined", "unreachable", None),
        (
            "async () => new Response(new ReadableStream({ pull(c) { c.error(new Error('cut')) } }))",
            "unreachable",
            None,
        ),
    ] {
        let outcome = fetched(fetch).await;
        let found = outcome
            .as_ref()
            .map_or_else(|failure| failure.kind.as_str(), |_| "ok");
        assert_eq!(found, kind, "{fetch}");
        assert_eq!(
            outcome.err().and_then(|failure| failure.status),
            status,
            "{fetch}"
        );
    }
}

#[wasm_bindgen_test]
async fn numbers_come_from_the_body() {
    let usage = fetched(
        "async () => new Response('[{\"type\":\"CC_VM_Backup\",\"usedCount\":2,\"usedInstances\":1.6}]')",
    )
    .await
    .unwrap();
    let used = usage.totals().get(Measure::Used);
    assert_eq!(
        (used.count.to_string(), used.instances.to_string()),
        ("2".into(), "1.6".into())
    );
}

#[wasm_bindgen_test]
async fn the_request_carries_what_it_must_and_no_more() {
    fetched("async () => new Response('[]')").await.unwrap();
    let said = js(
        "[window.sent.method, new URL(window.sent.url).pathname, window.sent.redirect,
          window.sent.credentials, JSON.stringify([...window.sent.headers])].join(' ')",
    );
    assert_eq!(
        said.as_string().unwrap(),
        "GET /v2/tenants/2/licensing/cloudConnectUsage manual omit \
         [[\"accept\",\"application/json\"],[\"authorization\",\"Bearer s3cret\"]]"
    );
}

#[wasm_bindgen_test]
async fn what_the_server_says_is_passed_on_but_never_the_token() {
    for (body, detail) in [
        (
            r#"{"message":"No such company."}"#,
            Some("No such company."),
        ),
        (r#"{"errors":[{"message":"Nope"}]}"#, Some("Nope")),
        (r#""Plainly no""#, Some("Plainly no")),
        (r#"{"message":"Token s3cret has expired"}"#, None),
        ("<html>s3cret</html>", None),
        ("", None),
    ] {
        let body: JsValue = body.into();
        let body = js_sys::JSON::stringify(&body).unwrap();
        let failure = fetched(&format!(
            "async () => new Response({body}, {{ status: 503, headers: {{ 'Retry-After': '60' }} }})"
        ))
        .await
        .unwrap_err();
        assert_eq!(failure.detail.as_deref(), detail, "{body}");
        let wait = failure.retry_at.unwrap().as_millis() - js_sys::Date::now();
        assert!((50_000.0..61_000.0).contains(&wait), "{wait}");
    }
}

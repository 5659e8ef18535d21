//! All outcomes of one request, with the page's `fetch` replaced.

use std::time::Duration;

use licensing_card::api::{
    Api, Credentials, Failure, Fetched, Request, Resource, Tenant, Token, receive, resolve, send,
};
use licensing_card::usage::Measure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::AbortController;

use super::js;

const UID: &str = "11111111-aaaa-4aaa-8aaa-111111111111";

async fn fetched(fetch: &str) -> Result<Fetched, Failure> {
    fetched_by(Api::V2, Some("s3cret"), fetch).await
}

async fn fetched_by(api: Api, token: Option<&str>, fetch: &str) -> Result<Fetched, Failure> {
    js(&format!(
        "(window.realFetch ??= window.fetch, window.fetch = (url, options) => {{
            window.sent = [url, options];
            return ({fetch})(url, options);
        }}, 0)"
    ));
    let tenant = if api == Api::V3 { UID } else { "2" };
    let request = Request {
        api,
        endpoint: resolve(api.default_endpoint()).unwrap(),
        tenant: Tenant::new(api, tenant).unwrap(),
        resource: Resource::CloudConnectUsage,
        credentials: Credentials::Omit,
        timeout: Duration::from_secs(10),
    };
    let token = token.and_then(|token| Token::new(token).unwrap());
    let signal = AbortController::new().unwrap().signal();
    let sent = send(&request, token.as_ref(), &signal);
    let outcome = receive(sent, &request, token.as_ref(), &signal).await;
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
            "async () => ({ status: 0, type: 'opaqueredirect' })",
            "unauthorized",
            None,
        ),
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
        // Wrapped in the usual ways.
        (
            "async () => new Proxy(new Response('[]'), {})",
            "unreachable",
            None,
        ),
        (
            "async () => new Proxy(new Response('[]'), {
                get: (response, name) => {
                    const value = response[name];
                    return typeof value === 'function' ? value.bind(response) : value;
                },
            })",
            "ok",
            None,
        ),
        (
            "async () => Object.create(Response.prototype)",
            "unreachable",
            None,
        ),
        (
            "async () => ({ get status() { throw new Error('no status') } })",
            "unreachable",
            None,
        ),
        ("async () => ({ status: '200' })", "unreachable", None),
        ("async () => ({ status: 5n })", "unreachable", None),
        ("async () => ({ status: Symbol() })", "unreachable", None),
        (
            "async () => ({ status: 200, body: 5 })",
            "unreachable",
            None,
        ),
        (
            "async () => ({ status: 200, body: { getReader() { throw null } } })",
            "unreachable",
            None,
        ),
        (
            "async () => ({ status: 200, body: { getReader: () => ({}) } })",
            "unreachable",
            None,
        ),
        (
            "async () => ({ status: 200, body: { getReader: () => ({ read: () => 5 }) } })",
            "unreachable",
            None,
        ),
        (
            "async () => ({ status: 200, body: { getReader: () => ({ read() { throw null } }) } })",
            "unreachable",
            None,
        ),
        (
            "async () => ({ status: 200, body: { getReader: () => ({
                read: () => ({ done: false, value: 'text' }),
            }) } })",
            "unreachable",
            None,
        ),
        (
            "async () => ({ status: 200, body: { getReader: () => ({
                read() { const done = this.over; this.over = true;
                    return { done, value: new TextEncoder().encode('[]') } },
            }) } })",
            "ok",
            None,
        ),
        (
            "async () => ({ status: 503, body: null })",
            "server",
            Some(503),
        ),
        (
            "async () => ({ status: 503, get headers() { throw null }, body: null })",
            "server",
            Some(503),
        ),
        (
            "() => { const one = Promise.resolve(new Response('[]')); one.then = () => { throw 1 }; return one }",
            "unreachable",
            None,
        ),
        (
            "() => ({ get then() { throw new Error('no promise') } })",
            "unreachable",
            None,
        ),
        (
            "() => ({ then: (resolve) => resolve(new Response('[]')) })",
            "ok",
            None,
        ),
        ("() => new Response('[]')", "ok", None),
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
    let fetched = fetched(
        "async () => new Response('[{\"type\":\"CC_VM_Backup\",\"usedCount\":2,\"usedInstances\":1.6}]',
            { headers: { Age: '7200' } })",
    )
    .await
    .unwrap();
    let used = fetched.usage.totals().get(Measure::Used);
    assert_eq!(
        (used.count.to_string(), used.instances.to_string()),
        ("2".into(), "1.6".into())
    );
    assert_eq!(fetched.age, Duration::from_secs(7_200));
}

#[wasm_bindgen_test]
async fn the_request_is_a_text_and_a_plain_object() {
    const SENT: &str = "(([url, { signal, headers, ...rest }]) => [
        Object.getPrototypeOf(rest) === Object.prototype, signal instanceof AbortSignal,
        new URL(url).pathname + new URL(url).search, JSON.stringify(rest), JSON.stringify(headers),
    ].join(' '))(window.sent)";
    const OPTIONS: &str = "{\"method\":\"GET\",\"credentials\":\"omit\",\"cache\":\"no-store\",\
        \"redirect\":\"manual\",\"referrerPolicy\":\"no-referrer\"}";
    for (api, token, path, headers) in [
        (
            Api::V2,
            Some("s3cret"),
            "/v2/tenants/2/licensing/cloudConnectUsage".to_owned(),
            r#"{"Accept":"application/json","Authorization":"Bearer s3cret"}"#,
        ),
        (
            Api::V3,
            None,
            format!(
                "/api/v3/licensing/usage/organizations?organizationUid={UID}\
                 &serverType=CloudConnect&limit=500&offset=0"
            ),
            r#"{"Accept":"application/json"}"#,
        ),
    ] {
        let fetched = fetched_by(api, token, "async () => new Response('[]')");
        fetched.await.unwrap();
        let sent = js(SENT).as_string().unwrap();
        assert_eq!(sent, format!("true true {path} {OPTIONS} {headers}"));
    }
}

#[wasm_bindgen_test]
async fn what_the_server_says_is_passed_on_but_never_the_token() {
    const CANNOT: &str = r#"{"message":"Cannot do that."}"#;
    for (status, token, body, words) in [
        (
            503,
            "s3cret",
            r#"{"message":"No such company."}"#,
            Some("No such company."),
        ),
        (
            503,
            "s3cret",
            r#"{"errors":[{"message":"Nope"}]}"#,
            Some("Nope"),
        ),
        (503, "s3cret", r#""Plainly no""#, Some("Plainly no")),
        (
            503,
            "s3cret",
            r#"{"message":"Token s3cret has expired"}"#,
            None,
        ),
        (503, "s3cret", r#"{"message":"TERC3S"}"#, None),
        (503, "abcdefghijk", r#"{"message":"abcdefgh…"}"#, None),
        (503, "abcdefghi", r#"{"message":"YWJjZGVmZ2hp"}"#, None),
        (503, "s3cret", "<html>s3cret</html>", None),
        (503, "s3cret", "", None),
        // The message of a refusal is left out if the request had a token.
        (400, "s3cret", CANNOT, None),
        (401, "s3cret", CANNOT, None),
        (403, "s3cret", CANNOT, None),
        (404, "s3cret", CANNOT, Some("Cannot do that.")),
        (403, "", CANNOT, Some("Cannot do that.")),
    ] {
        let body = js_sys::JSON::stringify(&body.into()).unwrap();
        let fetch = format!(
            "async () => new Response({body}, {{ status: {status}, headers: {{ 'Retry-After': '60' }} }})"
        );
        let failure = fetched_by(Api::V2, Some(token), &fetch).await.unwrap_err();
        assert_eq!(failure.server_words.as_deref(), words, "{status} {body}");
        assert_eq!(failure.detail, None);
        let wait = failure.retry_at.unwrap().as_millis() - js_sys::Date::now();
        assert!((50_000.0..61_000.0).contains(&wait), "{wait}");
    }
}

#[wasm_bindgen_test]
async fn a_200_that_is_no_usage_says_why() {
    for (body, detail) in [
        (
            r#"[{"usedCount":1},{"usedCount":-1}]"#,
            "row 2: usedCount is negative",
        ),
        (
            r#"{"data":null,"errors":[{"message":"License is not installed"}]}"#,
            "errors is not empty: License is not installed",
        ),
        (
            r#"{"data":null,"errors":[{"message":"s3cret is not valid"}]}"#,
            "errors is not empty",
        ),
    ] {
        let failure = fetched(&format!("async () => new Response('{body}')"))
            .await
            .unwrap_err();
        let found = (failure.status, failure.detail.as_deref());
        assert_eq!(found, (Some(200), Some(detail)), "{body}");
    }
}

#[wasm_bindgen_test]
async fn a_date_to_wait_for_counts_from_the_responses_own() {
    let failure = fetched(
        "async () => new Response('', { status: 503, headers: {
            Date: 'Sun, 06 Nov 1994 12:00:00 GMT', 'Retry-After': 'Sun, 06 Nov 1994 12:01:00 GMT' } })",
    )
    .await
    .unwrap_err();
    let wait = failure.retry_at.unwrap().as_millis() - js_sys::Date::now();
    assert!((50_000.0..61_000.0).contains(&wait), "{wait}");
}

#[wasm_bindgen_test]
async fn version_3_has_rules_of_its_own() {
    for (status, body, kind, transient, waits) in [
        (202, "", "http", true, false),
        (
            429,
            r#"{"errors":[{"type":"transport","code":429,"retryAfter":25}]}"#,
            "throttled",
            true,
            true,
        ),
        (
            520,
            r#"{"errors":[{"type":"retryableLogical","code":1000}]}"#,
            "server",
            true,
            false,
        ),
        (
            520,
            r#"{"errors":[{"type":"logical"}]}"#,
            "server",
            false,
            false,
        ),
        (
            520,
            r#"{"errors":[{"type":"security"}]}"#,
            "server",
            false,
            false,
        ),
        (520, "", "server", true, false),
        (
            403,
            r#"{"errors":[{"message":"No","type":"security","code":403}]}"#,
            "forbidden",
            false,
            false,
        ),
    ] {
        let fetch = format!("async () => new Response('{body}', {{ status: {status} }})");
        let failure = fetched_by(Api::V3, None, &fetch).await.unwrap_err();
        let found = (failure.kind.as_str(), failure.is_transient());
        assert_eq!(found, (kind, transient), "{status} {body}");
        let wait = failure
            .retry_at
            .map(|at| at.as_millis() - js_sys::Date::now());
        assert_eq!(wait.is_some_and(|wait| wait > 20_000.0), waits, "{body}");
        let old = fetched_by(Api::V2, None, &fetch).await.unwrap_err();
        assert_eq!(old.retry_at, None);
        assert_eq!(old.is_transient(), matches!(status, 429 | 520));
    }
}

//! A page's settings go into the request only where that is safe.

use arbitrary::Arbitrary;
use licensing_card::api::{Api, Endpoint, Form, Tenant, Token, age, retry_after};
use licensing_card::instant::Instant;

const PAGE: &str = "http://portal.example";

/// A URL's parts.
#[derive(Arbitrary, Debug)]
pub struct Address<'a> {
    scheme: Scheme<'a>,
    host: Host<'a>,
    port: Option<u16>,
    path: &'a str,
}

#[derive(Arbitrary, Debug)]
enum Scheme<'a> {
    Https,
    Http,
    Other(&'a str),
}

#[derive(Arbitrary, Debug)]
enum Host<'a> {
    Page,
    Ipv4(u8, u8, u8, u8),
    Loopback(&'a str),
    Under(&'a str, bool),
    Other(&'a str),
}

/// A token goes nowhere that another could listen.
pub fn check_endpoint(address: &Address) {
    let protocol = match address.scheme {
        Scheme::Https => "https:".to_owned(),
        Scheme::Http => "http:".to_owned(),
        Scheme::Other(scheme) => format!("{scheme}:"),
    };
    let hostname = match address.host {
        Host::Page => "portal.example".to_owned(),
        Host::Ipv4(a, b, c, d) => format!("{a}.{b}.{c}.{d}"),
        Host::Loopback(rest) => format!("127.{rest}"),
        Host::Under(name, true) => format!("{name}.localhost"),
        Host::Under(name, false) => format!("localhost.{name}"),
        Host::Other(name) => name.to_owned(),
    };
    let port = address.port.map(|port| format!(":{port}"));
    let origin = format!("{protocol}//{hostname}{}", port.unwrap_or_default());
    let path = format!("/{}", address.path);
    let is_own = origin == PAGE;
    for form in [Form::Path, Form::Relative] {
        let endpoint = Endpoint::new(form, &origin, &path, PAGE);
        assert_eq!(endpoint.is_ok(), is_own, "{origin}");
    }
    let Ok(endpoint) = Endpoint::new(Form::Absolute, &origin, &path, PAGE) else {
        assert!(protocol != "https:", "{origin}");
        return;
    };
    assert!(endpoint.as_str().starts_with(&origin));
    assert!(!endpoint.as_str().ends_with('/') || origin.ends_with('/'));
    let here = hostname
        .parse()
        .is_ok_and(|ip: std::net::Ipv4Addr| ip.is_loopback())
        || hostname == "[::1]"
        || hostname.rsplit('.').next() == Some("localhost");
    assert!(
        origin.starts_with("https:") || protocol == "http:" && here,
        "{origin}"
    );
}

/// An endpoint's form is the same for a person as for a browser.
pub fn check_form(endpoint: &str) {
    let is_foul = |char: char| char.is_ascii_control() || char == ' ' || "\\?#".contains(char);
    match Form::of(endpoint) {
        Ok(form) => {
            assert!(!endpoint.contains(is_foul) && !endpoint.starts_with("//"));
            assert_eq!(form == Form::Path, endpoint.starts_with('/'));
            let lower = endpoint.to_ascii_lowercase();
            let scheme = ["https://", "http://"]
                .iter()
                .find_map(|it| lower.strip_prefix(it));
            assert_eq!(form == Form::Absolute, scheme.is_some(), "{endpoint}");
        }
        Err(_) => assert!(
            endpoint.is_empty()
                || endpoint.contains(is_foul)
                || endpoint.starts_with("//")
                || endpoint.contains(':'),
            "{endpoint}"
        ),
    }
}

/// A company's ID never changes the path around it.
pub fn check_tenant(text: &str) {
    let is_uid = matches!(Tenant::new(Api::V2, text), Ok(Tenant::Uid(_)));
    assert_eq!(Tenant::new(Api::V3, text).is_ok(), is_uid);
    match Tenant::new(Api::V2, text) {
        Ok(Tenant::Id(id)) => {
            assert_eq!(id, text);
            assert!(id.len() <= 19 && id.parse::<u64>().is_ok());
        }
        Ok(Tenant::Uid(uid)) => {
            assert_eq!(uid, text);
            let groups: Vec<_> = uid.split('-').map(str::len).collect();
            assert_eq!(groups, [8, 4, 4, 4, 12]);
            assert!(
                uid.chars()
                    .all(|char| char == '-' || char.is_ascii_hexdigit())
            );
        }
        Err(_) => assert!(text.parse::<u32>().is_err() || text.starts_with('+') || text.len() > 19),
    }
}

/// A token is one header's value, and is never printed.
pub fn check_token(text: &str) {
    let Ok(Some(token)) = Token::new(text) else {
        return;
    };
    let header = token.authorization();
    assert!(header.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
    let sent = header.strip_prefix("Bearer ").expect("a bearer token");
    assert!(!sent.is_empty() && sent.trim() == sent && text.contains(sent));
    assert!(token.shows_in(text));
    assert_eq!(format!("{token:?}"), "Token");
}

/// A server is not asked again in the past, nor at a time that no page can be told.
pub fn check_retry_after(header: &str, date: f64) {
    let now = Instant::from_millis(1.8e12);
    let parsed = date.is_finite().then(|| Instant::from_millis(date));
    let seconds = age(header).as_secs();
    assert!(seconds == 0 || header.contains(&seconds.to_string()));
    // The same date is now to a server that says so.
    let same = retry_after(
        header,
        Some("Sun, 06 Nov 1994 08:49:37 GMT"),
        &|_| parsed,
        now,
    );
    assert!(same.is_none() || header.trim().bytes().all(|byte| byte.is_ascii_digit()));
    if let Some(at) = retry_after(header, None, &|_| parsed, now) {
        assert!(at >= now);
        // ISO 8601 has four digits for a year.
        assert_eq!(at.to_string().len(), "2026-11-22T14:02:11.000Z".len());
        if let Ok(seconds) = header.trim().parse::<u32>() {
            assert_eq!(at.since(now).as_secs(), u64::from(seconds));
        }
    }
}

//! Where the API is: which base URLs a token may be sent to.

use super::ConfigProblem;

/// A URL's parts, as the browser's `URL` gives them, once resolved against the document.
#[derive(Clone, Debug, Default)]
pub struct UrlParts {
    /// With the colon: `https:`.
    pub protocol: String,
    /// Scheme, host and port.
    pub origin: String,
    /// Without the port.
    pub hostname: String,
    /// With the leading slash.
    pub pathname: String,
    /// Everything that a base URL does not have, put together: user name, password, query,
    /// fragment.
    pub extras: String,
}

/// How an endpoint is written, which decides against what it is resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// With a scheme and a host.
    Absolute,
    /// A path from the root: on the page's own origin, whatever `<base>` says.
    Path,
    /// Any other: relative to the document, but only on the page's own origin.
    Relative,
}

impl Form {
    /// The form of an endpoint as given on the page.
    ///
    /// # Errors
    /// [`ConfigProblem::Endpoint`] for an empty one, and for all that a browser reads in another
    /// way than a person does: white space and control characters, which it leaves out, backslashes,
    /// which it takes for slashes, and a host without a scheme or after another number of slashes
    /// than two. A query or a fragment has no place in it.
    pub fn of(endpoint: &str) -> Result<Self, ConfigProblem> {
        let is_foul = |byte: u8| matches!(byte, 0..=b' ' | 0x7f | b'\\' | b'?' | b'#');
        if endpoint.is_empty() || endpoint.starts_with("//") || endpoint.bytes().any(is_foul) {
            return Err(ConfigProblem::Endpoint);
        }
        if endpoint.starts_with('/') {
            return Ok(Self::Path);
        }
        let is_of_scheme =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        match endpoint.split_once(':') {
            Some((scheme, rest)) if scheme.bytes().all(is_of_scheme) => {
                let is_web = ["https", "http"]
                    .iter()
                    .any(|web| scheme.eq_ignore_ascii_case(web));
                let host = rest.strip_prefix("//").unwrap_or_default();
                let has_host = !host.is_empty() && !host.starts_with('/');
                let authority = host.split('/').next().unwrap_or_default();
                if is_web && has_host && !authority.contains('@') {
                    Ok(Self::Absolute)
                } else {
                    Err(ConfigProblem::Endpoint)
                }
            }
            _ => Ok(Self::Relative),
        }
    }
}

/// The base URL of the API, version segment included, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint(String);

impl Endpoint {
    /// Takes a base URL that a token may be sent to: on the page's own origin, `https:`, or `http:`
    /// on a loopback host, with no credentials, query or fragment in it.
    ///
    /// # Errors
    /// [`ConfigProblem::Endpoint`] for any other.
    pub fn new(url: &UrlParts, page_origin: &str) -> Result<Self, ConfigProblem> {
        let trusted = match url.protocol.as_str() {
            "https:" => true,
            "http:" => url.origin == page_origin || is_loopback(&url.hostname),
            _ => false,
        };
        if trusted && url.extras.is_empty() {
            Ok(Self(format!(
                "{}{}",
                url.origin,
                url.pathname.trim_end_matches('/')
            )))
        } else {
            Err(ConfigProblem::Endpoint)
        }
    }

    /// The same for one that is written in a relative form, and so stays on the page's own origin.
    /// The credentials that the page's own address may have are none of the endpoint's.
    ///
    /// # Errors
    /// [`ConfigProblem::Endpoint`] for any other.
    pub fn on_page(url: &UrlParts, page_origin: &str) -> Result<Self, ConfigProblem> {
        if url.origin != page_origin {
            return Err(ConfigProblem::Endpoint);
        }
        let url = UrlParts {
            extras: String::new(),
            ..url.clone()
        };
        Self::new(&url, page_origin)
    }

    /// The base URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Hosts that never leave this machine. The browser has normalized the name: lower case, IPv4
/// addresses dotted and decimal.
fn is_loopback(hostname: &str) -> bool {
    let ipv4 = || {
        let mut parts = hostname.split('.');
        parts.next() == Some("127") && parts.clone().count() == 3 && parts.all(is_ipv4_part)
    };
    hostname == "localhost" || hostname.ends_with(".localhost") || hostname == "[::1]" || ipv4()
}

/// A number as browsers write it. One with a sign makes the whole a name, which is anyone's.
fn is_ipv4_part(part: &str) -> bool {
    part.parse::<u8>().is_ok() && (part == "0" || !part.starts_with(['0', '+']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(url: &str) -> UrlParts {
        let (protocol, rest) = url.split_once("//").unwrap_or((url, ""));
        let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let (extras, host) = host.rsplit_once('@').unwrap_or(("", host));
        let (path, query) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
        let name_end = host
            .rfind(':')
            .filter(|_| !host.ends_with(']'))
            .unwrap_or(host.len());
        UrlParts {
            protocol: protocol.to_owned(),
            origin: format!("{protocol}//{host}"),
            hostname: host[..name_end].to_owned(),
            pathname: path.to_owned(),
            extras: format!("{extras}{query}"),
        }
    }

    #[test]
    fn a_token_goes_only_where_it_is_safe() {
        for (url, expected) in [
            (
                "https://console.example:1281/v2",
                Some("https://console.example:1281/v2"),
            ),
            (
                "https://console.example/api/v2///",
                Some("https://console.example/api/v2"),
            ),
            ("http://portal.example/v2", Some("http://portal.example/v2")),
            ("http://localhost:1282/v2", Some("http://localhost:1282/v2")),
            ("http://card.localhost/v2", Some("http://card.localhost/v2")),
            ("http://127.0.0.1:1282/v2", Some("http://127.0.0.1:1282/v2")),
            ("http://127.8.9.1/v2", Some("http://127.8.9.1/v2")),
            ("http://[::1]:1282/v2", Some("http://[::1]:1282/v2")),
            ("http://console.example/v2", None),
            ("http://portal.example:8080/v2", None),
            ("http://127.0.0.1.evil.example/v2", None),
            ("http://127.evil.example/v2", None),
            ("http://127.0.0.+1/v2", None),
            ("http://127.0.0.0001/v2", None),
            ("http://127.0.0.256/v2", None),
            ("http://evillocalhost/v2", None),
            ("https://user:pw@console.example/v2", None),
            ("https://console.example/v2?key=1", None),
            ("https://console.example/v2#x", None),
            ("ftp://console.example/v2", None),
            ("javascript:alert(1)", None),
            ("data:application/json,[]", None),
            ("file:///etc/passwd", None),
            ("", None),
        ] {
            let endpoint = Endpoint::new(&parts(url), "http://portal.example");
            assert_eq!(
                endpoint.as_ref().ok().map(Endpoint::as_str),
                expected,
                "{url}"
            );
        }
    }

    #[test]
    fn what_a_browser_reads_in_another_way_than_a_person_is_refused() {
        for (endpoint, form) in [
            ("/v2", Some(Form::Path)),
            ("/", Some(Form::Path)),
            ("/a/../v2", Some(Form::Path)),
            ("/portal/api:v2", Some(Form::Path)),
            ("v2", Some(Form::Relative)),
            ("../v2", Some(Form::Relative)),
            ("./v2:1", Some(Form::Relative)),
            ("https://console.example:1281/v2", Some(Form::Absolute)),
            ("HTTPS://Console.Example/v2", Some(Form::Absolute)),
            ("http://[::1]:1282/v2", Some(Form::Absolute)),
            ("https://console.example/~user@home", Some(Form::Absolute)),
            ("", None),
            (" ", None),
            ("//host/v2", None),
            ("///host/v2", None),
            (r"/\host/v2", None),
            (r"\\host/v2", None),
            (r"\/host/v2", None),
            (r"https:\\host/v2", None),
            (r"https://host\@other/v2", None),
            ("\t//host/v2", None),
            ("/\t/host/v2", None),
            ("/\n/host/v2", None),
            (" //host/v2", None),
            ("/v2 ", None),
            ("/v2\u{0}", None),
            ("\u{1}//host/v2", None),
            ("https:host/v2", None),
            ("https:/host/v2", None),
            ("https:///host/v2", None),
            ("https://", None),
            ("https:", None),
            ("https://@host/v2", None),
            ("https://user:pw@host/v2", None),
            ("ht\ttps://host/v2", None),
            ("host:1281/v2", None),
            ("v2:1", None),
            ("javascript:alert(1)", None),
            ("data:application/json,[]", None),
            ("blob:https://host/1", None),
            ("/v2?key=1", None),
            ("/v2#part", None),
            ("?x", None),
        ] {
            assert_eq!(Form::of(endpoint).ok(), form, "{endpoint:?}");
        }
    }

    #[test]
    fn a_relative_form_stays_on_the_page() {
        const PAGE: &str = "http://portal.example";
        for (url, expected) in [
            ("http://portal.example/v2", Some("http://portal.example/v2")),
            (
                "http://user:pw@portal.example/v2/",
                Some("http://portal.example/v2"),
            ),
            ("https://portal.example/v2", None),
            ("https://cdn.example/v2", None),
            ("http://127.0.0.1/v2", None),
            ("file:///v2", None),
        ] {
            let endpoint = Endpoint::on_page(&parts(url), PAGE);
            let endpoint = endpoint.as_ref().ok().map(Endpoint::as_str);
            assert_eq!(endpoint, expected, "{url}");
        }
        let nowhere = UrlParts {
            origin: "null".to_owned(),
            ..parts("file:///v2")
        };
        assert!(Endpoint::on_page(&nowhere, "null").is_err());
    }
}

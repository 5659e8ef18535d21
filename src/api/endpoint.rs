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

/// The base URL of the API, version segment included, without a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint(String);

impl Endpoint {
    /// Takes a base URL that a token may be sent to: `https:`, or `http:` on a loopback host or
    /// on the page's own origin, with no credentials, query or fragment in it.
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
}

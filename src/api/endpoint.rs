//! Where the API is: which base URLs a token may be sent to.

use super::ConfigProblem;

/// How an endpoint is written, which decides its base URL.
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
    /// way than a person does: white space and control characters, which it leaves out,
    /// backslashes, which it takes for slashes, and a host without a scheme or after another
    /// number of slashes than two. A query or a fragment has no place in it.
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
    /// Takes an endpoint of that form as a browser resolves it: `origin`, that is scheme, host and
    /// port, and `path`, with the leading slash. A token may be sent by an absolute endpoint to
    /// `https:`, and to `http:` on a loopback host; by any other to the page's own origin.
    ///
    /// # Errors
    /// [`ConfigProblem::Endpoint`] for any other.
    pub fn new(
        form: Form,
        origin: &str,
        path: &str,
        page_origin: &str,
    ) -> Result<Self, ConfigProblem> {
        let plain = origin.strip_prefix("http://");
        let is_secure = origin.starts_with("https://");
        let is_allowed = if form == Form::Absolute {
            is_secure || plain.is_some_and(is_loopback)
        } else {
            origin == page_origin && (is_secure || plain.is_some())
        };
        if !is_allowed {
            return Err(ConfigProblem::Endpoint);
        }
        Ok(Self(origin.to_owned() + path.trim_end_matches('/')))
    }

    /// The base URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Hosts that never leave this machine, with or without a port. The browser has normalized the
/// name: lower case, IPv4 addresses dotted and decimal.
fn is_loopback(host: &str) -> bool {
    let colon = host.bytes().rposition(|byte| byte == b':');
    let colon = colon.filter(|_| !host.ends_with(']'));
    let name = host.get(..colon.unwrap_or(host.len())).unwrap_or_default();
    let ipv4 = || {
        let mut parts = name.split('.');
        parts.next() == Some("127") && parts.clone().count() == 3 && parts.all(is_ipv4_part)
    };
    name == "localhost" || name.ends_with(".localhost") || name == "[::1]" || ipv4()
}

/// A number as browsers write it. One with a sign makes the whole a name, which is anyone's.
fn is_ipv4_part(part: &str) -> bool {
    part.parse::<u8>().is_ok() && (part == "0" || !matches!(part.bytes().next(), Some(b'0' | b'+')))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Origin and path.
    fn parts(url: &str) -> (&str, &str) {
        let host = url.find("//").map_or(0, |at| at + 2);
        let path = url[host..].find('/').map_or(url.len(), |at| at + host);
        url.split_at(path)
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
            ("http://portal.example/v2", None),
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
            ("ftp://console.example/v2", None),
            ("null/v2", None),
            ("file:///etc/passwd", None),
            ("", None),
        ] {
            let (origin, path) = parts(url);
            let endpoint = Endpoint::new(Form::Absolute, origin, path, "http://portal.example");
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
            ("https://portal.example/v2", None),
            ("https://cdn.example/v2", None),
            ("http://127.0.0.1/v2", None),
            ("file:///v2", None),
        ] {
            let (origin, path) = parts(url);
            let endpoint = Endpoint::new(Form::Path, origin, path, PAGE);
            let endpoint = endpoint.as_ref().ok().map(Endpoint::as_str);
            assert_eq!(endpoint, expected, "{url}");
        }
        assert!(Endpoint::new(Form::Relative, "null", "/v2", "null").is_err());
    }
}

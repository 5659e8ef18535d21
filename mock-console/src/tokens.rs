//! Tokens are opaque and random, access expires, and a refresh replaces both halves of a pair.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::lock::lock;
use crate::users::User;

/// Enough for any day of development; the oldest go first.
const MOST_SESSIONS: usize = 10_000;

#[derive(Debug)]
pub(crate) struct Tokens {
    lifetime: Duration,
    sessions: Mutex<Vec<Session>>,
}

#[derive(Debug)]
struct Session {
    user: User,
    access: String,
    refresh: String,
    expires: Instant,
}

/// The tokens of a successful grant.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) access: String,
    pub(crate) refresh: String,
    /// Seconds; one less than the lifetime, as the real console rounds it.
    pub(crate) expires_in: u64,
}

impl Tokens {
    pub(crate) fn new(lifetime: Duration) -> Self {
        Self {
            lifetime,
            sessions: Mutex::default(),
        }
    }

    /// Starts a session of this user.
    pub(crate) fn issue(&self, user: User) -> Result<Pair, getrandom::Error> {
        let pair = self.pair()?;
        let mut sessions = lock(&self.sessions);
        if sessions.len() >= MOST_SESSIONS {
            sessions.remove(0);
        }
        sessions.push(self.session(user, &pair));
        Ok(pair)
    }

    /// Replaces both tokens of the session with this refresh token, if there is one.
    pub(crate) fn refresh(&self, refresh: &str) -> Result<Option<Pair>, getrandom::Error> {
        let pair = self.pair()?;
        let mut sessions = lock(&self.sessions);
        let Some(session) = sessions
            .iter_mut()
            .find(|session| session.refresh == refresh)
        else {
            return Ok(None);
        };
        *session = self.session(session.user.clone(), &pair);
        Ok(Some(pair))
    }

    /// The user of an access token that has not expired.
    pub(crate) fn user(&self, access: &str) -> Option<User> {
        let now = Instant::now();
        lock(&self.sessions)
            .iter()
            .find(|held| held.access == access && now < held.expires)
            .map(|held| held.user.clone())
    }

    /// Ends the session, so that neither of its tokens works any more.
    pub(crate) fn forget(&self, access: &str) {
        lock(&self.sessions).retain(|session| session.access != access);
    }

    /// Expires one access token, or all, and says how many were still good.
    pub(crate) fn expire(&self, only: Option<&str>) -> usize {
        let now = Instant::now();
        let mut sessions = lock(&self.sessions);
        let good = sessions
            .iter_mut()
            .filter(|held| now < held.expires && only.is_none_or(|token| token == held.access));
        good.map(|session| session.expires = now).count()
    }

    fn pair(&self) -> Result<Pair, getrandom::Error> {
        let expires_in = self.lifetime.as_secs().saturating_sub(1);
        Ok(Pair {
            access: random()?,
            refresh: random()?,
            expires_in,
        })
    }

    fn session(&self, user: User, pair: &Pair) -> Session {
        Session {
            user,
            access: pair.access.clone(),
            refresh: pair.refresh.clone(),
            expires: Instant::now() + self.lifetime,
        }
    }
}

/// 64 hexadecimal digits.
fn random() -> Result<String, getrandom::Error> {
    let halves = [
        getrandom::u64()?,
        getrandom::u64()?,
        getrandom::u64()?,
        getrandom::u64()?,
    ];
    Ok(halves.map(|half| format!("{half:016x}")).concat())
}

//! The driver: runs the page's one [`Loader`](super::Loader) in the browser. Timers, visibility,
//! aborting and the network are touched here and nowhere else; every decision is the machine's.

mod browser;
mod head_start;
mod page;

use std::rc::Rc;

use super::load::{HeadStart, Load};
use super::{CardId, Config, Event, Source, Update};
use crate::api::{self, Expected, Request, Tenant};
use page::page;

/// One card's part in the page's loader, until it is dropped.
#[derive(Debug)]
pub struct Driver {
    id: CardId,
}

impl Driver {
    /// A driver that calls `observer` whenever the card is to be drawn anew.
    pub fn new(observer: impl Fn(Update) + 'static) -> Self {
        Self {
            id: page().add(Rc::new(observer)),
        }
    }

    /// Takes the page's settings. The first call starts the loader.
    pub fn configure(&self, load: &Load) {
        let page = page();
        let request = request(load);
        let head_start = load.head_start.clone();
        let head_start =
            head_start.filter(|head_start| head_start.serves(load, request.as_ref().ok()));
        let config = Config {
            source: match &load.data {
                Some(payload) => Source::Handed {
                    payload: payload.clone(),
                    expected: expected(load),
                },
                None => Source::Fetch(request),
            },
            token: load.token.clone(),
            refresh_interval: load.refresh_interval,
            began: head_start.as_ref().map(HeadStart::began),
        };
        page.offer(head_start);
        page.on(Event::Configured(self.id, config));
        page.offer(None);
    }

    /// Loads now, or goes on with the load that is under way.
    pub fn refresh(&self) {
        page().on(Event::RefreshRequested(self.id));
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        page().remove(self.id);
    }
}

/// How a payload that the page hands over has to fit.
fn expected(load: &Load) -> Expected {
    Expected {
        api: load.api,
        resource: load.resource,
        tenant: Tenant::new(load.api, &load.tenant).ok(),
        is_fetched: false,
    }
}

fn request(load: &Load) -> Result<Request, api::ConfigProblem> {
    let endpoint = load.endpoint.as_deref();
    Ok(Request {
        api: load.api,
        tenant: Tenant::new(load.api, &load.tenant)?,
        endpoint: api::resolve(endpoint.unwrap_or(load.api.default_endpoint()))?,
        resource: load.resource,
        credentials: load.credentials,
        timeout: load.timeout,
    })
}

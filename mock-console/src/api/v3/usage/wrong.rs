//! The mistakes that a fault puts into the console's own answer.

use serde_json::json;
use serde_json::value::{RawValue, to_raw_value};

use super::filters::{Filters, Item, Shown};
use super::same;
use crate::api::v3::page::Envelope;
use crate::data::{Data, Server};
use crate::faults::Wrong;

impl Filters {
    /// Lets another organization in, where that is the fault.
    pub(super) fn changed(mut self, wrong: Option<Wrong>, data: &Data) -> Self {
        let Some(uids) = &mut self.organizations else {
            return self;
        };
        let wanted = uids.first().cloned().unwrap_or_default();
        let other = || {
            let mut others = data
                .tenants
                .iter()
                .filter(|tenant| !same(&tenant.uid, &wanted));
            others
                .find(|tenant| !tenant.organizations.is_empty())
                .map(|tenant| tenant.uid.clone())
        };
        match wrong {
            Some(Wrong::OtherOrganization) => *uids = other().into_iter().collect(),
            Some(Wrong::FurtherOrganization) => uids.extend(other()),
            _ => {}
        }
        self
    }
}

/// Changes the envelope, or adds a server.
pub(super) fn change(envelope: &mut Envelope<Vec<Item>>, wrong: Wrong) {
    let paging = envelope.meta.as_mut().map(|meta| &mut meta.paging_info);
    match (wrong, paging) {
        (Wrong::PartialPage, Some(paging)) => paging.total += 1,
        (Wrong::LaterPage, Some(paging)) => paging.offset += 1,
        (Wrong::SecondUnit, _) => {
            let items = envelope.data.iter_mut().flatten();
            for item in items {
                item.servers
                    .push(Shown::MadeUp(two_units(item.servers.first())));
            }
        }
        (Wrong::NoData, _) => envelope.data = None,
        (Wrong::ErrorBesides, _) => {
            let message = "The usage of one server could not be read.";
            let error = json!({ "message": message, "type": "retryableLogical", "code": 1000 });
            envelope.errors = Some(vec![error]);
        }
        _ => {}
    }
}

/// A server of the first one's type, with machines in use in points and in instances.
fn two_units(first: Option<&Shown>) -> Server {
    let usual = || Some("CloudConnect".to_owned());
    Server {
        uid: Some("5e000000-0000-4000-8000-00000000ffff".to_owned()),
        kind: first.map_or_else(usual, |shown| shown.server().kind.clone()),
        workloads: workloads_in_two_units(),
    }
}

fn workloads_in_two_units() -> Option<Box<RawValue>> {
    let workload = |unit| {
        json!({
            "id": "97e257f5-b50b-4844-90dd-f8bb6f9ecc20",
            "description": "Cloud Backup (VM)",
            "unitType": unit,
            "rentalUnits": 0.0, "newUnits": 0.0, "usedUnits": 3.0,
            "rentalCount": 0, "newCount": 0, "usedCount": 3,
            "workloadsByPlatform": [],
        })
    };
    to_raw_value(&[workload("Points"), workload("Instances")]).ok()
}

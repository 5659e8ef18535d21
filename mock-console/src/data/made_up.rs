//! Companies that nobody recorded, for tests with thousands of them.

use axum::body::Bytes;
use serde_json::value::to_raw_value;
use serde_json::{Value, json};

use super::organization::{Organization, Server};
use super::resource::Resource;
use super::tenant::Tenant;

/// The IDs of made-up companies are above those of recorded ones.
const FIRST_ID: u64 = 1_000_001;

/// For each Cloud Connect type: v2's name, v3's words and IDs, and the weight in points.
const TYPES: [(&str, &str, &str, &str, u64); 4] = [
    (
        "CC_VM_Backup",
        "Cloud Backup (VM)",
        "VCC-VM-BACKUP",
        "97e257f5-b50b-4844-90dd-f8bb6f9ecc20",
        5,
    ),
    (
        "CC_VM_Replica",
        "Cloud Replica (VM)",
        "VCC-VM-REPLICA",
        "dd20bce2-fedc-451b-8399-6ba6eaada4a0",
        10,
    ),
    (
        "CC_Server_Backup",
        "Cloud Backup (Server)",
        "VCC-SERVER-BACKUP",
        "44204712-d6d1-466b-93d0-ac32f02b5a75",
        7,
    ),
    (
        "CC_Workstation_Backup",
        "Cloud Backup (Workstation)",
        "VCC-WORKSTATION-BACKUP",
        "5c1a3f0e-7b52-4d8e-9f61-2a0c4e8d7b13",
        3,
    ),
];

/// So many companies, numbered from 1. Company N has N % 50 + 1 VMs in the backup, N % 7
/// replicas, N % 11 servers of which one is rental, and N % 90 workstations of which one is new.
pub(super) fn companies(count: u32) -> serde_json::Result<Vec<Tenant>> {
    (1..=u64::from(count)).map(company).collect()
}

fn company(number: u64) -> serde_json::Result<Tenant> {
    let (id, uid) = (
        FIRST_ID + number - 1,
        format!("c0000000-0000-4000-8000-{number:012}"),
    );
    let name = format!("Company {number}");
    let machines = [number % 50 + 1, number % 7, number % 11, number % 90];
    let (mut rows, mut workloads) = (Vec::new(), Vec::new());
    for (index, (kind, count)) in TYPES.into_iter().zip(machines).enumerate() {
        let (v2, words, type_id, workload_id, weight) = kind;
        let rental = u64::from(index == 2 && count > 0);
        let new = u64::from(index == 3 && count > 0);
        let numbers = numbers([rental, new, count - rental - new], weight);
        rows.push(merged(
            json!({ "type": v2, "unitType": "Points" }),
            &numbers,
        ));
        let platform = json!({ "typeId": type_id, "description": words, "weight": weight });
        let workload = json!({
            "id": workload_id,
            "description": words,
            "unitType": "Points",
            "workloadsByPlatform": [merged(platform, &numbers)],
        });
        workloads.push(merged(workload, &numbers));
    }
    let record = json!({ "id": id, "uid": &uid, "name": &name });
    let server = Server {
        uid: Some(format!("5e000000-0000-4000-8000-{number:012}")),
        kind: Some("CloudConnect".to_owned()),
        workloads: Some(to_raw_value(&workloads)?),
    };
    let organization = Organization {
        servers: vec![server],
        ..Organization::without_usage(&uid)
    };
    Ok(Tenant {
        id,
        uid,
        name,
        folder: id.to_string(),
        record: Bytes::from(record.to_string()),
        payloads: vec![(
            Resource::CloudConnect,
            Bytes::from(Value::from(rows).to_string()),
        )],
        organizations: vec![organization],
    })
}

/// The six numbers: rental, new and used machines, and their points.
fn numbers([rental, new, used]: [u64; 3], weight: u64) -> Value {
    json!({
        "rentalCount": rental,
        "newCount": new,
        "usedCount": used,
        "rentalUnits": rental * weight,
        "newUnits": new * weight,
        "usedUnits": used * weight,
    })
}

fn merged(mut object: Value, numbers: &Value) -> Value {
    if let (Some(object), Some(numbers)) = (object.as_object_mut(), numbers.as_object()) {
        object.extend(numbers.clone());
    }
    object
}

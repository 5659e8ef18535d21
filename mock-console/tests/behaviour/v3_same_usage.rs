//! The same company has the same usage by v2 and by v3.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::running::Console;
use crate::v3_usage::{KEY, USAGE};

/// v2's resource, and the server type that has it in v3.
const RESOURCES: [(&str, &str); 3] = [
    ("cloudConnectUsage", "CloudConnect"),
    ("backupServerUsage", "BackupAndReplication"),
    ("availabilityConsoleUsage", "VSPC"),
];

/// v2's types, in lower case, that are another name for a type of v3's.
const COARSER: [(&str, &str); 9] = [
    ("vbr_vsphere_vm", "vbr_vm"),
    ("vbr_hyperv_vm", "vbr_vm"),
    ("vbr_nutanix_vm", "vbr_vm"),
    ("vbr_ahv_vm", "vbr_vm"),
    ("vbr_rhv_vm", "vbr_vm"),
    ("vbr_windows_server_agent", "vbr_server_agent"),
    ("vbr_windows_workstation_agent", "vbr_workstation_agent"),
    ("vac_windows_server_agent", "vac_server_agent"),
    ("vac_windows_workstation_agent", "vac_workstation_agent"),
];

/// v3's descriptions, and v2's types by server type.
const WORDS: [(&str, &str, &str); 15] = [
    ("", "cloud backup (vm)", "cc_vm_backup"),
    ("", "vm cloud backup", "cc_vm_backup"),
    ("", "cloud replica (vm)", "cc_vm_replica"),
    ("", "cloud backup (server)", "cc_server_backup"),
    ("", "cloud backup (workstation)", "cc_workstation_backup"),
    ("", "cloud vm", "vbr_cloud_vm"),
    ("", "file share", "vbr_nas_backup"),
    ("", "application", "vbr_application_plugins"),
    ("", "vm", "vbr_vm"),
    ("BackupAndReplication", "server", "vbr_server_agent"),
    (
        "BackupAndReplication",
        "workstation",
        "vbr_workstation_agent",
    ),
    ("VSPC", "server", "vac_server_agent"),
    ("VSPC", "workstation", "vac_workstation_agent"),
    // Company 9 has all types on its Cloud Connect servers.
    ("CloudConnect", "server", "agent"),
    ("CloudConnect", "workstation", "agent"),
];

/// By type: machines and millionths of units, of rental, new and used each.
type Tallies = BTreeMap<String, [i64; 6]>;

fn add(tallies: &mut Tallies, kind: String, row: &Value, units: [&str; 2]) {
    let tally = tallies.entry(kind).or_default();
    for (index, measure) in ["rental", "new", "used"].into_iter().enumerate() {
        tally[index] += row[format!("{measure}Count")].as_i64().unwrap_or(0);
        let mut amounts = units
            .iter()
            .map(|unit| row[format!("{measure}{unit}")].as_f64());
        let amount = amounts.find_map(|amount| amount).unwrap_or(0.0);
        #[allow(clippy::cast_possible_truncation)]
        let millionths = (amount * 1e6).round() as i64;
        tally[index + 3] += millionths;
    }
}

fn by_v2(payload: &Value) -> Tallies {
    let rows = payload.get("data").unwrap_or(payload);
    let mut tallies = Tallies::new();
    for row in rows.as_array().into_iter().flatten() {
        let given = row["type"].as_str().unwrap_or_default().to_lowercase();
        let coarser = COARSER.iter().find(|(kind, _)| *kind == given);
        let kind = coarser.map_or(given.clone(), |(_, kind)| (*kind).to_owned());
        add(&mut tallies, kind, row, ["Instances", "Units"]);
    }
    tallies
}

fn by_v3(answer: &Value, server_type: &str) -> Tallies {
    let mut tallies = Tallies::new();
    let items = answer["data"].as_array().unwrap().iter();
    for server in items.flat_map(|item| item["servers"].as_array().unwrap()) {
        for workload in server["workloads"].as_array().unwrap() {
            let words = workload["description"].as_str().unwrap().to_lowercase();
            let known = WORDS
                .iter()
                .find(|(of, known, _)| (of.is_empty() || *of == server_type) && *known == words);
            let kind = known.map_or(words.clone(), |(_, _, kind)| (*kind).to_owned());
            add(&mut tallies, kind, workload, ["Units", "Units"]);
            platforms_repeat(workload);
        }
    }
    tallies
}

/// The platforms of a workload, where it has any, add up to its own numbers.
fn platforms_repeat(workload: &Value) {
    let platforms = workload["workloadsByPlatform"].as_array().unwrap();
    if platforms.is_empty() {
        return;
    }
    let (mut own, mut sum) = (Tallies::new(), Tallies::new());
    add(&mut own, String::new(), workload, ["Units", "Units"]);
    for platform in platforms {
        add(&mut sum, String::new(), platform, ["Units", "Units"]);
    }
    assert_eq!(own, sum, "{workload}");
}

/// Agents of all products as one, for the company whose servers do not tell them apart.
fn with_agents_as_one(tallies: Tallies) -> Tallies {
    let mut merged = Tallies::new();
    for (kind, tally) in tallies {
        let kind = if kind.ends_with("agent") {
            "agent".to_owned()
        } else {
            kind
        };
        let sum = merged.entry(kind).or_default();
        sum.iter_mut()
            .zip(tally)
            .for_each(|(sum, number)| *sum += number);
    }
    merged
}

#[tokio::test]
async fn each_companys_usage_is_the_same_in_both_apis() {
    let console = Console::start(&["--companies", "100"]).await;
    let (token, _) = console.sign_in().await;
    let companies = console.get("/v2/tenants", &token).await.json();
    let (mut compared, mut empty) = (0, 0);
    for company in companies.as_array().unwrap() {
        let (id, uid) = (&company["id"], company["uid"].as_str().unwrap());
        for (resource, server_type) in RESOURCES {
            let path = format!("/v2/tenants/{id}/licensing/{resource}");
            let v2 = console.get(&path, &token).await;
            if v2.status == 404 {
                continue;
            }
            let path = format!("{USAGE}?organizationUid={uid}&serverType={server_type}");
            let v3 = console.get(&path, KEY).await.json();
            let v2 = with_agents_as_one(by_v2(&v2.json()));
            let v3 = with_agents_as_one(by_v3(&v3, server_type));
            assert_eq!(v2, v3, "company {id}, {resource}");
            compared += 1;
            empty += usize::from(v2.is_empty());
        }
    }
    assert!(
        compared >= 120 && empty == 2,
        "{compared} compared, {empty} empty"
    );
}

#[tokio::test]
async fn thousands_of_companies_can_be_made_up() {
    let console = Console::start(&["--companies", "10000"]).await;
    let mut uids = Vec::new();
    let mut page = 0;
    loop {
        let path = format!("{USAGE}?limit=500&offset={}", page * 500);
        let answer = console.get(&path, KEY).await.json();
        let items = answer["data"].as_array().unwrap().iter();
        uids.extend(items.map(|item| item["organizationUid"].as_str().unwrap().to_lowercase()));
        page += 1;
        if uids.len() as u64 >= answer["meta"]["pagingInfo"]["total"].as_u64().unwrap() {
            break;
        }
    }
    assert_eq!(page, 21);
    uids.sort_unstable();
    uids.dedup();
    assert!(uids.len() > 10_000);
    let last = "c0000000-0000-4000-8000-000000010000";
    assert!(uids.iter().any(|uid| uid == last));
    let company = console
        .get(&format!("/api/v3/organizations/companies/{last}"), KEY)
        .await;
    assert_eq!(company.json()["data"]["name"], "Company 10000");
    let own = console
        .get(&format!("{USAGE}?organizationUid={last}"), KEY)
        .await
        .json();
    let in_use = &own["data"][0]["servers"][0]["workloads"][0]["usedCount"];
    assert_eq!(*in_use, 1);
    let owner = console.get(USAGE, "key-company-owner-1010000").await.json();
    assert_eq!(owner["data"][0]["organizationUid"], last);
}

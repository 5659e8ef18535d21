//! English.

use crate::plural::plural;
use crate::{Messages, Term};

pub(crate) const MESSAGES: Messages = Messages {
    language: "en",
    direction: "ltr",
    cloud_connect_heading: "Cloud Connect license usage",
    backup_server_heading: "Backup server license usage",
    availability_console_heading: "Availability Console license usage",
    rental: Term {
        name: "Rental",
        meaning: "Covered by the company's own rental license. Does not use the provider's \
                  license.",
    },
    new: Term {
        name: "New",
        meaning: "First protected this month. Uses the provider's license from the 1st of next \
                  month.",
    },
    used: Term {
        name: "In use",
        meaning: "Uses the provider's license: protected in the last 31 days, neither rental nor \
                  new.",
    },
    total: Term {
        name: "Protected",
        meaning: "All protected machines: in use, rental and new.",
    },
    machines: plural! {
        one: "{} machine",
        other: "{} machines",
    },
    machines_column: "Machines",
    machines_below: "{}, machines below",
    instances: Term {
        name: "Instances",
        meaning: "License units. How many a machine uses depends on the workload type.",
    },
    points: "Points",
    counted_instances: plural! {
        one: "{} instance",
        other: "{} instances",
    },
    counted_points: plural! {
        one: "{} point",
        other: "{} points",
    },
    weight: Term {
        name: "Per machine",
        meaning: "License units used per machine.",
    },
    workload: "Workload",
    all_workloads: "Total",
    table_caption: "License usage by workload type",
    others: plural! {
        one: "{} other type",
        other: "{} other types",
    },
    show_all: "Show all {}",
    show_largest: "Show the largest only",
    meaning: "What these numbers mean",
    exactly: "Exactly {}",
    limit: "Limit",
    within_limit: "Within the limit: {} of {}",
    near_limit: "Near the limit: {} of {}",
    over_limit: "Over the limit: {} of {}",
    refresh: "Refresh",
    refreshing: "Refreshing",
    export: "Download CSV",
    copy: "Copy as table",
    copied: "Table copied.",
    copy_failed: "Your browser blocked copying.",
    no_download: "If no file appears, this page does not allow downloads. Copy the table instead.",
    print: "Print",
    retry: "Try again",
    updated: "Updated {}",
    loading: "Loading license usage",
    empty: "No license usage reported",
    empty_detail: "No workloads are protected, or the license does not count instances.",
    stale: "Could not refresh. These numbers are from {} ({}).",
    failed: "License usage not loaded",
    retry_at: "Next attempt possible after {}.",
    server_says: "Server message: “{}”",
    no_tenant: "No company is set. Set the card's tenant attribute to the company's ID.",
    bad_tenant: "The company's ID is not valid. Set the card's tenant attribute to up to 19 digits \
                 or a UUID.",
    bad_endpoint: "The API's address cannot be used. Set the card's endpoint attribute to a path \
                   on this site or an https: address.",
    bad_token: "The access token cannot be sent. Check the token that the page gives the card.",
    offline: "This device is offline. The numbers load once it is online again.",
    unreachable: "The server cannot be reached. Check the network, the server's certificate and \
                  its cross-origin policy (CORS).",
    timeout: "The server did not answer in time. Try again in a moment.",
    unauthorized: "You are not signed in, or your session has expired. Sign in again.",
    forbidden: "Your account may not see this company's license usage. Ask your provider for \
                access.",
    not_found: "The server does not know this company or its license usage. Check the company's \
                ID.",
    throttled: "The server received too many requests. Try again in a moment.",
    server: "The server has a problem. Try again later, or contact your provider.",
    http: "The server sent an unexpected status ({}). If this continues, contact your provider.",
    invalid_response: "The response was not valid license usage, so no numbers are shown. If this \
                       continues, contact your provider.",
    not_loaded: "The card could not be loaded.",
    crashed: "The card has stopped.",
    reload: " Reload the page.",
    vm_backup: "VM backup",
    vm_replica: "VM replica",
    server_backup: "Server backup",
    workstation_backup: "Workstation backup",
    vmware_vm: "VMware VM",
    hyper_v_vm: "Hyper-V VM",
    nutanix_vm: "Nutanix AHV VM",
    rhv_vm: "RHV VM",
    vm: "VM",
    cloud_vm: "Cloud VM",
    file_share: "File share",
    enterprise_application: "Enterprise application",
    server_agent: "Server agent",
    workstation_agent: "Workstation agent",
    managed_server_agent: "Managed server agent",
    managed_workstation_agent: "Managed workstation agent",
};

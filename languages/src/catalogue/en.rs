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
        meaning: "First protected this calendar month. Starts to use the license on the 1st of \
                  next month.",
    },
    used: Term {
        name: "In use",
        meaning: "Uses the provider's license now: protected in the last 31 days, neither rental \
                  nor new.",
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
    instances: Term {
        name: "Instances",
        meaning: "License units. Each workload type has its own weight.",
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
        meaning: "What one machine weighs: license units divided by machines.",
    },
    unit: "Unit shown",
    workload: "Workload",
    all_workloads: "Total",
    table_caption: "License usage by workload type",
    chart_label: "Share of each workload type",
    largest: "The largest workload types; the table has them all.",
    exactly: "Exactly {}",
    limit: "Limit",
    within_limit: "Within the limit: {} of {}",
    near_limit: "Near the limit: {} of {}",
    over_limit: "Over the limit: {} of {}",
    share_of_limit: "{} of the limit",
    refresh: "Refresh",
    refreshing: "Refreshing",
    export: "Download CSV",
    copy: "Copy as table",
    copied: "The table is copied.",
    copy_failed: "The browser does not let the table be copied.",
    print: "Print",
    retry: "Try again",
    updated: "Updated {}",
    loading: "Loading license usage",
    empty: "No license usage reported",
    empty_detail: "No workloads are protected, or the license in use does not count instances.",
    stale: "Not refreshed: these numbers are from {} ({}).",
    failed: "License usage could not be loaded",
    retry_at: "The server asks to wait until {}.",
    server_says: "The server says: “{}”",
    no_tenant: "No company has been chosen. Set the card's tenant attribute to the company's ID.",
    bad_tenant: "The company's ID is not valid. The card's tenant attribute takes up to 19 digits \
                 or a UUID.",
    bad_endpoint: "The address of the API cannot be used. The card's endpoint attribute takes an \
                   https: address, or a path on this site, without a user name or password.",
    bad_token: "The access token cannot be sent. Check what the page hands to the card.",
    offline: "This device is offline. The numbers will load once it is connected again.",
    unreachable: "The server could not be reached. The network, the server's certificate or its \
                  cross-origin policy may be the cause; a browser does not say which.",
    timeout: "The server did not answer in time. Try again in a moment.",
    unauthorized: "You are not signed in, or your session has expired. Sign in again.",
    forbidden: "Your account may not see this company's license usage. Ask your provider for \
                access.",
    not_found: "The server does not know this company or its license usage. Check the company's \
                ID.",
    throttled: "The server has had too many requests. Try again in a moment.",
    server: "The server has a problem. Try again later; if it lasts, tell your provider.",
    http: "The server gave an unexpected answer (status {}). If it lasts, tell your provider.",
    invalid_response: "The server's answer is not a license usage that can be shown safely. If it \
                       lasts, tell your provider.",
    not_loaded: "The card could not be loaded.",
    crashed: "The card has stopped.",
    reload: " Please reload the page.",
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

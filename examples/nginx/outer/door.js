// The outer door's variables. It runs in njs 0.7.9 as well as in Node, whose tests import it.

import crypto from "crypto";

const UUID = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const V2_RESOURCES = "cloudConnectUsage|backupServerUsage|availabilityConsoleUsage";
const V3_SERVERS = "CloudConnect|BackupAndReplication|VSPC";

// They are compared with the request as it was sent. A request with anything encoded, doubled, reordered or added
// does not match, so nothing has to be decoded safely.
const V3 = new RegExp(
  `^/api/v3/licensing/usage/organizations\\?organizationUid=(${UUID})` +
    `&serverType=(${V3_SERVERS})&limit=500&offset=0$`,
);
const V2_BY_ID = new RegExp(`^/v2/tenants/([1-9][0-9]{0,18})/licensing/(${V2_RESOURCES})$`);
const V2_BY_UID = new RegExp(`^/v2/tenants/(${UUID})/licensing/(${V2_RESOURCES})/byVCCTenantUid$`);

/** `["v3/CloudConnect", "11111111-…"]`, or null. */
function parse(uri) {
  const v3 = V3.exec(uri);
  const found = v3 || V2_BY_ID.exec(uri) || V2_BY_UID.exec(uri);
  return found && [`${v3 ? "v3" : "v2"}/${found[2]}`, found[1].toLowerCase()];
}

const kind = (r) => (parse(r.variables.request_uri) || ["", ""])[0];
const company = (r) => (parse(r.variables.request_uri) || ["", ""])[1];

/** A hash of the session's cookie, or nothing if there is no session. */
function session(r) {
  const cookie = r.variables.licensing_session;
  return cookie ? crypto.createHash("sha256").update(cookie).digest("hex") : "";
}

/** Seconds since the console answered: the inner door's `Date`, or the time of a published file. */
function age(r) {
  const time = r.variables.upstream_http_date || r.variables.sent_http_last_modified;
  const seconds = Math.floor((Date.now() - Date.parse(time)) / 1000);
  return isNaN(seconds) ? "" : String(Math.max(0, seconds));
}

export default { kind, company, session, age };

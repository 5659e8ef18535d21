// The inner door adds the credential to a request, and lets through the body of a 200, and of
// everything else the status alone. It runs in njs 0.7.9 as well as in Node, whose tests import it.

import fs from "fs";

/** The header with the credential, read anew for each request, so that a renewal reloads nothing. */
function authorization(r) {
  const path = r.variables.console_credential;
  const token = fs.readFileSync(path, "utf8").trim();
  if (!/^[A-Za-z0-9._~+/=-]+$/.test(token)) {
    r.error(`${path} has no token that a header can carry`);
    return "";
  }
  return `Bearer ${token}`;
}

async function answer(r) {
  const reply = await r.subrequest("/console");
  const outcome = judge(reply, r.uri.startsWith("/v3/") && r.variables.console_company);
  if (outcome.problem) r.error(`the console ${outcome.problem}`);
  if (outcome.wait) r.headersOut["Retry-After"] = String(outcome.wait);
  r.headersOut["Content-Type"] = "application/json";
  r.return(outcome.status, outcome.status === 200 ? reply.responseBuffer : "");
}

/** The card may learn a response's status and, for a 200, the body if it is this company's. */
function judge(reply, company) {
  if (reply.status === 200) {
    const problem = fault(reply.responseText, company);
    return problem ? { status: 502, wait: 60, problem } : { status: 200 };
  }
  if (reply.status === 404) return { status: 404 };
  // v3 does it later, and this request anew.
  if (reply.status === 202) return { status: 503, wait: 5 };
  const problem = `answered ${reply.status}`;
  if (reply.status === 429) return { status: 429, wait: pause(reply), problem };
  return { status: 502, wait: 10, problem };
}

/** Why a body may not be passed on. */
function fault(text, company) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return "sent no JSON";
  }
  if (!company || !data) return "";
  // If a console overlooks the filter, it sends every company there is.
  const organizations = Array.isArray(data) ? data : data.data || [];
  const all = Array.isArray(organizations) && organizations.every((organization) => {
    const uid = organization && organization.organizationUid;
    return !uid || String(uid).toLowerCase() === company;
  });
  return all ? "" : "sent another company's numbers";
}

/** Seconds that a 429 asks for, in a header or in v3's body. */
function pause(reply) {
  const seconds = Number(reply.headersOut["Retry-After"] || wish(reply.responseText));
  return seconds > 0 && seconds <= 3600 ? Math.ceil(seconds) : 30;
}

function wish(text) {
  try {
    return JSON.parse(text).errors[0].retryAfter;
  } catch (error) {
    return 0;
  }
}

export default { authorization, answer, judge };

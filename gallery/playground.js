// One card whose attributes can all be changed, the markup that they come to, and its events.

import { ATTRIBUTES } from "./attributes.js";
import { PAYLOADS, payload, tenantOf } from "./cells.js";
import { LANGUAGES } from "./languages.js";
import { log } from "../portal/log.js";
import { SESSIONS } from "../portal/session.js";

const find = (id) => document.getElementById(id);

function make(tag, properties = {}, ...content) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
}

const labelled = (name, control) =>
  make("label", { className: "field" }, make("span", {}, name), control);

function control(name, kind) {
  const id = `attribute-${name}`;
  if (Array.isArray(kind)) {
    const options = kind.map((value) => new Option(value, value));
    return [make("select", { id, name }, new Option("default", ""), ...options)];
  }
  const input = make("input", { id, name, spellcheck: false, step: "any", ...kind });
  if (name !== "locale") return [input];
  const values = make(
    "datalist",
    { id: `${id}-values` },
    ...Object.keys(LANGUAGES).map((value) => new Option(value)),
  );
  input.setAttribute("list", values.id);
  return [input, values];
}

const quoted = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

function showMarkup(card) {
  const given = Object.keys(ATTRIBUTES)
    .filter((name) => card.hasAttribute(name))
    .map((name) => `\n  ${name}="${quoted(card.getAttribute(name))}"`);
  find("markup").textContent = `<licensing-card${given.join("")}></licensing-card>`;
}

/** Signs in to the card's API. */
function enter(card) {
  const { signIn, token } = SESSIONS[card.api];
  signIn("admin", "console").catch(() => {});
  card.tokenProvider = token;
}

/** Goes on with the same company by another API: its ID and its UID are not the same. */
async function switchApi(card, api) {
  const tenant = find("attribute-tenant");
  if (tenant.value) tenant.value = await tenantOf(api || "v2", tenant.value);
  for (const [name, value] of [["api", api], ["tenant", tenant.value]]) set(card, name, value);
  enter(card);
  const endpoint = find("attribute-endpoint");
  if (!endpoint.value) endpoint.placeholder = card.endpoint;
  find("source").dispatchEvent(new Event("input"));
}

function set(card, name, value) {
  if (value === "") card.removeAttribute(name);
  else card.setAttribute(name, value);
}

/** Gives a card its controls. */
export function play(card) {
  const form = find("attributes");
  const source = make(
    "select",
    { id: "source" },
    new Option("asked of the endpoint", ""),
    ...Object.entries(PAYLOADS).map(([company, title]) => new Option(title, company)),
    new Option("Empty", "empty"),
  );
  const width = make("input", { id: "width", type: "range", min: 240, max: 1600, value: 1600 });
  const refresh = make("button", { type: "button", id: "refresh" }, "refresh()");
  form.append(
    ...Object.entries(ATTRIBUTES).map(([name, kind]) => {
      const [input, values = ""] = control(name, kind);
      input.value = card.getAttribute(name) ?? "";
      input.addEventListener("input", async () => {
        if (name === "api") await switchApi(card, input.value);
        else set(card, name, input.value);
        showMarkup(card);
      });
      return labelled(name, input, values);
    }),
    labelled("data", source),
    labelled("width", width),
    refresh,
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  source.addEventListener("input", async () => {
    const { value } = source;
    if (!value || value === "empty") {
      card.data = value ? [] : null;
      return;
    }
    const { api } = card;
    const [tenant, data] = await Promise.all([tenantOf(api, value), payload(value, api)]);
    // v3's payloads name their company, and a card takes no other company's.
    find("attribute-tenant").value = tenant;
    set(card, "tenant", tenant);
    card.data = data;
    showMarkup(card);
  });
  width.addEventListener("input", () => {
    find("stand").style.inlineSize = Number(width.value) < 1600 ? `${width.value}px` : "";
  });
  // The card and its events show the outcome.
  refresh.addEventListener("click", () => card.refresh().catch(() => {}));
  log(card, find("log"), find("log-empty"));
  find("clear").addEventListener("click", () => {
    find("log").replaceChildren();
    find("log-empty").hidden = false;
  });
  showMarkup(card);
  enter(card);
}

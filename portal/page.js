// The development page: a portal as a customer may see one, with one card in it. Names of companies
// come from a server, so all text goes in as text.

// Before the first request is made, so that the cards below have their token providers.
import "../licensing-card.js";
import { LANGUAGES, nameOfLanguage } from "../gallery/languages.js";
import { log } from "./log.js";
import { SESSIONS } from "./session.js";
import { keepLoading, showStates } from "./states.js";
import { spoken, translate, word } from "./words.js";

const find = (id) => document.getElementById(id);
const card = find("card");

// The choice is kept in the address, so that it survives the reload after each change of code.
const chosen = new URLSearchParams(location.search);
const INITIAL = {
  company: "2",
  api: "v2",
  resource: "cloudConnectUsage",
  limit: "",
  language: "en",
  theme: "auto",
};
const CHOICES = Object.keys(INITIAL);

let account = { state: "signingIn" };

function apply() {
  const [company, api, resource, limit, language, theme] = CHOICES.map((name) => find(name).value);
  // The page has fewer languages than its cards.
  document.documentElement.lang = spoken(language);
  document.documentElement.dataset.theme = theme;
  for (const each of document.querySelectorAll("licensing-card")) {
    each.theme = theme;
    each.locale = language;
  }
  card.theme = theme;
  card.locale = language;
  card.api = api;
  card.tokenProvider = SESSIONS[api].token;
  card.tenant = company;
  card.tenantName = find("company").selectedOptions[0].textContent;
  card.resource = resource;
  card.limit = Number(limit) > 0 ? limit : null;
  translate();
  find("limit").placeholder = word("noLimit");
  showAccount();
}

function remember() {
  for (const name of CHOICES) {
    const { value } = find(name);
    if (value === INITIAL[name]) chosen.delete(name);
    else chosen.set(name, value);
  }
  history.replaceState(null, "", chosen.size ? `?${chosen}` : location.pathname);
}

function showAccount() {
  const { state, name, problem } = account;
  const out = state === "signedOut";
  find("account-state").textContent = word(state, name);
  find("account-state").dataset.state = state;
  find("sign-out").hidden = state !== "signedIn";
  find("sign-in").hidden = !out;
  find("sign-in-problem").textContent = problem ? word(problem) : "";
  for (const id of ["stage", "controls", "events", "states"]) find(id).hidden = out;
}

function fillCompanies(list) {
  const select = find("company");
  const { value, selectedOptions } = select;
  const name = selectedOptions[0]?.textContent;
  select.replaceChildren(
    ...list.map(({ id, name }) => {
      const option = new Option(name, id);
      option.dir = "auto";
      return option;
    }),
  );
  // Another API has other IDs: the name leads to the same company.
  const same = list.find(({ id }) => String(id) === value) ?? list.find((each) => each.name === name);
  select.value = same?.id;
  if (!select.value) select.selectedIndex = 0;
  select.disabled = false;
}

async function enter() {
  const name = find("username").value;
  const api = find("api").value;
  const password = find("password").value;
  const { signIn, companies } = SESSIONS[api];
  account = { state: "signingIn" };
  showAccount();
  // The cards below stay with v2.
  if (api !== "v2") SESSIONS.v2.signIn(name, password).catch(() => {});
  try {
    await signIn(name, password);
    const list = await companies();
    // Another API has been chosen meanwhile, whose session follows.
    if (api !== find("api").value) return;
    fillCompanies(list);
    account = { state: "signedIn", name };
    remember();
    apply();
    if (!card.isConnected) {
      find("stage").append(card);
      showStates();
    }
  } catch (error) {
    const problem = error.cause >= 400 && error.cause < 500 ? "refused" : "noConsole";
    leave(problem);
  }
}

// A portal takes its customer's numbers off the screen at the end of a session: out of the
// document, a card forgets them.
function leave(problem) {
  card.remove();
  account = { state: "signedOut", problem };
  showAccount();
  // Where the console is out of reach there is no session to end.
  for (const { signOut } of Object.values(SESSIONS)) signOut().catch(() => {});
}

// The list of companies comes with the session; until then the chosen one stands for it.
find("company").append(new Option("", chosen.get("company") ?? INITIAL.company));
for (const [lang, dir] of Object.entries(LANGUAGES)) {
  const option = new Option(nameOfLanguage(lang), lang);
  find("language").append(Object.assign(option, { lang, dir }));
}
for (const name of CHOICES.slice(1)) {
  const control = find(name);
  control.value = chosen.get(name) ?? INITIAL[name];
  if (control.selectedIndex === -1) control.value = INITIAL[name];
}
find("controls").addEventListener("input", ({ target }) => {
  if (target === find("api")) return enter();
  remember();
  apply();
});
find("controls").addEventListener("submit", (event) => event.preventDefault());
find("sign-out").addEventListener("click", () => leave());
find("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  enter();
});
log(card, find("log"), find("log-empty"));
keepLoading();
showStates();
enter();
apply();

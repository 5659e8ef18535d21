// The development page: a portal as a customer may see one, with one card in it. Names of companies
// come from a server, so all text goes in as text.

// Before the first request is made, so that the cards below have their token providers.
import "../licensing-card.js";
import { log } from "./log.js";
import { companies, signIn, signOut, token } from "./session.js";
import { keepLoading, showStates } from "./states.js";
import { spoken, translate, word } from "./words.js";

const find = (id) => document.getElementById(id);
const card = find("card");

// What was chosen is kept in the address, so that it survives the reload after each change of code.
const chosen = new URLSearchParams(location.search);
const INITIAL = {
  company: "2",
  resource: "cloudConnectUsage",
  limit: "",
  language: "en",
  theme: "auto",
};
const CHOICES = Object.keys(INITIAL);

let account = { state: "signingIn" };

function apply() {
  const [company, resource, limit, language, theme] = CHOICES.map((name) => find(name).value);
  // The page has fewer languages than its cards.
  document.documentElement.lang = spoken(language);
  document.documentElement.dataset.theme = theme;
  for (const each of document.querySelectorAll("licensing-card")) {
    each.theme = theme;
    each.locale = language;
  }
  card.theme = theme;
  card.locale = language;
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
  const { value } = select;
  select.replaceChildren(
    ...list.map(({ id, name }) => {
      const option = new Option(name, id);
      option.dir = "auto";
      return option;
    }),
  );
  select.value = value;
  if (!select.value) select.selectedIndex = 0;
  select.disabled = false;
}

async function enter() {
  const name = find("username").value;
  account = { state: "signingIn" };
  showAccount();
  try {
    await signIn(name, find("password").value);
    fillCompanies(await companies());
    account = { state: "signedIn", name };
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
  signOut().catch(() => {});
}

// The list of companies comes with the session; until then the chosen one stands for it.
find("company").append(new Option("", chosen.get("company") ?? INITIAL.company));
for (const name of CHOICES.slice(1)) {
  const control = find(name);
  control.value = chosen.get(name) ?? INITIAL[name];
  if (control.selectedIndex === -1) control.value = INITIAL[name];
}
find("controls").addEventListener("input", () => {
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
card.tokenProvider = token;
keepLoading();
showStates();
enter();
apply();

import "./card";

import { getState, onProblem, onSignIn, onUsage, subscribe, type Company } from "../../shared/portal";
import { licensing } from "./licensing";

document.getElementById("app")!.innerHTML = `
  <main><section id="featured"></section><section id="companies"></section></main>`;

/** Has a section show these companies, with the cards that it has already where there are some. */
function list(section: Element) {
  const shown = new Map<string, { card: HTMLElement; company: Company }>();
  return (companies: readonly Company[]) => {
    for (const [key, { card }] of shown) {
      if (companies.some((company) => company.key === key)) continue;
      card.remove();
      shown.delete(key);
    }
    companies.forEach((company, at) => {
      const { card: known, company: before } = shown.get(company.key) ?? {};
      const { key = company.key, ...properties } = changes(before, company);
      const card = known
        ? Object.assign(known, properties)
        : licensing(properties, { onUsage, onProblem, onSignIn });
      shown.set(company.key, { card, company });
      if (section.children[at] !== card) section.insertBefore(card, section.children[at] ?? null);
    });
  };
}

/** The differences between the two. */
function changes(old: Company | undefined, company: Company): Partial<Company> {
  const before = Object.entries(old ?? {});
  const gone = before.filter(([name]) => !(name in company)).map(([name]) => [name, undefined]);
  const given = Object.entries(company).filter(
    ([name, value]) => !before.some(([other, same]) => other === name && same === value),
  );
  return Object.fromEntries([...gone, ...given]);
}

const featured = list(document.getElementById("featured")!);
const companies = list(document.getElementById("companies")!);
subscribe(() => {
  const state = getState();
  featured(state.featured ? [state.featured] : []);
  companies(state.companies);
});

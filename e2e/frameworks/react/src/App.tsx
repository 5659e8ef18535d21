import { useSyncExternalStore } from "react";

import { getState, onProblem, onSignIn, onUsage, subscribe, type Company } from "../../shared/portal";
import { Licensing } from "./Licensing";

const card = ({ key, ...company }: Company) => (
  <Licensing key={key} {...company} onUsage={onUsage} onProblem={onProblem} onSignIn={onSignIn} />
);

export function App() {
  const { featured, companies } = useSyncExternalStore(subscribe, getState);
  return (
    <main>
      <section id="featured">{featured && card(featured)}</section>
      <section id="companies">{companies.map(card)}</section>
    </main>
  );
}

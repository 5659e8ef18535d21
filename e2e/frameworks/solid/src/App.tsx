import { For, Show, type Accessor } from "solid-js";
import { createStore, reconcile } from "solid-js/store";

import { getState, onProblem, onSignIn, onUsage, subscribe, type Company } from "../../shared/portal";
import { Licensing } from "./Licensing";

const Card = (props: { company: Company }) => (
  <Licensing {...props.company} onUsage={onUsage} onProblem={onProblem} onSignIn={onSignIn} />
);

export function App() {
  const [state, setState] = createStore(getState());
  subscribe(() => setState(reconcile(getState(), { key: "key" })));
  return (
    <main>
      <section id="featured">
        <Show when={state.featured}>
          {(company: Accessor<Company>) => <Card company={company()} />}
        </Show>
      </section>
      <section id="companies">
        <For each={state.companies}>{(company) => <Card company={company} />}</For>
      </section>
    </main>
  );
}

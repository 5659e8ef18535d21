import { Component } from "preact";

import { getState, onProblem, onSignIn, onUsage, subscribe, type Company } from "../../shared/portal";
import { Licensing } from "./Licensing";

const card = ({ key, ...company }: Company) => (
  <Licensing key={key} {...company} onUsage={onUsage} onProblem={onProblem} onSignIn={onSignIn} />
);

export class App extends Component {
  override state = getState();
  override componentDidMount() {
    subscribe(() => this.setState(getState()));
  }
  render() {
    const { featured, companies } = this.state;
    return (
      <main>
        <section id="featured">{featured && card(featured)}</section>
        <section id="companies">{companies.map(card)}</section>
      </main>
    );
  }
}

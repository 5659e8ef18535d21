// The card as a page would write it by hand: it fetches, adds up and makes a table. It knows no retries,
// errors, languages, themes or chart.

const MEASURES = ["used", "rental", "new", "total"];
const UNITS = ["count", "instances"];
const FIELDS = { count: "Count", instances: "Instances" };

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { display: block; font: 15px system-ui; }
  table { border-collapse: collapse; width: 100%; }
  th, td { padding: .4em .6em; border-bottom: 1px solid #dfe4ea; text-align: end; }
  th:first-child { text-align: start; }
`);
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

/** Sums by type, and those of all. */
function addUp(rows) {
  const types = new Map();
  const all = {};
  for (const row of rows) {
    if (!types.has(row.type)) types.set(row.type, {});
    for (const sums of [types.get(row.type), all]) {
      for (const unit of UNITS) {
        for (const measure of ["used", "rental", "new"]) {
          const amount = row[measure + FIELDS[unit]] ?? 0;
          sums[measure + unit] = (sums[measure + unit] ?? 0) + amount;
          sums["total" + unit] = (sums["total" + unit] ?? 0) + amount;
        }
      }
    }
  }
  return { types, all };
}

function line(head, sums) {
  const row = document.createElement("tr");
  const th = document.createElement("th");
  th.scope = "row";
  th.textContent = head;
  row.append(th);
  for (const measure of MEASURES) {
    for (const unit of UNITS) {
      const cell = document.createElement("td");
      cell.dataset.measure = measure;
      cell.dataset.unit = unit;
      cell.textContent = number.format(sums[measure + unit] ?? 0);
      row.append(cell);
    }
  }
  return row;
}

class PlainCard extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [style];
  }

  connectedCallback() {
    if (this.rows) this.draw(this.rows);
    else this.refresh();
  }

  set data(rows) {
    this.rows = rows;
    if (this.isConnected) this.draw(rows);
  }

  async refresh() {
    const tenant = encodeURIComponent(this.getAttribute("tenant"));
    const path = `tenants/${tenant}/licensing/cloudConnectUsage`;
    const response = await fetch(`${this.getAttribute("endpoint")}/${path}`, { cache: "no-store" });
    this.draw(await response.json());
  }

  draw(rows) {
    const { types, all } = addUp(rows);
    const heading = document.createElement("h2");
    heading.textContent = "License usage";
    const summary = document.createElement("p");
    summary.textContent = `${number.format(all.usedinstances ?? 0)} instances in use`;
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const text of ["Workload", ...MEASURES.flatMap((measure) => UNITS.map((unit) => `${measure}, ${unit}`))]) {
      const th = document.createElement("th");
      th.scope = "col";
      th.textContent = text;
      head.append(th);
    }
    const body = table.createTBody();
    for (const [type, sums] of types) body.append(line(type, sums));
    table.createTFoot().append(line("Total", all));
    this.shadowRoot.replaceChildren(heading, summary, table);
  }
}

customElements.define("licensing-card", PlainCard);

/** The element in the custom elements manifest. */
export const elementOf = ({ modules }) =>
  modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === "licensing-card");

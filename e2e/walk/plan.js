// The steps of a random walk: the same ones for the same seed, on any machine.

/** Random whole numbers below a bound, from a seed (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** So many steps: the name of each, its card, and a number by which it chooses a value. */
export function plan({ seed, steps, names, cards }) {
  const below = random(seed);
  return Array.from({ length: steps }, () => [names[below(names.length)], below(cards), below(1_000)]);
}

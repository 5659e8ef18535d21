// Said where there is no WebAssembly to say it: that it could not be loaded, and how to try again.
const WORDS = {
  en: ["The card could not be loaded.", "Try again"],
  de: ["Die Karte konnte nicht geladen werden.", "Erneut versuchen"],
};

/** The words of a language, by its tag. */
export function words(tag) {
  return WORDS[tag.slice(0, 2).toLowerCase()] ?? WORDS.en;
}

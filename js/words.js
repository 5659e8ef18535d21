// Said where there is no WebAssembly to say it.
const WORDS = {
  en: {
    "load-failed": "The card could not be loaded.",
    crashed: "The card has stopped.",
    over: " Reload the page.",
    retry: "Try again",
  },
  de: {
    "load-failed": "Die Karte konnte nicht geladen werden.",
    crashed: "Die Karte wurde beendet.",
    over: " Bitte die Seite neu laden.",
    retry: "Erneut versuchen",
  },
};

/** The words of a language, by its tag. */
export function words(tag) {
  return WORDS[tag.slice(0, 2).toLowerCase()] ?? WORDS.en;
}

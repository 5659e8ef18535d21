// Becomes a part of the generated glue: the languages' files, each loaded when it is first asked for.
// They are modules, and named one by one, so that a page's policy lets them in like the card itself
// and bundlers find them.

// Filled in by `xtask`: for each language, what loads its file.
const LANGUAGES = {};

const coming = { __proto__: null };
const tries = { __proto__: null };

/** What a language's file says, by a tag; nothing where there is no such file or it cannot be had. */
async function licensingCardWords(tag) {
  const language = String(tag).split("-")[0].toLowerCase();
  const known = LANGUAGES[language];
  if (!known) return;
  try {
    coming[language] ??= bring(language, known);
    return (await coming[language]).default;
  } catch {
    // Whoever asks next tries again.
    delete coming[language];
  }
}

function bring(language, known) {
  const before = tries[language] ?? 0;
  tries[language] = before + 1;
  // A module that failed is only fetched afresh under another address.
  const again = `./licensing-card_${language}.js?${before}`;
  return before ? import(/* @vite-ignore */ /* webpackIgnore: true */ again) : known();
}

// For the shell, which has it loaded at the same time as the WebAssembly.
export { licensingCardWords as speak };

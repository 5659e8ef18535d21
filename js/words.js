// What is said where there is no WebAssembly to say it: that it could not be loaded, and how to try
// again. Other languages' words for it are in a file, like all their words.

export const ENGLISH = ["The card could not be loaded.", "Try again"];

/** The words of a language, by its tag; nothing where they are not to be had soon. */
export async function words(tag) {
  try {
    const late = new Promise((resolve) => setTimeout(resolve, 1e3));
    return (await Promise.race([import("./licensing-card_words.js"), late])).words(tag);
  } catch {}
}

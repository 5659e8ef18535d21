// What is said where there is no WebAssembly to say it: that it could not be loaded, and how to try
// again. Other languages' words for it are in a file, like all their words.

export const ENGLISH = ["The card could not be loaded.", "Try again"];

/** The words of a language, by its tag; nothing where they are not to be had soon. */
export const words = (tag) =>
  Promise.race([
    import("./licensing-card_words.js").then((file) => file.words(tag)),
    new Promise((late) => setTimeout(late, 1e3)),
  ]).catch(() => {});

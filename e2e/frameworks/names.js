// The frameworks, by their folders.

export const VITE_FRAMEWORKS = ["react", "vue", "svelte", "solid", "preact", "lit", "plain"];
export const ANGULAR = "angular";
export const FRAMEWORKS = [...VITE_FRAMEWORKS, ANGULAR];

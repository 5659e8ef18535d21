// The hosts, by their folders.

export const VITE_HOSTS = ["react", "vue", "svelte", "solid", "preact", "lit", "plain"];
export const ANGULAR = "angular";
export const HOSTS = [...VITE_HOSTS, ANGULAR];

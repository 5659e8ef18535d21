// The page's own words; the card brings its own, in more languages. English is the fallback.

const WORDS = {
  en: {
    portal: "Customer portal",
    title: "Licensing",
    company: "Company",
    api: "API",
    resource: "Resource",
    backupServers: "Backup servers",
    limit: "Limit",
    noLimit: "none",
    language: "Language",
    theme: "Theme",
    themeAuto: "Automatic",
    themeLight: "Light",
    themeDark: "Dark",
    fallback: "The license usage is not available here.",
    signIn: "Sign in",
    signOut: "Sign out",
    signingIn: "Signing in …",
    signedIn: "Signed in as {}",
    signedOut: "Signed out",
    refused: "The user name or the password is wrong.",
    noConsole: "The console does not answer. Is it running?",
    username: "User name",
    password: "Password",
    events: "Events",
    noEvents: "None yet.",
    states: "States",
    gallery: "All states, languages and widths",
    loading: "Loading",
    empty: "Empty",
    failed: "Failed",
    stale: "Stale",
  },
  de: {
    portal: "Kundenportal",
    title: "Lizenzierung",
    company: "Unternehmen",
    api: "API",
    resource: "Ressource",
    backupServers: "Backup-Server",
    limit: "Grenze",
    noLimit: "keine",
    language: "Sprache",
    theme: "Darstellung",
    themeAuto: "Automatisch",
    themeLight: "Hell",
    themeDark: "Dunkel",
    fallback: "Die Lizenznutzung ist hier nicht verfügbar.",
    signIn: "Anmelden",
    signOut: "Abmelden",
    signingIn: "Anmeldung läuft …",
    signedIn: "Angemeldet als {}",
    signedOut: "Abgemeldet",
    refused: "Der Benutzername oder das Passwort ist falsch.",
    noConsole: "Die Konsole antwortet nicht. Läuft sie?",
    username: "Benutzername",
    password: "Passwort",
    events: "Ereignisse",
    noEvents: "Noch keine.",
    states: "Zustände",
    gallery: "Alle Zustände, Sprachen und Breiten",
    loading: "Lädt",
    empty: "Leer",
    failed: "Fehlgeschlagen",
    stale: "Veraltet",
  },
};

/** The language that the page speaks where that one is asked for. */
export function spoken(language) {
  return language in WORDS ? language : "en";
}

/** A word in the page's language, with `value` in the place of `{}`. */
export function word(name, value = "") {
  const words = WORDS[document.documentElement.lang] ?? WORDS.en;
  return (words[name] ?? WORDS.en[name]).replace("{}", () => value);
}

/** Writes every marked word anew. */
export function translate() {
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
}

// The tests that a fault has elsewhere: of the loader, the wire and the numbers, which need no browser,
// and of pages that need more than one card and its console.

const [LOADS, RETRIES, SHARING, TIMING, TOKENS] = [
  "loads",
  "retries",
  "sharing",
  "timing",
  "tokens",
].map((name) => `tests/loader/${name}.rs`);

const known = (file, ...rows) => rows.map(([fault, card, test]) => ({ fault, card, file, test }));

export const elsewhere = [
  ...known("tests/loader/histories.rs", [
    "Anything at all, in any order: 100,000 random histories of cards, answers, tokens, time, visibility and network",
    "Never more than four requests a minute by itself, never numbers of another company, never a card that waits for nothing",
    "whatever_happens",
  ]),
  ...known(
    RETRIES,
    [
      "Each status and each kind of failure, again and again",
      "Four requests for those that pass by themselves, one for all others",
      "what_passes_by_itself_is_tried_four_times_and_nothing_else_is",
    ],
    [
      "Failures whose retries chance puts off to the last",
      "The delays grow from 1 s over 2 s to 4 s, and are drawn from the whole of each",
      "the_delays_grow_and_are_drawn_in_full",
    ],
    [
      "A server that is down, and a `refresh-interval` of 30 s",
      "Four requests in the first minute, retries and refreshes together; it goes on afterwards",
      "an_outage_gets_four_requests_in_its_first_minute",
    ],
    [
      "Someone who presses the button while a server is down",
      "Gets a request each time, but no more retries than are left of the four a minute",
      "a_person_is_never_refused_but_gets_no_more_retries_than_there_are_left",
    ],
    [
      "A `Retry-After` longer than `refresh-interval`",
      "The refresh waits for it",
      "a_refresh_is_not_sooner_than_the_server_asked",
    ],
  ),
  ...known(
    TIMING,
    [
      "A page that has replaced `Math.random`: by what gives no number, or none between 0 and 1",
      "Delays within their bounds, and nothing else",
      "a_page_that_has_replaced_chance_changes_when_and_nothing_else",
    ],
    [
      "A clock that is set back",
      "What is due is due no later than before",
      "a_clock_that_is_set_back_delays_nothing",
    ],
    [
      "Tabs switched again and again",
      "Nothing is asked for that is not due",
      "tabs_switched_again_and_again_do_not_ask_again_and_again",
    ],
    [
      "A token that comes once the network is gone",
      "Is not sent; the error is `offline`",
      "a_token_that_comes_while_offline_is_not_sent",
    ],
  ),
  ...known(LOADS, [
    "An answer to a request that was given up",
    "Is dropped",
    "a_late_answer_is_dropped",
  ]),
  ...known(
    SHARING,
    [
      "Two cards that differ in company, resource, token or credentials, or in none of them",
      "Share a request only where nothing differs",
      "the_same_request_with_the_same_token_is_made_once",
    ],
    [
      "A refusal of a token that another card has replaced meanwhile",
      "Is answered with the newer token, without asking for a third",
      "a_refusal_of_the_token_before_is_replayed_with_the_one_that_is_there",
    ],
  ),
  ...known(TOKENS, [
    "A second 401 in one load",
    "Is final until someone asks again, and then begins with another token",
    "a_second_401_is_final_until_someone_asks_again",
  ]),
  ...known("src/api/retry_after.rs", [
    "`Retry-After` in every spelling",
    "Seconds and HTTP's dates are read; garbage and the past are not",
    "seconds_and_dates_are_read_and_garbage_is_not",
  ]),
  ...known("src/api/words.rs", [
    "A server's words with markup, control characters, reversed text, the token, or of any length",
    "Harmless words are quoted, 200 characters at most, and no others",
    "only_harmless_words_are_passed_on",
  ]),
  ...known("src/api/endpoint.rs", [
    "Endpoints in disguise: other hosts that look like this one, credentials, other protocols",
    "A token goes only where it is safe",
    "a_token_goes_only_where_it_is_safe",
  ]),
  ...known("src/api/token.rs", [
    "A token that turns up where something is printed",
    "Is not there",
    "debug_output_hides_it",
  ]),
  ...known(
    "tests/payload/v2.rs",
    [
      "Values that cannot be: negative, fractional, endless, in different units, of other types",
      "Make the whole answer invalid",
      "an_impossible_value_makes_the_whole_answer_invalid",
    ],
    [
      "Envelopes of every shape, also none",
      "Are read, or are no usage",
      "every_shape_of_envelope_is_read",
    ],
  ),
  ...known(
    "src/usage/instances.rs",
    ["Amounts that no binary fraction can hold", "Are added exactly", "sums_are_exact"],
    [
      "A sum of amounts that does not fit",
      "Is refused, and so the answer",
      "a_sum_that_does_not_fit_is_refused",
    ],
  ),
  ...known("src/usage/machines.rs", [
    "A sum of machines beyond what a number in JavaScript holds exactly",
    "Is refused, and so the answer",
    "a_sum_beyond_exact_numbers_is_refused",
  ]),
  ...known(
    "tests/usage.rs",
    ["Any JSON whatever", "Is read or refused; nothing panics", "no_json_panics"],
    ["Rows in any order", "Come to the same usage", "the_order_received_makes_no_difference"],
  ),
  ...known("src/usage/csv.rs", [
    "Names with quotes, commas, line breaks or what a spreadsheet would run",
    "Are quoted, and never formulas",
    "names_are_quoted_and_never_formulas",
  ]),
  ...known(
    "e2e/crash.test.js",
    [
      "The WebAssembly traps: in rendering, in handlers, while it reads, without memory",
      "All cards of the page keep their numbers and show `crashed`; one click starts them all again",
      "after a trap ${where} all cards keep their numbers and say so; one click starts them",
    ],
    [
      "Answers, timers and events that come after a trap",
      "Do nothing",
      "what is left of a crashed instance does nothing",
    ],
    [
      "A trap while a card loads",
      "Shows its own content",
      "a card that was still loading shows its own content after a crash",
    ],
    [
      "More than three traps in a minute",
      "Says that only a reload helps",
      "after more than three crashes in a minute only a reload helps (${lang})",
    ],
    [
      "A trap where a page has two copies of the module",
      "The other copy's cards go on",
      "a crash of one copy of the module leaves the other's cards alone",
    ],
  ),
  ...known(
    "e2e/history.test.js",
    [
      "The page is left and comes back from the back/forward cache",
      "Has its numbers, and loads on",
      "a page that comes back from the cache has its numbers, and loads on",
    ],
    [
      "The page is left while an answer is awaited, and comes back",
      "Makes the load good",
      "a load that was cut off by leaving is made good on return",
    ],
  ),
  ...known(
    "e2e/hostile.test.js",
    [
      "A page has replaced or removed timers, observers, `Intl`, storage, its console or more, before the module loads",
      "Shows its numbers",
      "the card shows its numbers where ${what}",
    ],
    [
      "Thousands of changes over as many tasks",
      "End in what was said last, after one request",
      "thousands of changes over as many tasks end in what was said last",
    ],
  ),
  ...known(
    "e2e/loading.test.js",
    [
      "A cache holds a WebAssembly file that failed",
      "Trying again gets past it",
      "trying again gets past a cache that holds what failed",
    ],
    [
      "A Content-Security-Policy without `'wasm-unsafe-eval'`",
      "Shows the page's own content, and `load-failed`",
      "a policy without 'wasm-unsafe-eval' is a load that failed",
    ],
  ),
  ...known(
    "e2e/languages.test.js",
    [
      "A language's file is missing or does not answer with success",
      "Speaks English, with the reader's numbers; the next change of language tries again",
      "without its file a language is English, and is tried again at the next change",
    ],
    [
      "A language's file takes longer than a second",
      "Speaks English until it is there",
      "words that take too long are English ones until they are there",
    ],
    [
      "A language's file of another version",
      "Is left aside; the card speaks English",
      "a file of another version is not taken for the language's",
    ],
    [
      "The WebAssembly cannot be loaded, and neither can the words for saying so",
      "Says so in English, within a second",
      "a failed load is told in English where the file of its words ${what}",
    ],
  ),
  ...known("e2e/lifetime.test.js", [
    "500 cards that come and go",
    "Leave no request behind",
    "500 cards come and go and leave no request behind",
  ]),
  ...known("e2e/frames.test.js", [
    "A sandboxed frame, without storage or an origin",
    "Shows the numbers",
    "in a sandboxed frame, without storage or an origin, the card shows ${what}",
  ]),
];

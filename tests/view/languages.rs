//! Every language, in every state: all texts are in it.

use licensing_card::api::{ErrorKind, Failure};
use licensing_card::card::Appearance;
use licensing_card::loader::State;
use licensing_card_languages::{ALL, ENGLISH, Messages};

use super::{Drawn, draw, drawn, fixture, sample};

fn states() -> Vec<State> {
    let failure = || Failure {
        status: Some(503),
        server_words: Some("Busy".into()),
        ..ErrorKind::Server.into()
    };
    vec![
        State::Loading,
        State::Ready(sample()),
        State::Ready(fixture("[]")),
        State::Stale {
            loaded: sample(),
            failure: failure(),
        },
        State::Failed(failure()),
    ]
}

fn draw_in(messages: Messages, state: State) -> String {
    draw(Drawn {
        appearance: Appearance {
            locale: Some(messages.language().into()),
            limit: Some(5.0),
            ..Appearance::default()
        },
        ..drawn(state)
    })
}

/// English sentences so long that no other language has the same.
fn english_sentences() -> impl Iterator<Item = &'static str> {
    let fields = ENGLISH.fields().into_iter();
    fields
        .flat_map(|(_, texts)| texts)
        .flat_map(|text| text.split("{}"))
        .filter(|part| part.split_whitespace().count() > 2)
}

#[test]
fn the_card_says_everything_in_its_language_and_says_which_it_is() {
    for messages in ALL {
        for state in states() {
            let html = draw_in(*messages, state);
            let marks = format!(
                "lang=\"{}\" dir=\"{}\"",
                messages.language(),
                messages.direction()
            );
            assert_eq!(html.matches(&marks).count(), 1, "{marks}: {html}");
            assert!(html.contains(messages.cloud_connect_heading()), "{html}");
            assert!(!html.contains("{}"), "{}: {html}", messages.language());
            if messages.language() != ENGLISH.language() {
                let english = english_sentences().find(|sentence| html.contains(sentence));
                assert_eq!(english, None, "{}: {html}", messages.language());
            }
        }
    }
    let html = draw_in(ENGLISH, State::Ready(sample()));
    assert!(english_sentences().any(|sentence| html.contains(sentence)));
}

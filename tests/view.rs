//! Every state, drawn on the host: what a person reads, and what pages and tests hold on to.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "view/arrangement.rs"]
mod arrangement;
#[path = "view/languages.rs"]
mod languages;
#[path = "payload/served.rs"]
mod served;

use std::rc::Rc;
use std::time::Duration;

use licensing_card::api::{ConfigProblem, ErrorKind, Failure, Resource};
use licensing_card::card::{Appearance, Arrangement, Said, View};
use licensing_card::instant::Instant;
use licensing_card::loader::{Loaded, State};
use licensing_card::locale::Locale;
use licensing_card::usage::{Instances, Usage};
use yew::prelude::*;

const FETCHED: f64 = 1_795_356_131_000.0;

#[derive(Clone, PartialEq, Properties)]
struct Drawn {
    state: State,
    #[prop_or_default]
    appearance: Appearance,
    #[prop_or_default]
    busy: bool,
    #[prop_or_default]
    notice_withheld: bool,
    #[prop_or_default]
    arrangement: Arrangement,
    #[prop_or_default]
    said: Said,
}

#[component]
fn Draw(props: &Drawn) -> Html {
    View {
        state: &props.state,
        busy: props.busy,
        notice_withheld: props.notice_withheld,
        resource: Resource::CloudConnectUsage,
        appearance: &props.appearance,
        arrangement: props.arrangement,
        said: props.said,
        locale: &Locale::new(&props.appearance.locale),
        now: Instant::from_millis(FETCHED).plus(Duration::from_mins(5)),
        actions: &html! { <slot name="actions" /> },
        footer: &html! { <slot name="footer" /> },
        node: &NodeRef::default(),
    }
    .draw()
}

fn draw(props: Drawn) -> String {
    let renderer = yew::LocalServerRenderer::<Draw>::with_props(props).hydratable(false);
    futures_executor::block_on(renderer.render())
}

fn drawn(state: State) -> Drawn {
    Drawn {
        state,
        appearance: Appearance::default(),
        busy: false,
        notice_withheld: false,
        arrangement: Arrangement::default(),
        said: Said::default(),
    }
}

fn state(state: State) -> String {
    draw(drawn(state))
}

fn fixture(json: &str) -> Rc<Loaded> {
    loaded(served::usage(&json).unwrap())
}

fn loaded(usage: Usage) -> Rc<Loaded> {
    Rc::new(Loaded {
        usage,
        fetched_at: Instant::from_millis(FETCHED),
    })
}

fn sample() -> Rc<Loaded> {
    fixture(include_str!(
        "../fixtures/2-documented-sample/cloudConnectUsage.json"
    ))
}

/// What is between tags, with the tags gone.
fn text(html: &str) -> String {
    let mut text = String::new();
    for (at, part) in html.split('<').enumerate() {
        let part = if at == 0 {
            part
        } else {
            part.split_once('>').unwrap().1
        };
        text.push_str(part);
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_sample_says_that_nothing_is_in_use() {
    let html = state(State::Ready(sample()));
    let words = text(&html);
    for said in [
        "Cloud Connect license usage",
        "In use 0 instances 0 machines",
        "Rental 1.93 instances 11 machines",
        "New 0 instances 0 machines",
        "Protected 1.93 instances 11 machines",
        "Server backup 0 0 1 0.33 0 0 1 0.33",
        "Workstation backup 0 0 10 1.6 0 0 10 1.6",
        "Total 0 0 11 1.93 0 0 11 1.93",
        "Workstation backup 82.9%",
    ] {
        assert!(words.contains(said), "{said}\n{words}");
    }
    assert!(
        html.contains("<time datetime=\"2026-11-22T14:02:11.000Z\">"),
        "{html}"
    );
    assert!(!html.contains("part=\"notice\"") && !html.contains("part=\"meter\""));
}

#[test]
fn every_cell_says_what_it_measures() {
    let html = state(State::Ready(fixture(include_str!(
        "../fixtures/3-four-types/cloudConnectUsage.json"
    ))));
    assert_eq!(html.matches("<tr data-type=").count(), 4);
    for measure in ["rental", "new", "used", "total"] {
        for unit in ["count", "instances"] {
            let cell = format!("data-measure=\"{measure}\" data-unit=\"{unit}\"");
            assert_eq!(html.matches(&cell).count(), 5, "{cell}");
        }
    }
    for part in [
        "<table part=\"table\"",
        "<caption",
        "<thead>",
        "<tbody>",
        "<tfoot>",
    ] {
        assert_eq!(html.matches(part).count(), 1, "{part}");
    }
    assert_eq!(html.matches("<th scope=\"row\">").count(), 5);
}

#[test]
fn markup_in_a_name_is_only_text() {
    let html = state(State::Ready(fixture(
        r#"[{"type": "<img src=x onerror=alert(1)>\"'&", "usedCount": 1, "usedInstances": 1}]"#,
    )));
    assert!(!html.contains("<img"), "{html}");
    assert!(
        html.contains("&lt;img src=x onerror=alert(1)&gt;"),
        "{html}"
    );
}

#[test]
fn two_decimals_are_shown_and_the_exact_amount_is_at_hand() {
    let html = state(State::Ready(fixture(
        r#"[{"type": "CC_VM_Backup", "usedInstances": 1234.56789, "usedCount": 3}]"#,
    )));
    assert!(text(&html).contains("VM backup 3 1,234.57"), "{html}");
    assert!(html.contains("title=\"Exactly 1,234.56789\""), "{html}");
    assert!(
        html.contains("aria-label=\"Exactly 1,234.56789\""),
        "{html}"
    );
}

#[test]
fn where_there_are_no_instances_there_is_no_chart() {
    let html = state(State::Ready(fixture(
        r#"[{"type": "CC_VM_Backup", "usedCount": 3}]"#,
    )));
    assert!(html.contains("part=\"table\"") && !html.contains("part=\"chart\""));
}

#[test]
fn of_very_many_types_the_largest_are_drawn_and_all_are_listed() {
    let rows: Vec<_> = (1..=40)
        .map(|at| format!(r#"{{"type": "T{at:02}", "usedInstances": {at}, "usedCount": 1}}"#))
        .collect();
    let html = state(State::Ready(fixture(&format!("[{}]", rows.join(",")))));
    assert_eq!(html.matches("<li class=\"bar\">").count(), 12, "{html}");
    assert_eq!(html.matches("<tr data-type=").count(), 40);
    assert!(text(&html).contains("T40 4.9%") && !text(&html).contains("T28 3.4%"));
    assert!(text(&html).contains("the table has them all"), "{html}");

    // The many small ones that are alike come first in the table; the large one is drawn all the same.
    let rows: Vec<_> = (1..=40)
        .map(|at| {
            format!(
                r#"{{"type": "T{at:02}", "usedInstances": {}}}"#,
                if at == 40 { 61 } else { 1 }
            )
        })
        .collect();
    let html = state(State::Ready(fixture(&format!("[{}]", rows.join(",")))));
    assert_eq!(html.matches("<li class=\"bar\">").count(), 12, "{html}");
    assert!(
        text(&html).contains("T11 1%") && text(&html).contains("T40 61%"),
        "{html}"
    );
}

#[test]
fn points_are_called_points() {
    let html = state(State::Ready(fixture(
        r#"[{"type": "CC_VM_Backup", "usedUnits": 7, "usedCount": 1, "unitType": "Points"}]"#,
    )));
    assert!(text(&html).contains("In use 7 points 1 machine"), "{html}");
    assert!(!text(&html).contains("Instances"), "{html}");
}

#[test]
fn the_limit_is_told_in_words() {
    let drawn = |used: f64, limit: f64| {
        let row = format!(r#"[{{"type": "CC_VM_Backup", "usedInstances": {used}}}]"#);
        draw(Drawn {
            appearance: Appearance {
                limit: Some(Instances::try_from(limit).unwrap()),
                ..Appearance::default()
            },
            ..drawn(State::Ready(fixture(&row)))
        })
    };
    for (used, limit, words) in [
        (8.0, 100.0, "Within the limit: 8 of 100 instances"),
        (8.0, 10.01, "Within the limit: 8 of 10.01 instances"),
        (8.0, 10.0, "Near the limit: 8 of 10 instances"),
        (1.44, 1.8, "Near the limit: 1.44 of 1.8 instances"),
        (8.0, 8.0, "Near the limit: 8 of 8 instances"),
        (8.0, 7.99, "Over the limit: 8 of 7.99 instances"),
        (8.0, 0.5, "Over the limit: 8 of 0.5 instances"),
    ] {
        let html = drawn(used, limit);
        assert!(text(&html).contains(words), "{words}\n{html}");
        assert!(
            html.contains(&format!("aria-valuetext=\"{words}\"")),
            "{words}\n{html}"
        );
    }
    // With two decimals, as long as these say the same; and exactly for whoever asks.
    for (used, limit, words) in [
        (9.004, 10.001, "Near the limit: 9 of 10 instances"),
        (10.004, 10.001, "Over the limit: 10.004 of 10.001 instances"),
        (9.999, 10.0, "Near the limit: 9.999 of 10 instances"),
    ] {
        let html = drawn(used, limit);
        assert!(text(&html).contains(words), "{words}\n{html}");
        let (told, _) = words.split_once(':').unwrap();
        let exactly = format!("aria-valuetext=\"{told}: {used} of {limit} instances\"");
        assert!(html.contains(&exactly), "{exactly}\n{html}");
    }
    assert!(drawn(10.004, 10.001).contains("aria-label=\"In use 10.004; "));
}

#[test]
fn the_share_of_the_limit_is_told_as_far_as_it_tells_anything() {
    for (used, limit, share) in [
        (0.0, 100.0, Some("0% of the limit")),
        (0.01, 100.0, Some("&lt; 0.1% of the limit")),
        (9.0, 90_000.0, Some("&lt; 0.1% of the limit")),
        (99.999, 100.0, Some("99.9% of the limit")),
        (123.4, 100.0, Some("123.4% of the limit")),
        (0.7, 10.0, Some("7% of the limit")),
        (10.01, 10.0, Some("100.1% of the limit")),
        (1000.5, 1000.0, Some("100.1% of the limit")),
        (100.0, 100.0, Some("100% of the limit")),
        (999.0, 100.0, Some("999% of the limit")),
        (1000.0, 100.0, None),
    ] {
        let row = format!(r#"[{{"type": "CC_VM_Backup", "usedInstances": {used}}}]"#);
        let html = draw(Drawn {
            appearance: Appearance {
                limit: Some(Instances::try_from(limit).unwrap()),
                ..Appearance::default()
            },
            ..drawn(State::Ready(fixture(&row)))
        });
        match share {
            Some(share) => assert!(text(&html).contains(share), "{share}\n{html}"),
            None => assert!(!text(&html).contains("of the limit"), "{html}"),
        }
    }
}

#[test]
fn what_was_done_is_said_once() {
    for (said, words) in [
        (Said::Nothing, ""),
        (Said::Updated, "Updated 1795356131000 ms"),
        (Said::Copied, "The table is copied."),
        (
            Said::NotCopied,
            "The browser does not let the table be copied.",
        ),
    ] {
        let html = draw(Drawn {
            said,
            ..drawn(State::Ready(sample()))
        });
        assert!(
            html.contains(&format!("{words}</p><slot name=\"footer\">")),
            "{html}"
        );
        assert_eq!(html.matches("role=\"status\"").count(), 1, "{html}");
    }
    let html = state(State::Loading);
    assert!(
        html.contains("Loading license usage</p><slot name=\"footer\">"),
        "{html}"
    );
}

#[test]
fn an_empty_answer_is_said_to_be_empty() {
    let html = state(State::Ready(loaded(Usage::default())));
    assert!(
        html.contains("role=\"status\" data-kind=\"empty\""),
        "{html}"
    );
    assert!(!html.contains("part=\"table\"") && !html.contains("part=\"summary\""));
    assert!(html.contains("<time datetime="));
}

#[test]
fn old_numbers_stay_and_their_age_and_its_cause_are_told() {
    let failure = Failure {
        status: Some(503),
        ..ErrorKind::Server.into()
    };
    let html = state(State::Stale {
        loaded: sample(),
        failure,
    });
    assert!(
        html.contains("role=\"status\" data-kind=\"stale\" data-cause=\"server\""),
        "{html}"
    );
    assert!(text(&html).contains("(5 minutes ago)"), "{html}");
    assert!(text(&html).contains("Total 0 0 11 1.93"), "{html}");
    assert!(html.contains("part=\"retry-button\""));
}

#[test]
fn every_error_says_its_cause_and_the_next_step() {
    for (kind, words, retry) in [
        (
            ErrorKind::Config(ConfigProblem::NoTenant),
            "No company has been chosen",
            false,
        ),
        (
            ErrorKind::Config(ConfigProblem::Tenant),
            "ID is not valid",
            false,
        ),
        (
            ErrorKind::Config(ConfigProblem::Endpoint),
            "address of the API",
            false,
        ),
        (
            ErrorKind::Config(ConfigProblem::Token),
            "token cannot be sent",
            false,
        ),
        (ErrorKind::Offline, "offline", true),
        (ErrorKind::Unreachable, "could not be reached", true),
        (ErrorKind::Timeout, "in time", true),
        (ErrorKind::Unauthorized, "Sign in again", true),
        (ErrorKind::Forbidden, "Ask your provider", false),
        (ErrorKind::NotFound, "does not know", false),
        (ErrorKind::Throttled, "too many requests", true),
        (ErrorKind::Server, "Try again later", true),
        (ErrorKind::Http, "(status 418)", false),
        (
            ErrorKind::InvalidResponse,
            "cannot be shown safely|not a license usage",
            true,
        ),
    ] {
        let html = state(State::Failed(Failure {
            status: Some(418),
            ..kind.into()
        }));
        let said = words.split('|').any(|words| text(&html).contains(words));
        assert!(said, "{words}\n{html}");
        let role = format!("role=\"alert\" data-kind=\"{}\"", kind.as_str());
        assert!(html.contains(&role), "{role}\n{html}");
        assert_eq!(html.contains("part=\"retry-button\""), retry, "{html}");
        assert!(!html.contains("part=\"table\""));
    }
}

#[test]
fn the_servers_own_words_and_wish_are_passed_on() {
    let html = state(State::Failed(Failure {
        status: Some(429),
        retry_at: Some(Instant::from_millis(5.0)),
        server_words: Some("Slow <down>".to_owned()),
        ..ErrorKind::Throttled.into()
    }));
    assert!(html.contains("Slow &lt;down&gt;"), "{html}");
    assert!(text(&html).contains("wait until 5 ms"), "{html}");
}

#[test]
fn a_page_that_shows_the_error_itself_gets_no_notice() {
    let html = draw(Drawn {
        notice_withheld: true,
        ..drawn(State::Failed(ErrorKind::Unauthorized.into()))
    });
    assert!(!html.contains("part=\"notice\""), "{html}");
}

#[test]
fn loading_has_no_notice_and_no_numbers() {
    for waiting in [State::Idle, State::Loading] {
        let html = state(waiting);
        assert!(
            !html.contains("part=\"notice\"") && !html.contains("part=\"table\""),
            "{html}"
        );
        assert!(html.contains("aria-busy=\"true\""), "{html}");
    }
}

#[test]
fn titles_and_slots_are_the_pages_to_choose() {
    let html = draw(Drawn {
        state: State::Ready(sample()),
        appearance: Appearance {
            heading: Some("Licences".into()),
            heading_level: 4,
            tenant_name: Some("Birchgate".into()),
            locale: "de".into(),
            ..Appearance::default()
        },
        busy: true,
        notice_withheld: false,
        arrangement: Arrangement::default(),
        said: Said::default(),
    });
    assert!(
        html.contains("<h4 part=\"heading\" class=\"heading\">Licences</h4>"),
        "{html}"
    );
    assert!(
        html.contains("part=\"tenant\" class=\"tenant\">Birchgate<"),
        "{html}"
    );
    assert!(html.contains("<slot name=\"actions\">") && html.contains("<slot name=\"footer\">"));
    assert!(
        text(&html).contains("In Nutzung") && html.contains("lang=\"de\""),
        "{html}"
    );
    assert!(html.contains("aria-disabled=\"true\""), "{html}");
}

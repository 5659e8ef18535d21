//! Every state, drawn on the host: the texts, and the parts and attributes of the contract.
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
use licensing_card::card::{Appearance, Arrangement, Status, View};
use licensing_card::instant::Instant;
use licensing_card::loader::{Loaded, State};
use licensing_card::locale::Locale;
use licensing_card::usage::Usage;
use yew::prelude::*;

const FETCHED: f64 = 1_795_356_131_000.0;
const FOUR: &str = include_str!("../fixtures/3-four-types/cloudConnectUsage.json");

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
    status: Status,
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
        status: props.status,
        locale: &Locale::new(props.appearance.locale.as_deref().unwrap_or_default()),
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
        status: Status::default(),
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

/// The text between tags.
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
    for expected in [
        "Cloud Connect license usage In use 0 instances 0 machines",
        "Instances, machines below In use Rental New Protected",
        "Server backup 0 0 0.33 1 0 0 0.33 1",
        "Workstation backup 0 0 1.6 10 0 0 1.6 10",
        "Total 0 0 1.93 11 0 0 1.93 11",
    ] {
        assert!(words.contains(expected), "{expected}\n{words}");
    }
    assert!(
        html.contains("<time datetime=\"2026-11-22T14:02:11.000Z\">"),
        "{html}"
    );
    assert!(!html.contains("part=\"notice\"") && !html.contains("part=\"meter\""));
}

#[test]
fn every_cell_has_both_numbers_of_a_measure() {
    let html = state(State::Ready(fixture(FOUR)));
    assert_eq!(html.matches("<tr data-type=").count(), 4);
    for measure in ["rental", "new", "used", "total"] {
        for unit in ["count", "instances"] {
            let number = format!("data-measure=\"{measure}\" data-unit=\"{unit}\"");
            assert_eq!(html.matches(&number).count(), 5, "{number}");
        }
    }
    for part in [
        "<table part=\"table\"",
        "<caption",
        "<thead>",
        "<tbody",
        "<tfoot",
    ] {
        assert_eq!(html.matches(part).count(), 1, "{part}");
    }
    assert_eq!(html.matches("<th scope=\"row\"").count(), 5);
    assert_eq!(html.matches("<td").count(), 5 * 4);
    assert_eq!(html.matches("part=\"bar\"").count(), 4);
}

#[test]
fn a_bar_is_as_long_as_its_row_beside_the_largest() {
    let html = state(State::Ready(fixture(
        r#"[{"type": "A", "usedInstances": 3, "rentalInstances": 0.5, "newInstances": 0.5},
            {"type": "B", "newInstances": 1}, {"type": "C", "usedCount": 1}]"#,
    )));
    let lines: Vec<_> = html.split("<line ").skip(1).collect();
    let lines: Vec<_> = lines
        .iter()
        .filter_map(|line| line.split_once('>'))
        .collect();
    let lines: Vec<_> = lines.iter().map(|(attributes, _)| *attributes).collect();
    assert_eq!(
        lines,
        [
            "data-fill=\"used\" x1=\"0.0%\" x2=\"75.0%\"",
            "data-fill=\"rental\" x1=\"75.0%\" x2=\"87.5%\"",
            "data-fill=\"new\" x1=\"87.5%\" x2=\"100.0%\"",
            "data-fill=\"new\" x1=\"0.0%\" x2=\"25.0%\"",
        ]
    );
}

#[test]
fn a_card_of_four_types_is_small() {
    let html = draw(Drawn {
        appearance: Appearance {
            tenant_name: Some("Halden Ferries".into()),
            limit: Some(90.0),
            ..Appearance::default()
        },
        ..drawn(State::Ready(fixture(FOUR)))
    });
    let tags = html.split('<').skip(1).filter(|tag| !tag.starts_with('/'));
    let attributes = tags.clone().map(|tag| tag.matches("=\"").count());
    let counts = (tags.clone().count(), attributes.sum::<usize>());
    // With the element's own nodes, at most 150 and 300.
    assert!(counts.0 <= 145 && counts.1 <= 250, "{counts:?}");
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
    assert!(text(&html).contains("VM backup 1,234.57 3"), "{html}");
    for attribute in ["title", "aria-label"] {
        let exactly = format!("{attribute}=\"Exactly 1,234.56789 instances\"");
        // In use and protected, of the row and the total; and the summary's tooltip.
        assert!(html.matches(&exactly).count() >= 4, "{html}");
    }
    assert!(
        text(&html).contains("1,234.57 instances (Exactly 1,234.56789 instances)"),
        "{html}"
    );
}

#[test]
fn where_there_are_no_instances_there_are_no_bars() {
    let html = state(State::Ready(fixture(
        r#"[{"type": "CC_VM_Backup", "usedCount": 3}]"#,
    )));
    assert!(html.contains("part=\"table\"") && !html.contains("<line"));
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
                limit: Some(limit),
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
        let (level, _) = words.split_once(':').unwrap();
        let exactly = format!("aria-valuetext=\"{level}: {used} of {limit} instances\"");
        assert!(html.contains(&exactly), "{exactly}\n{html}");
    }
}

#[test]
fn the_level_has_the_share_of_the_limit_while_a_share_is_legible() {
    for (used, limit, words) in [
        (0.0, 100.0, "Within the limit 0% of 100 instances"),
        (0.01, 100.0, "Within the limit &lt; 0.1% of 100 instances"),
        (
            9.0,
            90_000.0,
            "Within the limit &lt; 0.1% of 90,000 instances",
        ),
        (99.999, 100.0, "Near the limit 99.9% of 100 instances"),
        (123.4, 100.0, "Over the limit 123.4% of 100 instances"),
        (0.7, 10.0, "Within the limit 7% of 10 instances"),
        (10.01, 10.0, "Over the limit 100.1% of 10 instances"),
        (1000.5, 1000.0, "Over the limit 100.1% of 1,000 instances"),
        (100.0, 100.0, "Near the limit 100% of 100 instances"),
        (999.0, 100.0, "Over the limit 999% of 100 instances"),
        (1000.0, 100.0, "Over the limit 1,000 of 100 instances"),
        (1.0, 0.001, "Over the limit 1 of 0.001 instances"),
    ] {
        let row = format!(r#"[{{"type": "CC_VM_Backup", "usedInstances": {used}}}]"#);
        let html = draw(Drawn {
            appearance: Appearance {
                limit: Some(limit),
                ..Appearance::default()
            },
            ..drawn(State::Ready(fixture(&row)))
        });
        assert!(text(&html).contains(words), "{words}\n{html}");
    }
}

#[test]
fn what_was_done_is_said_once() {
    for (status, words) in [
        (Status::Nothing, ""),
        (Status::Updated, "Updated 1795356131000 ms"),
        (Status::Copied, "Table copied."),
        (Status::NotCopied, "Your browser blocked copying."),
        (
            Status::NotDownloaded,
            "If no file appears, this page does not allow downloads. Copy the table instead.",
        ),
    ] {
        let html = draw(Drawn {
            status,
            ..drawn(State::Ready(sample()))
        });
        assert!(
            html.contains(&format!("\">{words}</p><div class=\"tools\">")),
            "{html}"
        );
        assert_eq!(html.matches("role=\"status\"").count(), 1, "{html}");
    }
    let html = state(State::Loading);
    assert!(
        html.contains("\">Loading license usage</p><div class=\"tools\">"),
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
    assert!(text(&html).contains("Total 0 0 1.93 11"), "{html}");
    let (_, notice) = html.split_once("part=\"notice\"").unwrap();
    assert!(
        notice
            .split("</div>")
            .next()
            .unwrap()
            .contains("part=\"retry-button\"")
    );
}

#[test]
fn every_error_says_its_cause_and_the_next_step() {
    for (kind, words, retry) in [
        (
            ErrorKind::Config(ConfigProblem::NoTenant),
            "No company is set",
            false,
        ),
        (
            ErrorKind::Config(ConfigProblem::Tenant),
            "ID is not valid",
            false,
        ),
        (
            ErrorKind::Config(ConfigProblem::Endpoint),
            "API's address cannot be used",
            false,
        ),
        (
            ErrorKind::Config(ConfigProblem::Token),
            "token cannot be sent",
            false,
        ),
        (ErrorKind::Offline, "offline", true),
        (ErrorKind::Unreachable, "cannot be reached", true),
        (ErrorKind::Timeout, "in time", true),
        (ErrorKind::Unauthorized, "Sign in again", true),
        (ErrorKind::Forbidden, "Ask your provider", false),
        (ErrorKind::NotFound, "does not know", false),
        (ErrorKind::Throttled, "too many requests", true),
        (ErrorKind::Server, "Try again later", true),
        (ErrorKind::Http, "status (418)", false),
        (ErrorKind::InvalidResponse, "no numbers are shown", true),
    ] {
        let html = state(State::Failed(Failure {
            status: Some(418),
            ..kind.into()
        }));
        let shown = text(&html).replace("&#x27;", "'");
        assert!(shown.contains(words), "{words}\n{html}");
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
    assert!(
        text(&html).contains("Next attempt possible after 5 ms."),
        "{html}"
    );
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
        let html = draw(Drawn {
            appearance: Appearance {
                limit: Some(90.0),
                ..Appearance::default()
            },
            ..drawn(waiting)
        });
        for part in [
            "notice", "table", "summary", "meter", "bar", "meaning", "updated",
        ] {
            assert!(
                !html.contains(&format!("part=\"{part}\"")),
                "{part}: {html}"
            );
        }
        assert!(!html.contains("data-measure") && !html.contains("data-type"));
        assert!(
            html.contains("aria-hidden=\"true\" aria-busy=\"true\""),
            "{html}"
        );
        // Four types, and a total.
        assert_eq!(html.matches("<th scope=\"row\"").count(), 5);
    }
}

#[test]
fn tools_are_there_where_they_can_do_something() {
    let tools = |state: State| {
        let html = draw(drawn(state));
        let (_, tools) = html.split_once("class=\"tools\"").unwrap();
        let buttons = tools.split("<slot name=\"actions\">").next().unwrap();
        (
            buttons.matches("<button").count(),
            buttons.matches("aria-disabled").count(),
        )
    };
    assert_eq!(tools(State::Ready(sample())), (4, 0));
    assert_eq!(tools(State::Loading), (4, 3));
    assert_eq!(tools(State::Ready(loaded(Usage::default()))), (1, 0));
    assert_eq!(tools(State::Failed(ErrorKind::Forbidden.into())), (1, 0));
}

#[test]
fn titles_and_slots_are_the_pages_to_choose() {
    let html = draw(Drawn {
        state: State::Ready(sample()),
        appearance: Appearance {
            heading: Some("Licences".into()),
            heading_level: 4.0,
            tenant_name: Some("Birchgate".into()),
            locale: Some("de".into()),
            ..Appearance::default()
        },
        busy: true,
        notice_withheld: false,
        arrangement: Arrangement::default(),
        status: Status::default(),
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

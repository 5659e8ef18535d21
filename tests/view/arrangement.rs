//! How the table is sorted, aligned, weighed and shortened, and the clipboard's text.

use licensing_card::card::{Arrangement, Column, Sort};
use licensing_card::loader::State;
use licensing_card::usage::Measure;
use yew::prelude::*;

use super::{Drawn, View, draw, drawn, fixture, state, text};

const FOUR: &str = include_str!("../../fixtures/3-four-types/cloudConnectUsage.json");

fn arranged(json: &str, arrangement: Arrangement) -> String {
    draw(Drawn {
        arrangement,
        ..drawn(State::Ready(fixture(json)))
    })
}

fn sorted(json: &str, column: Column, descending: bool) -> String {
    let sort = Some(Sort { column, descending });
    arranged(json, Arrangement { sort, all: false })
}

/// The types of the rows.
fn types(html: &str) -> Vec<&str> {
    let rows = html.split("<tr data-type=\"").skip(1);
    rows.filter_map(|row| row.split('"').next()).collect()
}

/// So many types, the first of which is the smallest.
fn rows(count: usize) -> String {
    let row = |at| format!(r#"{{"type": "T{at:02}", "usedInstances": {at}, "usedCount": 1}}"#);
    let rows: Vec<_> = (1..=count).map(row).collect();
    format!("[{}]", rows.join(","))
}

#[test]
fn every_column_sorts_both_ways_and_the_cards_own_order_is_the_first() {
    let (vm, replica, server, workstation) = (
        "CC_VM_Backup",
        "CC_VM_Replica",
        "CC_Server_Backup",
        "CC_Workstation_Backup",
    );
    let own = [vm, replica, server, workstation];
    assert_eq!(types(&state(State::Ready(fixture(FOUR)))), own);
    for (column, ascending) in [
        (Column::Workload, [server, vm, replica, workstation]),
        (
            Column::Measure(Measure::Used),
            [server, replica, workstation, vm],
        ),
        (
            Column::Measure(Measure::Rental),
            [replica, server, workstation, vm],
        ),
        (
            Column::Measure(Measure::New),
            [server, replica, workstation, vm],
        ),
        (
            Column::Measure(Measure::Total),
            [server, replica, workstation, vm],
        ),
    ] {
        for (descending, direction) in [(false, "ascending"), (true, "descending")] {
            let html = sorted(FOUR, column, descending);
            let mut expected = ascending;
            if descending {
                expected.reverse();
            }
            assert_eq!(types(&html), expected, "{column:?}");
            let mark = format!("aria-sort=\"{direction}\"");
            assert_eq!(html.matches(&mark).count(), 1, "{column:?}");
        }
    }
    assert!(!state(State::Ready(fixture(FOUR))).contains("aria-sort"));
}

#[test]
fn rows_of_equal_units_are_sorted_by_machines() {
    let json = r#"[{"type": "A", "usedCount": 2}, {"type": "B", "usedCount": 1}]"#;
    let html = sorted(json, Column::Measure(Measure::Used), false);
    assert_eq!(types(&html), ["B", "A"]);
}

#[test]
fn more_than_eight_rows_can_be_sorted() {
    let buttons = |count| {
        let html = state(State::Ready(fixture(&rows(count))));
        html.matches("part=\"sort-button\"").count()
    };
    assert_eq!((buttons(8), buttons(9)), (0, 5));
}

#[test]
fn beyond_fifty_rows_the_others_are_added_up_in_one() {
    let html = state(State::Ready(fixture(&rows(50))));
    assert_eq!(types(&html).len(), 50);
    assert!(!html.contains("data-rows"), "{html}");

    let html = state(State::Ready(fixture(&rows(53))));
    let shown = types(&html);
    // The largest, in the card's own order.
    assert_eq!(
        (shown.len(), shown.first(), shown.last()),
        (50, Some(&"T04"), Some(&"T53"))
    );
    let words = text(&html);
    // 1 + 2 + 3, so that the rows add up to the total.
    assert!(
        words.contains("3 other types 6 3 0 0 0 0 6 3 Total 1,431 53"),
        "{words}"
    );
    assert!(words.contains("Show all 53"), "{words}");

    let by_size = Sort {
        column: Column::Measure(Measure::Total),
        descending: true,
    };
    let html = arranged(
        &rows(53),
        Arrangement {
            sort: Some(by_size),
            all: false,
        },
    );
    assert_eq!(
        (types(&html).first(), types(&html).last()),
        (Some(&"T53"), Some(&"T04"))
    );

    let html = arranged(
        &rows(53),
        Arrangement {
            sort: None,
            all: true,
        },
    );
    assert_eq!(types(&html).len(), 53);
    assert!(!text(&html).contains("other types") && text(&html).contains("Show the largest only"));
}

#[test]
fn a_bar_says_the_share_and_the_weight_of_a_machine_as_exactly_as_possible() {
    for (row, words) in [
        (
            r#""usedInstances": 0.33, "usedCount": 1"#,
            "Protected 100%; Per machine 0.33",
        ),
        (
            r#""usedInstances": 1.6, "usedCount": 10, "rentalInstances": 0.32, "rentalCount": 2"#,
            "Protected 100%; Per machine 0.16",
        ),
        (
            r#""usedInstances": 1, "usedCount": 3"#,
            "Protected 100%; Per machine ≈ 0.33",
        ),
        (
            r#""usedInstances": 0.001, "usedCount": 1"#,
            "Protected 100%; Per machine 0.001",
        ),
        (
            r#""usedInstances": 0.01, "usedCount": 3"#,
            "Protected 100%; Per machine ≈ 0",
        ),
        // Old and new machines of one type that weigh otherwise.
        (
            r#""usedInstances": 2, "usedCount": 1, "newInstances": 1, "newCount": 1"#,
            "Protected 100%; Per machine ≈ 1.5",
        ),
        (r#""usedInstances": 3, "usedCount": 0"#, "Protected 100%"),
    ] {
        let html = state(State::Ready(fixture(&format!(
            r#"[{{"type": "T", {row}}}]"#
        ))));
        let label = format!("aria-label=\"{words}\"");
        let tooltip = format!("<th scope=\"row\" title=\"{words}\">");
        assert!(
            html.contains(&label) && html.contains(&tooltip),
            "{words}\n{html}"
        );
    }
}

#[test]
fn amounts_have_two_decimals_at_most_and_the_rest_is_at_hand() {
    let rows = |amount: &str, times: usize| {
        let row = |at| format!(r#"{{"type": "T{at}", "usedInstances": {amount}, "usedCount": 1}}"#);
        let rows: Vec<_> = (0..times).map(row).collect();
        state(State::Ready(fixture(&format!("[{}]", rows.join(",")))))
    };
    // Also where the rounded total is not the sum of the rounded rows.
    let html = rows("0.333333", 2);
    let words = text(&html);
    assert!(
        words.contains("T0 0.33 1") && words.contains("Total 0.67 2"),
        "{words}"
    );
    for exact in ["Exactly 0.333333", "Exactly 0.666666"] {
        assert!(html.contains(exact), "{html}");
    }
    let html = rows("0.331", 2);
    let words = text(&html);
    assert!(
        words.contains("T0 0.33 1") && words.contains("Total 0.66 2"),
        "{words}"
    );
    assert!(html.contains("Exactly 0.662"), "{html}");
    // The same within a row.
    let html = state(State::Ready(fixture(
        r#"[{"type": "T", "usedInstances": 0.004, "newInstances": 0.004}]"#,
    )));
    assert!(text(&html).contains("T 0 0 0 0 0 0 0.01 0"), "{html}");
    for exact in ["Exactly 0.004", "Exactly 0.008"] {
        assert!(html.contains(exact), "{html}");
    }
}

#[test]
fn amounts_keep_room_for_the_decimals_they_lack() {
    let html = state(State::Ready(fixture(
        r#"[{"type": "T", "usedInstances": 12.25, "rentalInstances": 0.5, "newInstances": 3}]"#,
    )));
    for (number, room) in [
        ("12.25", ""),
        ("0.5", " data-room=\"1\""),
        ("3", " data-room=\".11\""),
    ] {
        let cell = format!(" data-unit=\"instances\"{room}>{number}</b><small");
        assert_eq!(html.matches(&cell).count(), 2, "{number}: {html}");
    }
    // Nothing to align.
    let html = state(State::Ready(fixture(
        r#"[{"type": "T", "usedInstances": 3}]"#,
    )));
    assert!(
        html.contains(" data-unit=\"instances\">3</b><small"),
        "{html}"
    );
}

#[component]
fn Cells() -> Html {
    let loaded = fixture(
        r#"[{"type": "=1+1", "usedInstances": 1234.5, "usedCount": 1200},
            {"type": "\"quoted\"", "newInstances": 2, "newCount": 1},
            {"type": "two\tcells\nand lines", "rentalInstances": 0.333333, "rentalCount": 1}]"#,
    );
    let props = drawn(State::Idle);
    let locale = licensing_card::locale::Locale::new("en");
    let view = View {
        state: &props.state,
        busy: false,
        notice_withheld: false,
        resource: licensing_card::api::Resource::CloudConnectUsage,
        appearance: &props.appearance,
        arrangement: props.arrangement,
        status: props.status,
        locale: &locale,
        now: licensing_card::instant::Instant::EPOCH,
        actions: &Html::default(),
        footer: &Html::default(),
        node: &NodeRef::default(),
    };
    let cells = view.as_cells(&loaded.usage);
    html! { <pre>{ cells }</pre> }
}

#[test]
fn the_clipboard_gets_rows_and_cells_with_exact_ungrouped_numbers_and_no_formula() {
    let renderer = yew::LocalServerRenderer::<Cells>::new().hydratable(false);
    let html = futures_executor::block_on(renderer.render());
    let cells = html.trim_start_matches("<pre>").trim_end_matches("</pre>");
    let lines: Vec<_> = cells.split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "Workload\tIn use: Machines\tIn use: Instances\tRental: Machines\tRental: Instances\
             \tNew: Machines\tNew: Instances\tProtected: Machines\tProtected: Instances\
             \tProtected: %\tPer machine",
            "\"\"\"quoted\"\"\"\t0\t0\t0\t0\t1\t2\t1\t2\t0.2\t2",
            "'=1+1\t1200\t1234.5\t0\t0\t0\t0\t1200\t1234.5\t99.8\t1.02875",
            "two cells and lines\t0\t0\t1\t0.333333\t0\t0\t1\t0.333333\t0\t0.333333",
            "Total\t1200\t1234.5\t1\t0.333333\t1\t2\t1202\t1236.833333\t100\t1.028979",
        ]
    );
}

//! How the table is sorted, aligned and weighed, and what leaves by the clipboard.

use licensing_card::card::{Arrangement, Column, Sort};
use licensing_card::loader::State;
use licensing_card::usage::Measure;
use yew::prelude::*;

use super::{Drawn, View, draw, drawn, fixture, state, text};

const FOUR: &str = include_str!("../../fixtures/3-four-types/cloudConnectUsage.json");

fn sorted(json: &str, column: Column, descending: bool) -> String {
    draw(Drawn {
        arrangement: Arrangement {
            sort: Some(Sort { column, descending }),
            ..Arrangement::default()
        },
        ..drawn(State::Ready(fixture(json)))
    })
}

/// The types of the rows, without what they have in common.
fn types(html: &str) -> Vec<&str> {
    let rows = html.split("<tr data-type=\"CC_").skip(1);
    rows.filter_map(|row| row.split('"').next()).collect()
}

#[test]
fn every_column_sorts_both_ways_and_the_cards_own_order_is_the_first() {
    let (vm, replica, server, workstation) = (
        "VM_Backup",
        "VM_Replica",
        "Server_Backup",
        "Workstation_Backup",
    );
    let own = [vm, replica, server, workstation];
    assert_eq!(types(&state(State::Ready(fixture(FOUR)))), own);
    for (column, ascending) in [
        (Column::Workload, [server, vm, replica, workstation]),
        (
            Column::Count(Measure::Used),
            [replica, server, vm, workstation],
        ),
        (
            Column::Instances(Measure::Used),
            [server, replica, workstation, vm],
        ),
        (
            Column::Count(Measure::Rental),
            [replica, server, vm, workstation],
        ),
        (
            Column::Instances(Measure::Rental),
            [replica, server, workstation, vm],
        ),
        (
            Column::Count(Measure::New),
            [replica, server, vm, workstation],
        ),
        (
            Column::Instances(Measure::New),
            [server, replica, workstation, vm],
        ),
        (
            Column::Count(Measure::Total),
            [replica, server, vm, workstation],
        ),
        (
            Column::Instances(Measure::Total),
            [server, replica, workstation, vm],
        ),
    ] {
        let html = sorted(FOUR, column, false);
        assert_eq!(types(&html), ascending, "{column:?}");
        assert_eq!(
            html.matches("aria-sort=\"ascending\"").count(),
            1,
            "{column:?}"
        );
        let mut descending = ascending;
        descending.reverse();
        let html = sorted(FOUR, column, true);
        assert_eq!(types(&html), descending, "{column:?}");
        assert_eq!(
            html.matches("aria-sort=\"descending\"").count(),
            1,
            "{column:?}"
        );
    }
    // The two of one weight stay in the card's own order, whichever way the others go.
    assert_eq!(
        types(&sorted(FOUR, Column::Weight, false)),
        [workstation, server, vm, replica]
    );
    assert_eq!(
        types(&sorted(FOUR, Column::Weight, true)),
        [vm, replica, server, workstation]
    );
    assert!(!state(State::Ready(fixture(FOUR))).contains("aria-sort"));
}

#[test]
fn what_a_narrow_table_is_sorted_by_stays_in_sight_when_it_shows_the_other_unit() {
    let by = |column| {
        Some(Sort {
            column,
            descending: true,
        })
    };
    for (column, machines, instances) in [
        (
            Column::Count(Measure::New),
            Column::Count(Measure::New),
            Column::Instances(Measure::New),
        ),
        (
            Column::Instances(Measure::Used),
            Column::Count(Measure::Used),
            Column::Instances(Measure::Used),
        ),
        (Column::Workload, Column::Workload, Column::Workload),
        (Column::Weight, Column::Weight, Column::Weight),
    ] {
        let mut arrangement = Arrangement {
            sort: by(column),
            ..Arrangement::default()
        };
        arrangement.show_machines(true);
        assert_eq!(
            (arrangement.sort, arrangement.machines),
            (by(machines), true)
        );
        arrangement.show_machines(false);
        assert_eq!(
            (arrangement.sort, arrangement.machines),
            (by(instances), false)
        );
    }
}

#[test]
fn a_weight_is_told_where_it_can_be_and_as_exactly_as_it_can_be() {
    for (row, weight) in [
        (r#""usedInstances": 0.33, "usedCount": 1"#, "0.33"),
        (
            r#""usedInstances": 1.6, "usedCount": 10, "rentalInstances": 0.32, "rentalCount": 2"#,
            "0.16",
        ),
        (r#""usedInstances": 1, "usedCount": 3"#, "≈ 0.33"),
        (r#""usedInstances": 0.001, "usedCount": 1"#, "0.001"),
        (r#""usedInstances": 0.01, "usedCount": 3"#, "≈ 0"),
        // Old and new machines of one type that weigh otherwise.
        (
            r#""usedInstances": 2, "usedCount": 1, "newInstances": 1, "newCount": 1"#,
            "≈ 1.5",
        ),
        (r#""usedInstances": 3, "usedCount": 0"#, ""),
    ] {
        let html = state(State::Ready(fixture(&format!(
            r#"[{{"type": "T", {row}}}]"#
        ))));
        let (_, cell) = html
            .split_once("<td data-measure=\"total\" data-unit=\"weight\"")
            .unwrap();
        let (cell, _) = cell.split_once("</td>").unwrap();
        assert_eq!(cell.split_once('>').unwrap().1, weight, "{row}");
    }
}

#[test]
fn totals_never_look_wrong_by_rounding() {
    let rows = |amount: &str, times: usize| {
        let row = |at| format!(r#"{{"type": "T{at}", "usedInstances": {amount}, "usedCount": 1}}"#);
        let rows: Vec<_> = (0..times).map(row).collect();
        text(&state(State::Ready(fixture(&format!(
            "[{}]",
            rows.join(",")
        )))))
    };
    // 0.33 + 0.33 is 0.66 and 0.67 was meant, so every amount is shown in full.
    let words = rows("0.333333", 2);
    assert!(
        words.contains("T0 1 0.333333") && words.contains("Total 2 0.666666"),
        "{words}"
    );
    assert!(!words.contains("Exactly"), "{words}");
    // Here two decimals add up.
    let words = rows("0.331", 2);
    assert!(
        words.contains("T0 1 0.33 ") && words.contains("Total 2 0.66 "),
        "{words}"
    );
    assert!(words.contains("Exactly 0.662"), "{words}");
    // The same within a row.
    let html = state(State::Ready(fixture(
        r#"[{"type": "T", "usedInstances": 0.004, "newInstances": 0.004}]"#,
    )));
    assert!(
        text(&html).contains("T 0 0.004 0 0 0 0.004 0 0.008"),
        "{html}"
    );
}

#[test]
fn cells_say_how_many_decimals_they_have_for_the_alignment() {
    let html = state(State::Ready(fixture(FOUR)));
    assert!(html.contains("data-decimals=\"2\"") && html.contains("data-decimals=\"1\""));
    let (_, table) = html.split_once("<table").unwrap();
    let (attributes, _) = table.split_once('>').unwrap();
    assert!(attributes.contains("data-decimals=\"2\""), "{attributes}");
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
        said: props.said,
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
    let lines: Vec<Vec<&str>> = cells
        .split("\r\n")
        .map(|line| line.split('\t').collect())
        .collect();
    assert_eq!(
        lines,
        [
            vec![
                "Workload",
                "In use: Machines",
                "In use: Instances",
                "Rental: Machines",
                "Rental: Instances",
                "New: Machines",
                "New: Instances",
                "Protected: Machines",
                "Protected: Instances",
            ],
            vec!["\"\"\"quoted\"\"\"", "0", "0", "0", "0", "1", "2", "1", "2"],
            vec![
                "'=1+1", "1200", "1234.5", "0", "0", "0", "0", "1200", "1234.5"
            ],
            vec![
                "two cells and lines",
                "0",
                "0",
                "1",
                "0.333333",
                "0",
                "0",
                "1",
                "0.333333"
            ],
            vec![
                "Total",
                "1200",
                "1234.5",
                "1",
                "0.333333",
                "1",
                "2",
                "1202",
                "1236.833333"
            ],
        ]
    );
}

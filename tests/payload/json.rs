//! The JSON itself: accepted, refused and read as a browser would.

use super::served::usage;
use super::total;

#[test]
fn only_json_is_read() {
    for text in [
        "",
        " ",
        "[",
        "]",
        "[}",
        "[]]",
        "[] x",
        "[],",
        "[,]",
        r#"[{"usedCount":1},]"#,
        r#"[{"usedCount":1,}]"#,
        r#"[{"usedCount":1 "x":2}]"#,
        r#"[{"usedCount" 1}]"#,
        "[{usedCount:1}]",
        "[{'usedCount':1}]",
        r#"[{"usedCount":01}]"#,
        r#"[{"usedCount":+1}]"#,
        r#"[{"usedCount":1.}]"#,
        r#"[{"usedCount":.1}]"#,
        r#"[{"usedCount":1e}]"#,
        r#"[{"usedCount":-}]"#,
        r#"[{"usedCount":0x1}]"#,
        r#"[{"usedCount":NaN}]"#,
        r#"[{"usedCount":Infinity}]"#,
        r#"[{"usedCount":1,"x":tru}]"#,
        r#"[{"usedCount":1,"x":nulll}]"#,
        r#"[{"usedCount":1,"x":[{"y":"z]}]}]"#,
        r#"[{"usedCount":1,"x":"\x"}]"#,
        r#"[{"usedCount":1,"x":"\u12g4"}]"#,
        "[{\"usedCount\":1,\"x\":\"a\nb\"}]",
        "[{\"usedCount\":1,\"x\":\"a\0b\"}]",
        "[{\"usedCount\":1}]\0",
        "\0[]",
        "[] // comment",
        "\u{feff}\u{feff}[]",
        "[\u{a0}]",
        "<html></html>",
    ] {
        let invalid = usage(&text).unwrap_err().to_string();
        let is_at_a_byte = invalid.starts_with("byte ") && invalid.ends_with(": not JSON");
        assert!(is_at_a_byte, "{text}: {invalid}");
    }
}

#[test]
fn what_a_browser_accepts_is_read_alike() {
    for (text, expected) in [
        ("\u{feff}[]", "0 0"),
        (" \t\r\n[ \n] ", "0 0"),
        ("[{\"usedCount\" :\n1 , \"x\" : [ ] }]", "1 0"),
        (r#"[{"usedCount":1.0e1,"usedInstances":16E-1}]"#, "10 1.6"),
        // A member that is there twice is the last one, whatever the first was.
        (r#"[{"usedCount":1,"usedCount":2}]"#, "2 0"),
        (r#"[{"usedCount":-1,"usedCount":2}]"#, "2 0"),
        (r#"[{"usedCount":2,"usedCount":null,"newCount":1}]"#, "1 0"),
        (
            r#"{"data":[{"usedCount":-1}],"data":[{"usedCount":2}]}"#,
            "2 0",
        ),
        (r#"{"data":[{"usedCount":1}],"data":null}"#, "0 0"),
        (
            r#"{"errors":[1],"errors":null,"data":[{"usedCount":1}]}"#,
            "1 0",
        ),
        (
            r#"{"meta":{"pagingInfo":{"total":9}},"data":[{"usedCount":1}],"meta":{}}"#,
            "1 0",
        ),
        // A name may be written with escapes.
        (r#"[{"\u0075sed\u0043ount":1}]"#, "1 0"),
        (r#"{"d\u0061ta":[{"usedCount":1}]}"#, "1 0"),
        (r#"[{"used\u0000Count":5,"usedCount":1}]"#, "1 0"),
    ] {
        assert_eq!(total(&usage(&text).unwrap()), expected, "{text}");
    }
}

#[test]
fn texts_are_those_that_a_browser_makes() {
    for (text, kind) in [
        (&br#"[{"type":"\ud83d\udd11","usedCount":1}]"#[..], "🔑"),
        (br#"[{"type":"\ud83d!","usedCount":1}]"#, "\u{fffd}!"),
        (
            b"[{\"type\":\"a\xffb\xe2\x82\",\"usedCount\":1}]",
            "a\u{fffd}b\u{fffd}",
        ),
        (
            br#"[{"type":"\u0043C_VM_Backup","usedCount":1}]"#,
            "CC_VM_Backup",
        ),
    ] {
        let usage = licensing_card::api::read(text, &super::served::V2).unwrap();
        assert_eq!(usage.workloads()[0].kind.as_str(), kind);
    }
}

#[test]
fn depth_and_size_are_limited() {
    let nested = |depth: usize| {
        let (open, close) = ("[".repeat(depth - 2), "]".repeat(depth - 2));
        format!(r#"[{{"usedCount":1,"x":{open}{close}}}]"#)
    };
    assert_eq!(total(&usage(&nested(64)).unwrap()), "1 0");
    assert_eq!(
        usage(&nested(65)).unwrap_err().to_string(),
        "nested deeper than 64 levels"
    );
    assert!(usage(&"[".repeat(1 << 20)).is_err());
    let padded = |bytes: usize| format!("[{}]", " ".repeat(bytes - 2));
    assert!(usage(&padded(16 << 20)).is_ok());
    assert_eq!(
        usage(&padded((16 << 20) + 1)).unwrap_err().to_string(),
        "longer than 16 MiB"
    );
}

//! Folders of recorded payloads: refused with the place of the fault, or warned of.

use std::fs;
use std::io::Read;
use std::path::PathBuf;
use std::process::Stdio;

use crate::program::{Ready, console, run};

type File<'a> = (&'a str, &'a [u8]);

const ONE: &[u8] = br#"[{"id":1,"uid":"00000000-0000-4000-8000-000000000001","name":"One"}]"#;

/// A folder of recorded payloads, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn with(name: &str, files: &[File]) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("1")).unwrap();
        for (file, content) in files {
            fs::write(folder.join(file), content).unwrap();
        }
        Self(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn payloads_that_cannot_be_served_are_refused_with_their_place() {
    const TWICE: &[u8] = br#"[{"id":1,"uid":"00000000-0000-4000-8000-000000000001","name":"One"},
        {"id":1,"uid":"00000000-0000-4000-8000-000000000002","name":"Two"}]"#;
    let list = "tenants.json";
    let usage = "1/cloudConnectUsage.json";
    let organizations = "1/organizations.json";
    let cases: [(&str, &[File], &str); 12] = [
        (
            "no-organizations",
            &[(list, ONE), (organizations, b"{}")],
            "organizations.json, line 1, column 0: invalid type",
        ),
        (
            "unknown-field",
            &[(list, ONE), (organizations, b"[\n {\"uid\": 1}]")],
            "organizations.json, line 2, column 7: unknown field",
        ),
        (
            "another-company",
            &[
                (list, ONE),
                (
                    organizations,
                    br#"[{"organizationUid":"00000000-0000-4000-8000-000000000002"}]"#,
                ),
            ],
            "organizations.json: 00000000-0000-4000-8000-000000000002 is not the uid",
        ),
        ("no-list", &[], "tenants.json: there is no such file"),
        (
            "bad-list",
            &[(list, b"[\n{\"id\": 1},]")],
            "tenants.json, line 2, column 11: trailing",
        ),
        (
            "no-uid",
            &[(list, b"[{\"id\": 1}]")],
            "tenants.json, line 1, column 10: missing field",
        ),
        (
            "bad-uid",
            &[(list, br#"[{"id":1,"uid":"1","name":"One"}]"#)],
            "not a UUID",
        ),
        (
            "twice",
            &[(list, TWICE)],
            "tenants.json: company 1 has the id or the uid",
        ),
        (
            "trailing-comma",
            &[(list, ONE), (usage, b"[\n  {},\n]\n")],
            "cloudConnectUsage.json, line 3, column 1: trailing comma",
        ),
        (
            "no-json",
            &[(list, ONE), (usage, b"<html>")],
            "line 1, column 1: expected value",
        ),
        (
            "empty",
            &[(list, ONE), (usage, b"")],
            "line 1, column 0: EOF",
        ),
        (
            "not-text",
            &[(list, ONE), (usage, b"[\n \"\xff\"]")],
            "line 2, column 3: this byte",
        ),
    ];
    for (name, files, reason) in cases {
        let folder = Folder::with(name, files);
        let output = run(&["--data", folder.0.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(reason), "{name}: {message}");
        assert_eq!(message.lines().count(), 1, "{message}");
    }
}

#[test]
fn a_payload_that_cannot_be_read_is_named() {
    let folder = Folder::with("unreadable", &[("tenants.json", ONE)]);
    fs::create_dir(folder.0.join("1/cloudConnectUsage.json")).unwrap();
    let output = run(&["--data", folder.0.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(
        message.contains("cloudConnectUsage.json: cannot be read: "),
        "{message}"
    );
}

#[test]
fn what_will_never_be_served_is_warned_of() {
    let files: [File; 5] = [
        ("tenants.json", ONE),
        ("README.md", b""),
        (".ignored", b""),
        ("1/cloudconnectusage.json", b"[]"),
        ("notes.txt", b""),
    ];
    let folder = Folder::with("strays", &files);
    let mut command = console();
    command
        .args(["--data", folder.0.to_str().unwrap()])
        .stderr(Stdio::piped());
    let mut ready = Ready::start(&mut command);
    let mut errors = ready.child.stderr.take().unwrap();
    let _ = ready.child.kill();
    let mut warnings = String::new();
    errors.read_to_string(&mut warnings).unwrap();
    assert_eq!(warnings.lines().count(), 2, "{warnings}");
    for name in [
        "cloudconnectusage.json is not served",
        "notes.txt is not served",
    ] {
        assert!(warnings.contains(name), "{warnings}");
    }
}

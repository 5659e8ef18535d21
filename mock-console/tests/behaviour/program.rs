//! The program itself: flags, messages, exit codes, signals.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Output, Stdio};

const PORTS: [&str; 3] = ["--https-port", "--http-port", "--v3-https-port"];

pub(crate) fn console() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mock-console"));
    command.stdin(Stdio::null());
    command
}

pub(crate) fn run(flags: &[&str]) -> Output {
    console().args(flags).output().unwrap()
}

/// A console that is ready, with its output.
pub(crate) struct Ready {
    pub(crate) child: Child,
    lines: Vec<String>,
}

impl Ready {
    pub(crate) fn start(command: &mut Command) -> Self {
        let free = PORTS.iter().flat_map(|flag| [flag, "0"]);
        let mut child = command.args(free).stdout(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let lines: Vec<String> = output.lines().map(Result::unwrap).take(4).collect();
        Self { child, lines }
    }

    fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args([signal, &id])
                .status()
                .unwrap()
                .success()
        );
    }
}

impl Drop for Ready {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_says_where_it_listens_and_that_it_is_ready() {
    let folder = std::env::temp_dir();
    let ready = Ready::start(console().current_dir(folder));
    for (line, prefix) in ready.lines.iter().zip([
        "https://127.0.0.1:",
        "http://127.0.0.1:",
        "https://127.0.0.1:",
    ]) {
        let port: u16 = line.strip_prefix(prefix).unwrap().parse().unwrap();
        assert_ne!(port, 0);
    }
    assert_eq!(ready.lines[3], "ready");
}

#[cfg(unix)]
#[test]
fn it_stops_cleanly_when_told_to() {
    for signal in ["-INT", "-TERM"] {
        let mut ready = Ready::start(&mut console());
        ready.signal(signal);
        assert_eq!(ready.child.wait().unwrap().code(), Some(0), "{signal}");
    }
}

#[test]
fn a_taken_port_is_one_sentence_and_exit_code_1() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    for flag in PORTS {
        let others = PORTS.into_iter().filter(|other| *other != flag);
        let mut flags: Vec<&str> = others.flat_map(|other| [other, "0"]).collect();
        flags.extend([flag, &port]);
        let output = run(&flags);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(output.stdout, b"");
        let sentence = format!(
            "mock-console: port {port} is taken: stop what uses it, or choose another with {flag}\n"
        );
        assert_eq!(String::from_utf8(output.stderr).unwrap(), sentence);
    }
}

#[test]
fn a_bad_flag_is_named_and_exit_code_2() {
    let cases: [&[&str]; 16] = [
        &["--port", "1"],
        &["--http-port", "65536"],
        &["--http-port", "x"],
        &["--v3-https-port", "65536"],
        &["--v3-version", "3"],
        &["--v3-version", "2.1"],
        &["--companies", "100001"],
        &["--companies", "x"],
        &["--token-lifetime", "0"],
        &["--token-lifetime", "31536001"],
        &["--cors", "*"],
        &["--cors", "localhost:8080"],
        &["--cors", "http://localhost:8080/"],
        &["--cors", "ftp://localhost"],
        &["--cors", "http://user@localhost"],
        &["--data"],
    ];
    for flags in cases {
        let output = run(flags);
        assert_eq!(output.status.code(), Some(2), "{flags:?}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(flags[0]), "{flags:?}: {message}");
    }
}

#[test]
fn a_file_without_faults_is_named_and_exit_code_1() {
    let folder = std::env::temp_dir();
    for (name, text) in [
        ("none", None),
        ("text", Some("503")),
        ("unknown", Some(r#"{ "2": { "state": 503 } }"#)),
    ] {
        let file = folder.join(format!("{name}-{}.json", std::process::id()));
        if let Some(text) = text {
            std::fs::write(&file, text).unwrap();
        }
        let output = run(&["--faults", file.to_str().unwrap()]);
        let _ = std::fs::remove_file(&file);
        assert_eq!(output.status.code(), Some(1), "{name}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(file.to_str().unwrap()), "{message}");
        assert_eq!(message.lines().count(), 1, "{message}");
    }
}

#[test]
fn help_names_every_flag() {
    let output = run(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    let help = String::from_utf8(output.stdout).unwrap();
    for flag in [
        "https-port",
        "v3-https-port",
        "http-port",
        "username",
        "password",
        "token-lifetime",
        "v3-version",
        "api-key",
        "companies",
        "cors",
        "data",
        "faults",
    ] {
        assert!(help.contains(&format!("--{flag} <")), "{flag}");
    }
}

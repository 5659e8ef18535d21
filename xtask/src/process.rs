//! Running other programs: a program that fails becomes one sentence, below its output.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// A logged program's output, and whether it succeeded.
pub(crate) struct Logged {
    pub(crate) text: String,
    pub(crate) success: bool,
}

/// How many lines of a failed program's output are shown.
const TAIL: usize = 80;

impl Logged {
    /// Prints the end of the output, where programs report failures.
    pub(crate) fn show_tail(&self) {
        let lines: Vec<_> = self.text.lines().collect();
        let skipped = lines.len().saturating_sub(TAIL);
        if skipped > 0 {
            println!("({skipped} lines before these)");
        }
        for line in lines.iter().skip(skipped) {
            println!("{line}");
        }
    }
}

/// Runs a program with its output on the terminal.
pub(crate) fn show(command: &mut Command, purpose: &str) -> Result<()> {
    let status = command
        .status()
        .with_context(|| cannot_start(command, purpose))?;
    if !status.success() {
        bail!("{purpose} failed ({} ended with {status})", name(command));
    }
    Ok(())
}

/// Runs a program for its standard output; shows its errors only if it fails.
pub(crate) fn read(command: &mut Command, purpose: &str) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| cannot_start(command, purpose))?;
    if !output.status.success() {
        io::stderr().write_all(&output.stdout)?;
        io::stderr().write_all(&output.stderr)?;
        bail!(
            "{purpose} failed ({} ended with {})",
            name(command),
            output.status
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The output of a running program.
pub(crate) enum Sign<'a> {
    Line(&'a str),
    /// Nothing for a second.
    Silence,
}

/// Runs a program with its output, both streams in order, appended to a log file. `on_sign` is
/// called for every line as it comes, and while none comes.
pub(crate) fn log(
    command: &mut Command,
    log: &Path,
    mut on_sign: impl FnMut(Sign),
) -> Result<Logged> {
    let mut file = append_to(log)?;
    let (reader, writer) = io::pipe().context("no pipe to be had")?;
    command
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    let mut child = command
        .spawn()
        .with_context(|| cannot_start(command, "a step"))?;
    // The command holds the pipe's writing end; reading ends only once that is closed too.
    command.stdout(Stdio::null()).stderr(Stdio::null());

    let lines = lines(reader);
    let mut text = String::new();
    loop {
        match lines.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => {
                writeln!(file, "{line}")?;
                on_sign(Sign::Line(&line));
                text.push_str(&line);
                text.push('\n');
            }
            Err(RecvTimeoutError::Timeout) => on_sign(Sign::Silence),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    let success = child.wait()?.success();
    Ok(Logged { text, success })
}

/// The lines that come out of a pipe, read on a thread of their own so that waiting can time out.
fn lines(pipe: io::PipeReader) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(io::Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end().to_owned();
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    receiver
}

fn append_to(log: &Path) -> Result<File> {
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let file = File::options().create(true).append(true).open(log);
    file.with_context(|| format!("cannot write {}", log.display()))
}

fn cannot_start(command: &Command, purpose: &str) -> String {
    format!("{purpose} failed: cannot start {}", name(command))
}

fn name(command: &Command) -> String {
    Path::new(command.get_program())
        .file_name()
        .unwrap_or_else(|| command.get_program())
        .to_string_lossy()
        .into_owned()
}

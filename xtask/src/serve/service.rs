//! A service: a program that runs until it is stopped, together with everything it started.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, PipeReader, pipe};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// How long a service may take to stop.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long the last lines of a program that has ended may take to arrive.
const LAST_LINES: Duration = Duration::from_millis(500);

/// How many of the last lines are kept.
const KEPT: usize = 20;

/// A running program; dropping it stops it.
pub(super) struct Service {
    name: &'static str,
    child: Child,
    printed: Arc<Mutex<Printed>>,
    ready_line: Option<&'static str>,
}

/// A service's output so far.
#[derive(Default)]
struct Printed {
    last: VecDeque<String>,
    ready: bool,
    complete: bool,
}

impl Service {
    /// Starts a service. With `ready_line`, it is ready once it has printed that line.
    pub(super) fn start(
        name: &'static str,
        mut command: Command,
        ready_line: Option<&'static str>,
    ) -> Result<Self> {
        // A group of its own: Ctrl-C on the terminal reaches this program alone, and a signal to
        // the group reaches the programs that the service started.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let (reader, writer) = pipe().context("cannot make a pipe")?;
        command
            .stdin(Stdio::null())
            .stdout(writer.try_clone()?)
            .stderr(writer);
        let child = command
            .spawn()
            .with_context(|| format!("cannot start {name}"))?;
        let printed = Arc::new(Mutex::new(Printed::default()));
        let shared = Arc::clone(&printed);
        thread::spawn(move || pass_on(name, reader, ready_line, &shared));
        Ok(Self {
            name,
            child,
            printed,
            ready_line,
        })
    }

    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// Whether it has printed its ready line.
    pub(super) fn is_ready(&mut self) -> bool {
        self.ready_line.is_none() || locked(&self.printed).ready
    }

    /// How it ended, if it has.
    pub(super) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child
            .try_wait()
            .with_context(|| format!("cannot look after {}", self.name))
    }

    /// The last lines that it printed; for a service that has ended.
    pub(super) fn last_lines(&self) -> Vec<String> {
        let ended = Instant::now();
        // A program that it started may still hold the pipe, so the wait is bounded.
        while !locked(&self.printed).complete && ended.elapsed() < LAST_LINES {
            thread::sleep(Duration::from_millis(10));
        }
        locked(&self.printed).last.iter().cloned().collect()
    }
}

/// Prints each line under the service's name, and keeps the last ones.
fn pass_on(name: &str, reader: PipeReader, ready_line: Option<&str>, printed: &Mutex<Printed>) {
    for line in BufReader::new(reader).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        println!("{name}: {line}");
        let mut printed = locked(printed);
        printed.ready |= ready_line == Some(line.as_str());
        if printed.last.len() == KEPT {
            printed.last.pop_front();
        }
        printed.last.push_back(line);
    }
    locked(printed).complete = true;
}

/// A thread that panicked leaves lines that can still be shown.
fn locked(printed: &Mutex<Printed>) -> std::sync::MutexGuard<'_, Printed> {
    printed.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Service {
    fn drop(&mut self) {
        signal(&mut self.child, Urgency::Please);
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
        signal(&mut self.child, Urgency::Now);
        let _ = self.child.wait();
    }
}

#[derive(Clone, Copy)]
enum Urgency {
    Please,
    Now,
}

/// Signals the whole group; that it may be gone already is no error.
#[cfg(unix)]
fn signal(child: &mut Child, urgency: Urgency) {
    use nix::sys::signal::{Signal, killpg};
    use nix::unistd::Pid;
    let signal = match urgency {
        Urgency::Please => Signal::SIGTERM,
        Urgency::Now => Signal::SIGKILL,
    };
    if let Ok(group) = i32::try_from(child.id()) {
        let _ = killpg(Pid::from_raw(group), signal);
    }
}

#[cfg(not(unix))]
fn signal(child: &mut Child, _: Urgency) {
    let _ = child.kill();
}

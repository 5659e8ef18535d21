//! A service: a program that runs until it is told to stop, with everything it started.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// How long a service may take to stop when asked.
const PATIENCE: Duration = Duration::from_secs(3);

/// A running program; dropping it stops it.
pub(super) struct Service {
    name: &'static str,
    child: Child,
    ready: Arc<AtomicBool>,
}

impl Service {
    /// Starts a service. With `ready_line`, it is ready once it has printed that line.
    pub(super) fn start(
        name: &'static str,
        mut command: Command,
        ready_line: Option<&'static str>,
    ) -> Result<Self> {
        // A group of its own: Ctrl-C on the terminal comes to us alone, and stopping it reaches
        // the programs that it started.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.stdin(Stdio::null());
        if ready_line.is_some() {
            command.stdout(Stdio::piped());
        }
        let mut child = command
            .spawn()
            .with_context(|| format!("cannot start {name}"))?;
        let ready = Arc::new(AtomicBool::new(ready_line.is_none()));
        if let (Some(output), Some(ready_line)) = (child.stdout.take(), ready_line) {
            let ready = Arc::clone(&ready);
            thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    println!("{name}: {line}");
                    if line == ready_line {
                        ready.store(true, Ordering::Release);
                    }
                }
            });
        }
        Ok(Self { name, child, ready })
    }

    pub(super) fn name(&self) -> &'static str {
        self.name
    }

    /// Whether it said so.
    pub(super) fn is_ready(&mut self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    /// How it ended, if it has.
    pub(super) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child
            .try_wait()
            .with_context(|| format!("cannot look after {}", self.name))
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        signal(&mut self.child, Urgency::Please);
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
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

/// Tells the whole group; that it may be gone already is no error.
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

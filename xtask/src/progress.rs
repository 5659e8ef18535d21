//! Progress: numbered steps, a sign of life while one takes long, and how long each took.

use std::time::{Duration, Instant};

use crate::process::Sign;

/// How often a running step says that it still runs.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// One step that is running.
pub(crate) struct Step {
    started: Instant,
    spoke: Instant,
    last_line: String,
    /// How many crates were compiled, or tests run.
    done: u64,
}

impl Step {
    /// Announces step `number` of `of`.
    pub(crate) fn begin(number: usize, of: usize, title: &str) -> Self {
        println!("[{number}/{of}] {title} …");
        let now = Instant::now();
        Self {
            started: now,
            spoke: now,
            last_line: String::new(),
            done: 0,
        }
    }

    /// Reads the step's output, and reports its progress now and then.
    pub(crate) fn see(&mut self, sign: &Sign) {
        if let Sign::Line(line) = sign
            && !line.trim().is_empty()
        {
            self.last_line = line.trim().chars().take(90).collect();
            self.done += u64::from(is_done(line.trim()));
        }
        if self.spoke.elapsed() < HEARTBEAT {
            return;
        }
        self.spoke = Instant::now();
        let done = match self.done {
            0 => String::new(),
            done => format!("{done} done, "),
        };
        println!(
            "{:>15}  {done}{}",
            took(self.started.elapsed()),
            self.last_line
        );
    }

    /// How long it took so far.
    pub(crate) fn took(&self) -> Duration {
        self.started.elapsed()
    }
}

/// Whether a line of cargo's, Node's or a test runner's is one crate or one test more.
fn is_done(line: &str) -> bool {
    const CRATE: &[&str] = &["Compiling ", "Checking ", "Documenting "];
    CRATE.iter().any(|word| line.starts_with(word))
        || line.starts_with(['✔', '✓'])
        || (line.starts_with("test ") && line.ends_with("... ok"))
}

/// A duration as people say it: `7 s`, `3 min 05 s`.
pub(crate) fn took(time: Duration) -> String {
    let seconds = time.as_secs();
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds:02} s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_done, took};
    use std::time::Duration;

    #[test]
    fn durations_read_as_people_say_them() {
        let cases = [
            (0, "0 s"),
            (59, "59 s"),
            (60, "1 min 00 s"),
            (185, "3 min 05 s"),
        ];
        for (seconds, words) in cases {
            assert_eq!(took(Duration::from_secs(seconds)), words);
        }
    }

    #[test]
    fn crates_and_tests_are_counted_as_they_come() {
        for line in [
            "Compiling serde v1.0.0",
            "Checking yew v0.23.0",
            "✔ a card (12 ms)",
            "✓  12 gallery.spec.js:65:5 › a card (1.2s)",
            "test usage::adds_up ... ok",
        ] {
            assert!(is_done(line), "{line}");
        }
        for line in [
            "test result: ok. 5 passed; 0 failed",
            "✖ a card",
            "Finished `dev`",
        ] {
            assert!(!is_done(line), "{line}");
        }
    }
}

//! Counting tests: read from the summary lines that the runners print, so that no runner has to be
//! told about the others.

use std::iter::Sum;
use std::ops::Add;

/// How many tests passed and failed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(super) struct Count {
    pub(super) passed: u64,
    pub(super) failed: u64,
}

impl Count {
    /// Adds up every summary in a runner's output: cargo's and wasm-bindgen's `test result:` lines,
    /// Node's `pass` and `fail` lines, Playwright's `passed` and `failed` ones, and libFuzzer's last
    /// one, each target being a test.
    pub(super) fn of(output: &str) -> Self {
        output
            .lines()
            .filter_map(|line| {
                cargo(line)
                    .or_else(|| node(line))
                    .or_else(|| playwright(line))
                    .or_else(|| fuzzer(line))
            })
            .sum()
    }
}

/// `test result: ok. 5 passed; 0 failed; 1 ignored; …`
fn cargo(line: &str) -> Option<Count> {
    let (_, summary) = line.split_once("test result: ")?;
    let (_, counts) = summary.split_once(". ")?;
    let count = |word: &str| {
        counts
            .split("; ")
            .find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok())
    };
    Some(Count {
        passed: count("passed")?,
        failed: count("failed")?,
    })
}

/// `ℹ pass 5`, `ℹ fail 0`, `ℹ cancelled 0`; with `#` for `ℹ` where the output is TAP.
fn node(line: &str) -> Option<Count> {
    let summary = line
        .strip_prefix("ℹ ")
        .or_else(|| line.strip_prefix("# "))?;
    let (word, number) = summary.split_once(' ')?;
    let number = number.trim().parse().ok()?;
    match word {
        "pass" => Some(Count {
            passed: number,
            failed: 0,
        }),
        // A cancelled test is one whose promise was not kept.
        "fail" | "cancelled" => Some(Count {
            passed: 0,
            failed: number,
        }),
        _ => None,
    }
}

/// `  5 passed (12.3s)`, `  1 failed`, `  2 did not run`
fn playwright(line: &str) -> Option<Count> {
    let (number, word) = line.strip_prefix("  ")?.split_once(' ')?;
    let number = number.parse().ok()?;
    match word.split_once(" (").map_or(word, |(word, _)| word) {
        "passed" => Some(Count {
            passed: number,
            failed: 0,
        }),
        "failed" | "did not run" | "interrupted" => Some(Count {
            passed: 0,
            failed: number,
        }),
        _ => None,
    }
}

/// `Done 50000 runs in 4 second(s)`
fn fuzzer(line: &str) -> Option<Count> {
    let (runs, _) = line.strip_prefix("Done ")?.split_once(" runs in ")?;
    let passed = u64::from(runs.parse::<u64>().ok()? > 0);
    Some(Count { passed, failed: 0 })
}

impl Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
        }
    }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn count(output: &str) -> (u64, u64) {
        let Count { passed, failed } = Count::of(output);
        (passed, failed)
    }

    #[test]
    fn cargo_summaries_add_up_over_binaries() {
        let output = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 11 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        assert_eq!(count(output), (13, 3));
    }

    #[test]
    fn browser_summaries_count_like_cargos() {
        assert_eq!(
            count(
                "test result: ok. 7 passed; 0 failed; 1 ignored; 0 filtered out; finished in 0.1s"
            ),
            (7, 0)
        );
    }

    #[test]
    fn node_summaries_count_in_both_reporters() {
        assert_eq!(
            count("ℹ tests 5\nℹ pass 4\nℹ fail 1\nℹ cancelled 0\nℹ skipped 0\n"),
            (4, 1)
        );
        assert_eq!(
            count("# tests 3\n# pass 2\n# fail 0\n# cancelled 1\n"),
            (2, 1)
        );
    }

    #[test]
    fn playwright_summaries_count_what_did_not_run_as_failed() {
        assert_eq!(
            count("  1 failed\n    [x] › a.spec.js:1:1 › a\n  2 did not run\n  7 passed (1.2m)\n"),
            (7, 3)
        );
    }

    #[test]
    fn a_fuzz_target_that_ran_to_its_end_is_a_test() {
        let output = "#50000\tDONE   cov: 6\nDone 50000 runs in 4 second(s)\n\
            Done 0 runs in 0 second(s)\nDone with it\n";
        assert_eq!(count(output), (1, 0));
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            count("5 passed\nℹ duration_ms 12.5\n# a comment\ntest result: odd\n"),
            (0, 0)
        );
    }
}

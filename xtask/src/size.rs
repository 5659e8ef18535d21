//! The size table: what people download, held to a budget in bytes of brotli.
//!
//! The bytes are counted with Node's zlib, whose brotli is the one that servers compress with.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::dist::{GLUE, SHELL, WASM};
use crate::process;
use crate::tools::Toolbox;

/// All code together.
const BUDGET: u64 = 100_000;
/// The shell, which every page loads whether or not it shows a card.
const SHELL_BUDGET: u64 = 3_000;

const COUNT: &str = "
    const { brotliCompressSync, gzipSync } = require('node:zlib');
    for (const file of process.argv.slice(1)) {
        const bytes = require('node:fs').readFileSync(file);
        const gzip = gzipSync(bytes, { level: 9 });
        console.log(bytes.length, gzip.length, brotliCompressSync(bytes).length);
    }";

#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
struct Size {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints the table of the files in `dist`; an error if they are over a budget that is `binding`.
pub(crate) fn check(toolbox: &Toolbox, dist: &Path, binding: bool) -> Result<()> {
    let names = [SHELL, GLUE, WASM];
    let mut node = toolbox.command("node")?;
    node.args(["-e", COUNT, "--"])
        .args(names.map(|name| dist.join(name)));
    let counted = process::read(&mut node, "counting bytes")?;
    let sizes = counted
        .lines()
        .map(size)
        .collect::<Option<Vec<_>>>()
        .context("node counted no bytes")?;
    let rows: Vec<_> = names.into_iter().zip(sizes).collect();
    println!("{}", table(&rows));
    if binding {
        within_budget(&rows)
    } else {
        Ok(())
    }
}

fn size(line: &str) -> Option<Size> {
    let mut numbers = line.split_whitespace().map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(Size {
        raw: next()?,
        gzip: next()?,
        brotli: next()?,
    })
}

fn total(rows: &[(&str, Size)]) -> Size {
    rows.iter().fold(Size::default(), |sum, (_, size)| Size {
        raw: sum.raw + size.raw,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
    })
}

fn table(rows: &[(&str, Size)]) -> String {
    let row = |name: &str, Size { raw, gzip, brotli }: &Size| {
        format!("{name:<24}{raw:>10}{gzip:>10}{brotli:>10}\n")
    };
    let mut table = format!(
        "\n{:<24}{:>10}{:>10}{:>10}\n",
        "file", "raw", "gzip 9", "brotli 11"
    );
    for (name, size) in rows {
        table += &row(name, size);
    }
    table += &row("together", &total(rows));
    table + &format!("{:<24}{BUDGET:>30}\n", "budget")
}

fn within_budget(rows: &[(&str, Size)]) -> Result<()> {
    let over = |what: &str, brotli: u64, budget: u64| {
        if brotli > budget {
            bail!(
                "{what} {brotli} bytes of brotli, {} over the budget of {budget}",
                brotli - budget
            );
        }
        Ok(())
    };
    over("the code is", total(rows).brotli, BUDGET)?;
    let shell = rows.iter().find(|(name, _)| *name == SHELL);
    shell.map_or(Ok(()), |(_, size)| {
        over("the shell is", size.brotli, SHELL_BUDGET)
    })
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, SHELL, SHELL_BUDGET, Size, WASM, size, table, within_budget};

    fn brotli(brotli: u64) -> Size {
        Size {
            raw: 1,
            gzip: 1,
            brotli,
        }
    }

    #[test]
    fn a_line_of_three_numbers_is_a_size() {
        assert_eq!(
            size("30 20 10"),
            Some(Size {
                raw: 30,
                gzip: 20,
                brotli: 10
            })
        );
        assert_eq!(size("30 20"), None);
        assert_eq!(size("a b c"), None);
    }

    #[test]
    fn the_table_ends_with_the_sum_and_the_budget() {
        let table = table(&[(SHELL, brotli(2_000)), (WASM, brotli(70_000))]);
        assert!(table.contains("72000"), "{table}");
        assert!(table.trim_end().ends_with(&BUDGET.to_string()), "{table}");
    }

    #[test]
    fn one_byte_over_either_budget_fails() {
        let fits = [
            (SHELL, brotli(SHELL_BUDGET)),
            (WASM, brotli(BUDGET - SHELL_BUDGET)),
        ];
        assert!(within_budget(&fits).is_ok());
        let large = [
            (SHELL, brotli(SHELL_BUDGET)),
            (WASM, brotli(BUDGET - SHELL_BUDGET + 1)),
        ];
        assert!(within_budget(&large).is_err());
        let shell = [(SHELL, brotli(SHELL_BUDGET + 1)), (WASM, brotli(1))];
        assert!(within_budget(&shell).is_err());
    }
}

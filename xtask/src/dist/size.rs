//! The size table: the downloads, held to a budget in bytes of brotli.
//!
//! The bytes are counted with Node's zlib, whose brotli is the one that servers compress with.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{GLUE, SHELL, WASM, languages};
use crate::process;
use crate::tools::Toolbox;

/// All that a first load fetches, its language included.
const BUDGET: u64 = 95_400;
/// The shell, which every page loads whether or not it shows a card.
const SHELL_BUDGET: u64 = 5_000;

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
pub(super) fn check(toolbox: &Toolbox, dist: &Path, binding: bool) -> Result<()> {
    let languages = languages::names();
    let mut names = vec![SHELL, GLUE, WASM];
    names.extend(languages.iter().map(String::as_str));
    let mut node = toolbox.command("node")?;
    node.args(["-e", COUNT, "--"])
        .args(names.iter().map(|name| dist.join(name)));
    let counted = process::read(&mut node, "counting bytes")?;
    let sizes = counted
        .lines()
        .map(size)
        .collect::<Option<Vec<_>>>()
        .context("node counted no bytes")?;
    let mut code: Vec<_> = names.into_iter().zip(sizes).collect();
    let languages = code.split_off(code.len() - languages.len());
    println!("{}", table(&code, &languages));
    if binding {
        within_budget(&code, &languages)
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

/// The code, and the largest of the languages: nobody's first load is more than that.
fn largest_load(code: &[(&str, Size)], languages: &[(&str, Size)]) -> Size {
    let language = languages.iter().max_by_key(|(_, size)| size.brotli);
    let loaded: Vec<_> = code.iter().chain(language).copied().collect();
    total(&loaded)
}

fn table(code: &[(&str, Size)], languages: &[(&str, Size)]) -> String {
    let row = |name: &str, Size { raw, gzip, brotli }: &Size| {
        format!("{name:<28}{raw:>10}{gzip:>10}{brotli:>10}\n")
    };
    let rows = |rows: &[(&str, Size)]| -> String {
        rows.iter().map(|(name, size)| row(name, size)).collect()
    };
    let mut table = format!(
        "\n{:<28}{:>10}{:>10}{:>10}\n",
        "file", "raw", "gzip 9", "brotli 11"
    );
    table += &rows(code);
    table += &row("together, in English", &total(code));
    table += &rows(languages);
    table += &row("the largest first load", &largest_load(code, languages));
    table + &format!("{:<28}{BUDGET:>30}\n", "budget")
}

fn within_budget(code: &[(&str, Size)], languages: &[(&str, Size)]) -> Result<()> {
    let over = |what: &str, brotli: u64, budget: u64| {
        if brotli > budget {
            bail!(
                "{what} {brotli} bytes of brotli, {} over the budget of {budget}",
                brotli - budget
            );
        }
        Ok(())
    };
    let load = largest_load(code, languages);
    over("a first load is", load.brotli, BUDGET)?;
    let shell = code.iter().find(|(name, _)| *name == SHELL);
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
        let code = [(SHELL, brotli(2_000)), (WASM, brotli(70_000))];
        let languages = [("de", brotli(3_000)), ("pl", brotli(3_500))];
        let table = table(&code, &languages);
        assert!(table.contains("72000"), "{table}");
        assert!(table.contains("75500"), "{table}");
        assert!(table.trim_end().ends_with(&BUDGET.to_string()), "{table}");
    }

    #[test]
    fn one_byte_over_either_budget_fails() {
        let fits = [
            (SHELL, brotli(SHELL_BUDGET)),
            (WASM, brotli(BUDGET - SHELL_BUDGET - 1)),
        ];
        assert!(within_budget(&fits, &[]).is_ok());
        assert!(within_budget(&fits, &[("de", brotli(1))]).is_ok());
        assert!(within_budget(&fits, &[("de", brotli(1)), ("pl", brotli(2))]).is_err());
        let large = [
            (SHELL, brotli(SHELL_BUDGET)),
            (WASM, brotli(BUDGET - SHELL_BUDGET + 1)),
        ];
        assert!(within_budget(&large, &[]).is_err());
        let shell = [(SHELL, brotli(SHELL_BUDGET + 1)), (WASM, brotli(1))];
        assert!(within_budget(&shell, &[]).is_err());
    }
}

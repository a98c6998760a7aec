//! Packs the growth tables of the WHO (`data/who-growth`) into the form that is built in.

use std::error::Error;
use std::fs;
use std::io::{Write, stdout};
use std::path::Path;

use sha2::{Digest, Sha256};

/// The columns of every table; the second names its axis.
const COLUMNS: usize = 5;
/// Decimals of L, M and S: the smallest steps in which the WHO prints them.
const DECIMALS: [usize; 3] = [4, 4, 5];

/// Writes one file for each table: the rows of boys, then as many of girls, without the axis, of which no step is missing. A row is seven
/// bytes, little-endian: L (two, signed), S (two), M (three), in their smallest steps.
pub fn write(folder: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    for line in fs::read_to_string(folder.join("SHA256SUMS"))?.lines() {
        let (hash, name) = line.split_once("  ").ok_or("SHA256SUMS: not `hash  name`")?;
        let text = fs::read(folder.join(name))?;
        if hex::encode(Sha256::digest(&text)) != hash {
            return Err(format!("{name} is not the file whose checksum stands in SHA256SUMS").into());
        }
        let packed = pack(&String::from_utf8(text)?).map_err(|fault| format!("{name}: {fault}"))?;
        fs::write(out.join(name).with_extension("lms"), packed)?;
    }
    writeln!(stdout(), "cargo::rerun-if-changed={}", folder.display())?;
    Ok(())
}

fn pack(text: &str) -> Result<Vec<u8>, String> {
    let rows = text.lines().skip(1).map(|line| row(line).ok_or_else(|| format!("not a row of a table: {line}")));
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let (boys, girls) = rows.split_at(rows.len() / 2);
    let by_sex = boys.iter().all(|row| !row.girl) && girls.iter().all(|row| row.girl);
    if !by_sex || !boys.iter().map(|row| row.at).eq(girls.iter().map(|row| row.at)) {
        return Err("boys must come first, and girls have the same steps of the axis".into());
    }
    if boys.windows(2).any(|pair| matches!(pair, [one, next] if one.at + 1 != next.at)) {
        return Err("a step of the axis is missing".into());
    }
    Ok(rows.into_iter().flat_map(|row| row.packed).collect())
}

struct Row {
    girl: bool,
    at: i64,
    packed: [u8; 7],
}

fn row(line: &str) -> Option<Row> {
    let fields: [&str; COLUMNS] = line.split(',').collect::<Vec<_>>().try_into().ok()?;
    let [sex, at, l, m, s] = fields;
    let girl = match sex {
        "M" => false,
        "F" => true,
        _ => return None,
    };
    let at = if at.contains('.') { steps(at, 1)? } else { at.parse().ok()? };
    let [l_decimals, m_decimals, s_decimals] = DECIMALS;
    let [l0, l1] = i16::try_from(steps(l, l_decimals)?).ok()?.to_le_bytes();
    let [m0, m1, m2, 0] = u32::try_from(steps(m, m_decimals)?).ok()?.to_le_bytes() else { return None };
    let [s0, s1] = u16::try_from(steps(s, s_decimals)?).ok()?.to_le_bytes();
    Some(Row { girl, at, packed: [l0, l1, s0, s1, m0, m1, m2] })
}

/// A decimal in its smallest steps: "-0.35" with four decimals is -3500. None when it has more decimals.
fn steps(text: &str, decimals: usize) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let zeros = decimals.checked_sub(fraction.len())?;
    format!("{whole}{fraction}{}", "0".repeat(zeros)).parse().ok()
}

//! The table: names to the left, numbers to the right.

use super::row::Row;

const HEAD: [&str; 6] = ["", "median", "yardstick", "ratio", "target", ""];

/// Draws the lines below each other.
pub fn draw(rows: &[Row]) -> String {
    let head = HEAD.map(str::to_owned);
    let lines: Vec<[String; 6]> = [head].into_iter().chain(rows.iter().map(cells)).collect();
    let widths = lines.iter().fold([0; 6], |widths, line| {
        let mut wider = widths;
        wider.iter_mut().zip(line).for_each(|(width, cell)| *width = cell.len().max(*width));
        wider
    });
    lines.iter().map(|line| draw_line(line, widths)).collect::<Vec<_>>().join("\n")
}

fn cells(row: &Row) -> [String; 6] {
    let Row { name, value, yardstick, ratio, target, verdict } = row;
    [name.clone(), value.clone(), yardstick.clone(), ratio.clone(), target.clone(), verdict.word().to_owned()]
}

fn draw_line([name, value, yardstick, ratio, target, verdict]: &[String; 6], widths: [usize; 6]) -> String {
    let [w0, w1, w2, w3, w4, _] = widths;
    let line = format!("{name:w0$}  {value:>w1$}  {yardstick:>w2$}  {ratio:>w3$}  {target:w4$}  {verdict}");
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::row::Verdict;
    use super::*;

    #[test]
    fn the_columns_line_up() {
        let rows = [
            Row {
                name: "assessment".into(),
                value: "9.50 us".into(),
                yardstick: "3.00 us".into(),
                ratio: "3.2 x".into(),
                target: "at most 5 x".into(),
                verdict: Verdict::Met,
            },
            Row { name: "size".into(), value: "12.3 MB".into(), ..Row::default() },
        ];
        let table = "             median  yardstick  ratio  target\n\
                     assessment  9.50 us    3.00 us  3.2 x  at most 5 x  ok\n\
                     size        12.3 MB";
        assert_eq!(draw(&rows), table);
    }
}

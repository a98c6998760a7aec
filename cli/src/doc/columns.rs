//! The columns of the chart: completed months, and years from the second birthday on.

/// Completed months from one to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Column {
    /// The first one.
    pub from: i32,
    /// The last one.
    pub to: i32,
}

/// The month from which a column is a year.
const YEARS_FROM: i32 = 24;
const MONTHS_OF_A_YEAR: i32 = 12;

/// The columns up to a completed month.
pub fn columns(last: i32) -> Vec<Column> {
    let months = (0..YEARS_FROM.min(last + 1)).map(|month| Column { from: month, to: month });
    let years = (YEARS_FROM..=last).step_by(12).map(|from| Column { from, to: from + MONTHS_OF_A_YEAR - 1 });
    months.chain(years).collect()
}

impl Column {
    /// What stands above it.
    pub fn label(self) -> String {
        if self.from == self.to { self.from.to_string() } else { format!("{}+", self.from) }
    }

    /// Whether it has a month in common with another range.
    pub fn meets(self, from: i32, to: i32) -> bool {
        self.from <= to && from <= self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_become_years_with_the_second_birthday() {
        let columns = columns(59);
        assert_eq!(columns.len(), 27);
        assert_eq!(columns.iter().skip(22).map(|column| column.label()).collect::<Vec<_>>(), ["22", "23", "24+", "36+", "48+"]);
        assert!(columns.windows(2).all(|pair| pair[0].to + 1 == pair[1].from));
        assert!(columns[24].meets(35, 40) && !columns[24].meets(36, 40));
    }
}

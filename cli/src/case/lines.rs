//! Which line a byte of a text stands on.

/// Where the lines of a text begin.
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let after_newlines = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after_newlines).collect() }
    }

    /// The line of a byte, counted from 1.
    pub(crate) fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    /// The column of a byte in characters, counted from 1.
    pub(crate) fn column(&self, byte: usize) -> usize {
        let start = self.starts.get(self.line(byte) - 1).copied();
        let before = self.text.get(start.unwrap_or(0)..byte);
        before.map_or(1, |before| before.chars().count() + 1)
    }

    /// The text of a line, counted from 1.
    pub(crate) fn text_of(&self, line: usize) -> &'t str {
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index)).copied();
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        start.map_or("", |start| self.slice(start, end))
    }

    /// The byte at which the line with the most points begins: that of the key with the most parts.
    pub(crate) fn longest_key(&self) -> usize {
        let points = |line: usize| self.text_of(line).matches('.').count();
        let line = (1..=self.starts.len()).max_by_key(|line| points(*line));
        line.and_then(|line| self.starts.get(line - 1)).copied().unwrap_or(0)
    }

    /// The bytes of the text from `start` to `end`; empty when they do not lie in it.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or_default()
    }
}

//! The core gives what the software of the WHO gives, in every row of `tests/oracle/who-growth`.
#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod chart;
mod checksums;
mod oracle;
mod prevalence;
mod scores;
mod sd_lines;

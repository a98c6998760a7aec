//! A pack as its text says it: typed entries, expressions still text, every fault found.

mod basics;
mod load;
mod model;
mod read;
mod status;
mod timing;

pub use basics::{Action, AgeUnit, Confidence, Expr, Located, Setting, Window, Within};
pub use model::{
    BandSource, CardHeading, Cell, DerivedSource, DocumentSource, FormSource, GroupSource, LadderSource, LanguageSource, ListSource, Meta,
    ReadingsSource, RuleSource, SectionSource, ServiceSetSource, ServiceSource, Source, TableSource, TextSource,
};
pub use status::Status;
pub use timing::{
    Clock, CompletenessSource, EveryWhere, Interval, LateStart, ScheduleKind, ScheduleSource, SeriesSource, SpacingSource, TimingSource,
};

#[cfg(test)]
mod tests;

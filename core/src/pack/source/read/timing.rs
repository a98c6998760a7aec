//! `[schedule.x]`, `[spacing.x]`, `[series.x]`, `[completeness.x]`, and the times of a service.

use super::super::basics::{AgeUnit, Confidence};
use super::super::timing::{
    Clock, CompletenessSource, EveryWhere, Interval, LateStart, ScheduleKind, ScheduleSource, SeriesSource, SpacingSource, TimingSource,
};
use super::context::{Context, text_span};
use super::fields::Fields;
use super::local_text::local_text;
use super::values::{boolean, expr, filled, integer, list, located, reference, text, word, words};
use crate::pack::fault::Fault;
use crate::pack::tree::{Entry, Node, Tree};
use chrono::NaiveDate;

/// More days, months or doses than any schedule counts.
const MOST: i64 = 50_000;

const UNITS: [AgeUnit; 2] = [AgeUnit::Days, AgeUnit::Months];

pub(super) fn schedule<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<ScheduleSource> {
    let mut fields = Fields::entry(ctx, "schedule", id, entry)?;
    let kind = fields.required("kind", word(ScheduleKind::ALL, ScheduleKind::as_str));
    let schedule = ScheduleSource {
        id: fields.id(),
        kind: kind.unwrap_or(ScheduleKind::Window),
        who: fields.optional("who", expr),
        clock: if kind == Some(ScheduleKind::Window) { fields.required("clock", word(Clock::ALL, Clock::as_str)) } else { None },
        unit: fields.optional("unit", word(UNITS, unit_name)).unwrap_or(AgeUnit::Days),
        grace_days: fields.optional("grace_days", count).unwrap_or(0),
        undated_counts: fields.optional("undated_counts", boolean).unwrap_or(true),
        in_order: fields.optional("in_order", boolean).unwrap_or(false),
        campaign_months: months_of_year(&mut fields, kind),
        card: if kind == Some(ScheduleKind::Course) { fields.required("card", expr) } else { None },
        class: if kind == Some(ScheduleKind::School) { fields.required("class", expr) } else { None },
    };
    fields.close();
    kind.map(|_| schedule)
}

fn months_of_year(fields: &mut Fields<'_, '_>, kind: Option<ScheduleKind>) -> Vec<i64> {
    if kind == Some(ScheduleKind::Campaign) { fields.required("months", filled(month)).unwrap_or_default() } else { Vec::new() }
}

pub(super) fn spacing<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<SpacingSource> {
    let mut fields = Fields::entry(ctx, "spacing", id, entry)?;
    let of = fields.required("of", filled(reference("service", "service")));
    let days = fields.required("days", count);
    let id = fields.id();
    fields.close();
    Some(SpacingSource { id, of: of?, days: days? })
}

pub(super) fn completeness<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<CompletenessSource> {
    let mut fields = Fields::entry(ctx, "completeness", id, entry)?;
    let title = fields.required("title", local_text);
    let by_months = fields.required("by_months", count);
    let of = fields.required("of", filled(reference("service", "service")));
    let dossier = fields.optional("dossier", list(text)).unwrap_or_default();
    let source = fields.required("source", located);
    let confidence = fields.required("confidence", word(Confidence::ALL, Confidence::as_str));
    let id = fields.id();
    fields.close();
    let of = of?;
    ctx.check_distinct(&of);
    Some(CompletenessSource { id, title: title?, by_months: by_months?, of, dossier, source: source?, confidence: confidence? })
}

pub(super) fn series<'p>(ctx: &mut Context<'p>, id: &'p str, entry: &'p Entry<'p>) -> Option<SeriesSource> {
    let mut fields = Fields::entry(ctx, "series", id, entry)?;
    let places = fields.required("places", filled(reference("service", "service")));
    let substitutes = fields.required("substitutes", filled(reference("service", "service")));
    let also_done = fields.optional("also_done", filled(reference("service", "service"))).unwrap_or_default();
    let id = fields.id();
    fields.close();
    Some(SeriesSource { id, places: places?, substitutes: substitutes?, also_done })
}

/// The times of a service, among its other fields.
pub(super) fn timing(fields: &mut Fields<'_, '_>) -> TimingSource {
    TimingSource {
        who: fields.optional("who", expr),
        in_use: fields.optional("in_use", expr),
        from: fields.optional("from", count),
        due_until: fields.optional("due_until", count),
        until: fields.optional("until", count),
        after: fields.optional("after", reference("service", "service")),
        min_interval: fields.optional("min_interval", interval),
        accept_interval: fields.optional("accept_interval", interval),
        late_start: fields.optional("late_start", late_start),
        not_needed_if_started_from: fields.optional("not_needed_if_started_from", count),
        once: fields.optional("once", boolean).unwrap_or(false),
        or: fields.optional("or", filled(reference("service", "service"))).unwrap_or_default(),
        every: fields.optional("every", interval),
        every_where: fields.optional("every_where", every_where),
        holds_on_last_day: fields.optional("holds_on_last_day", boolean).unwrap_or(true),
        calendar_month_until: fields.optional("calendar_month_until", count),
        recorded_by: fields.optional("recorded_by", reference("fact", "fact")),
        done_if: fields.optional("done_if", expr),
        class: fields.optional("class", count),
        month: fields.optional("month", month).and_then(|month| i32::try_from(month).ok()),
        catch_up_classes: fields.optional("catch_up_classes", list(integer)).unwrap_or_default(),
        introduced: fields.optional("introduced", date),
    }
}

fn late_start<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<LateStart> {
    let mut fields = Fields::part(ctx, "This late start", node)?;
    let from = fields.required("from", count);
    let min_interval = fields.required("min_interval", interval);
    fields.close();
    Some(LateStart { from: from?, min_interval: min_interval? })
}

fn every_where<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<EveryWhere> {
    let mut fields = Fields::part(ctx, "This other length", node)?;
    let when = fields.required("when", expr);
    let every = fields.required("every", interval);
    fields.close();
    Some(EveryWhere { when: when?, every: every? })
}

fn unit_name(unit: AgeUnit) -> &'static str {
    match unit {
        AgeUnit::Days => "days",
        AgeUnit::Months => "months",
        AgeUnit::Years => "years",
    }
}

/// A whole number from 0 on.
fn count<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<i32> {
    let value = integer(ctx, node)?;
    if (0..=MOST).contains(&value) {
        return i32::try_from(value).ok();
    }
    ctx.refuse(node.span, format!("Here stands a number from 0 to {MOST}."))
}

fn month<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<i64> {
    let value = integer(ctx, node)?;
    if (1..=12).contains(&value) { Some(value) } else { ctx.refuse(node.span, "A month of the year is a number from 1 to 12.") }
}

fn date<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<NaiveDate> {
    match node.value {
        Tree::Date(day) => Some(day),
        _ => ctx.wrong_type(node, "a date"),
    }
}

/// `"28 days"`, `"6 months"`, `"1 year"`.
fn interval<'p>(ctx: &mut Context<'p>, node: &'p Node<'p>) -> Option<Interval> {
    let text = words(ctx, node)?;
    let found = parse_interval(&text.value);
    if found.is_none() {
        let fault = Fault::new(text_span(node, text), format!("`{}` is no length of time.", text.value));
        ctx.fault(fault.help("Write it as `28 days`, `6 months` or `1 year`."));
    }
    found
}

fn parse_interval(text: &str) -> Option<Interval> {
    let (number, unit) = text.split_once(' ')?;
    let plain = !number.is_empty() && number.len() <= 4 && number.bytes().all(|digit| digit.is_ascii_digit());
    let number: i32 = plain.then(|| number.parse().ok()).flatten()?;
    match unit {
        "day" | "days" => Some(Interval::Days(number)),
        "month" | "months" => Some(Interval::Months(number)),
        "year" | "years" => Some(Interval::Months(number * 12)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_read_in_days_months_and_years() {
        assert_eq!(parse_interval("28 days"), Some(Interval::Days(28)));
        assert_eq!(parse_interval("1 month"), Some(Interval::Months(1)));
        assert_eq!(parse_interval("3 years"), Some(Interval::Months(36)));
        for wrong in ["28", "28days", "-1 days", "99999 days", "1 week", " days"] {
            assert_eq!(parse_interval(wrong), None, "{wrong}");
        }
    }
}

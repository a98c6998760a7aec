//! Services: their conditions are checked, and what their schedules need and do not know is told.

use super::{Checker, Scope};
use crate::pack::ServiceId;
use crate::pack::fault::Fault;
use crate::pack::lang::plan::{After, Campaign, Check, CountRule, Course, Plan, Plans, School, Series, Spacing, Times, Way, Window};
use crate::pack::lang::program::{FactSlot, Node, NodeId};
use crate::pack::lang::types::Type;
use crate::pack::lang::walk::Walk;
use crate::pack::source::Status;
use crate::pack::source::{Clock, Expr, Interval, Located, ScheduleKind, ScheduleSource, ServiceSource, TimingSource};

impl Checker<'_> {
    /// Compiles when each service is given.
    pub(super) fn service_plans(&mut self) {
        let source = self.source;
        let who = |schedule: &ScheduleSource| schedule.who.as_ref().map(|who| self.decided_condition(who, "`who`"));
        let who: Vec<_> = source.schedules.iter().map(who).collect();
        let services = source.services.iter().map(|service| self.plan(service, &who)).collect();
        let spacings = source.spacings.iter().map(|it| Spacing { of: self.services_of(&it.of), days: it.days }).collect();
        let series = source.series.iter().map(|it| Series {
            places: self.services_of(&it.places),
            substitutes: self.services_of(&it.substitutes),
            also_done: self.services_of(&it.also_done),
        });
        let series = series.collect();
        let sets = source.service_sets.iter().map(|set| self.services_of(&set.codes)).collect();
        self.program.plans = Plans { services, spacings, series, sets };
        self.program.statuses = Status::ALL.map(|status| self.symbol(status.as_str())).into();
        self.program.service_codes = source.services.iter().map(|service| self.symbol(&service.id.value)).collect();
        self.join_families();
        self.refuse_services_in_services();
    }

    /// `who` are the people of each schedule, compiled once for all of its services.
    fn plan(&mut self, service: &ServiceSource, who: &[Option<NodeId>]) -> Plan {
        let source = self.source;
        let schedule = |id: &Located<String>| source.schedules.iter().zip(who).find(|(schedule, _)| schedule.id.value == id.value);
        let (schedules, who): (Vec<_>, Vec<&Option<NodeId>>) = service.schedules.iter().filter_map(schedule).unzip();
        self.refuse_times_without_use(service, &schedules);
        let ways = schedules.into_iter().zip(who).filter_map(|(schedule, who)| self.way(service, schedule, *who)).collect();
        Plan { ways, ..Plan::default() }
    }

    fn way(&mut self, service: &ServiceSource, schedule: &ScheduleSource, of_schedule: Option<NodeId>) -> Option<Way> {
        let own = service.timing.who.as_ref().map(|who| self.decided_condition(who, "`who`"));
        let who = of_schedule.into_iter().chain(own).collect();
        let rule = CountRule { grace_days: schedule.grace_days, undated_counts: schedule.undated_counts, in_order: schedule.in_order };
        let times = match schedule.kind {
            ScheduleKind::Window => Times::Window(self.window(service, schedule)?),
            ScheduleKind::Campaign => Times::Campaign(self.campaign(service, schedule)?),
            ScheduleKind::Check => Times::Check(self.check_plan(service)?),
            ScheduleKind::School => Times::School(self.school(service, schedule)?),
            ScheduleKind::Course => Times::Course(self.course(service, schedule)?),
        };
        Some(Way { who, rule, times })
    }

    fn window(&mut self, service: &ServiceSource, schedule: &ScheduleSource) -> Option<Window> {
        let timing = &service.timing;
        let clock = schedule.clock.unwrap_or(Clock::Birth);
        if clock != Clock::Previous {
            self.needed(service, "from", timing.from)?;
            self.needed(service, "until", timing.until)?;
        }
        Some(Window {
            clock,
            unit: schedule.unit,
            from: timing.from,
            due_until: timing.due_until,
            until: timing.until,
            after: self.after(timing),
            not_needed_if_started_from: timing.not_needed_if_started_from,
            in_use: timing.in_use.as_ref().map(|in_use| self.decided_condition(in_use, "`in_use`")),
        })
    }

    fn campaign(&mut self, service: &ServiceSource, schedule: &ScheduleSource) -> Option<Campaign> {
        let timing = &service.timing;
        let own = self.service_id(&service.id.value);
        Some(Campaign {
            months: schedule.campaign_months.iter().filter_map(|month| u32::try_from(*month).ok()).collect(),
            from: self.needed(service, "from", timing.from)?,
            until: self.needed(service, "until", timing.until)?,
            once: timing.once,
            any_of: own.into_iter().chain(self.services_of(&timing.or)).collect(),
        })
    }

    fn check_plan(&mut self, service: &ServiceSource) -> Option<Check> {
        let timing = &service.timing;
        let recorded_by = timing.recorded_by.as_ref().and_then(|fact| self.dictionary.find(&fact.value));
        Some(Check {
            from: timing.from,
            every: self.needed(service, "every", timing.every)?,
            instead: timing.every_where.as_ref().map(|it| (self.decided_condition(&it.when, "`when`"), it.every)),
            holds_on_last_day: timing.holds_on_last_day,
            calendar_month_until: timing.calendar_month_until,
            recorded_by: recorded_by.map(|fact| FactSlot(fact.0)),
            done_if: timing.done_if.as_ref().map(|done| self.condition_of(done)),
        })
    }

    fn school(&mut self, service: &ServiceSource, schedule: &ScheduleSource) -> Option<School> {
        let timing = &service.timing;
        let class = self.needed(service, "class", timing.class)?;
        let month = self.needed(service, "month", timing.month)?;
        Some(School {
            pupil: self.number_of(schedule.class.as_ref()?),
            class,
            month: u32::try_from(month).ok()?,
            catch_up: timing.catch_up_classes.iter().filter_map(|class| i32::try_from(*class).ok()).collect(),
            introduced: timing.introduced,
        })
    }

    fn course(&mut self, service: &ServiceSource, schedule: &ScheduleSource) -> Option<Course> {
        let doses = self.chain(service);
        Some(Course { card: self.number_of(schedule.card.as_ref()?), doses, after: self.after(&service.timing) })
    }

    fn after(&mut self, timing: &TimingSource) -> Option<After> {
        let service = self.service_id(&timing.after.as_ref()?.value)?;
        let interval = timing.min_interval.unwrap_or(Interval::Days(0));
        Some(After { service, interval, accept: timing.accept_interval, late_start: timing.late_start })
    }

    /// The doses of the series to which a service belongs, the first one first; none where they lead in a circle.
    fn chain(&mut self, service: &ServiceSource) -> Vec<ServiceId> {
        let services = &self.source.services;
        let before = |service: &ServiceSource| {
            let after = service.timing.after.as_ref()?;
            services.iter().find(|it| it.id.value == after.value)
        };
        let backwards = std::iter::successors(Some(service), |service| before(service));
        // So many services make no longer series.
        let Some(first) = backwards.take(services.len()).last().filter(|first| before(first).is_none()) else { return Vec::new() };
        let mut chain = vec![first];
        while let Some(next) = chain.last().and_then(|last| follower(services, last)).filter(|_| chain.len() < services.len()) {
            chain.push(next);
        }
        chain.into_iter().filter_map(|service| self.service_id(&service.id.value)).collect()
    }

    /// Tells each service its series and its spacing.
    fn join_families(&mut self) {
        let source = self.source;
        for (index, service) in source.services.iter().enumerate() {
            let family = self.chain(service);
            let own = ServiceId(u16::try_from(index).unwrap_or(u16::MAX));
            if !family.contains(&own) {
                self.put(Fault::new(service.id.span, "its series of doses leads in a circle, or two doses come after the same one"))
                    .help(Some("mend `after`".into()));
            }
            let plans = &mut self.program.plans;
            let spacing = plans.spacings.iter().position(|spacing| spacing.of.contains(&own));
            let series = plans.series.iter().position(|series| series.has(own));
            if let Some(plan) = plans.services.get_mut(index) {
                (plan.family, plan.spacing, plan.series) = (family, spacing, series);
            }
        }
    }

    /// When a service is given cannot hang on when services are given.
    fn refuse_services_in_services(&mut self) {
        let source = self.source;
        for (service, plan) in source.services.iter().zip(&self.program.plans.services) {
            let mut walk = Walk::new(&self.program);
            let mut reads_services = false;
            for condition in plan.ways.iter().flat_map(Way::conditions) {
                walk.node(condition, &mut |node| reads_services |= matches!(node, Node::Service(_) | Node::Services(_) | Node::Doses(_)));
            }
            if reads_services {
                let message = format!("when `{}` is given cannot depend on services", service.id.value);
                self.faults.push(Fault::new(service.id.span, message));
            }
        }
    }

    fn services_of(&self, codes: &[Located<String>]) -> Vec<ServiceId> {
        codes.iter().filter_map(|code| self.service_id(&code.value)).collect()
    }

    pub(super) fn service_id(&self, code: &str) -> Option<ServiceId> {
        let found = self.source.services.binary_search_by(|service| service.id.value.as_str().cmp(code)).ok()?;
        u16::try_from(found).ok().map(ServiceId)
    }

    fn needed<T>(&mut self, service: &ServiceSource, key: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            let message = format!("the schedule of `{}` needs `{key}`", service.id.value);
            self.put(Fault::new(service.id.span, message)).help(None);
        }
        value
    }

    /// A time that no schedule of the service looks at would only seem to say something.
    fn refuse_times_without_use(&mut self, service: &ServiceSource, schedules: &[&ScheduleSource]) {
        let used = |key: &str| schedules.iter().any(|schedule| known_times(schedule.kind).contains(&key));
        for key in times_given(&service.timing).into_iter().filter(|key| !used(key)) {
            let kinds: Vec<_> = schedules.iter().map(|schedule| schedule.kind.as_str()).collect();
            let message = format!("`{key}` says nothing of a service of the kind `{}`", kinds.join("` or `"));
            self.put(Fault::new(service.id.span, message)).help(Some("delete it, or give the service another schedule".into()));
        }
    }

    fn condition_of(&mut self, expr: &Expr) -> NodeId {
        self.condition(&mut Scope::of(expr)).0.node
    }

    fn decided_condition(&mut self, expr: &Expr, place: &str) -> NodeId {
        let mut scope = Scope::of(expr);
        let (typed, ast) = self.condition(&mut scope);
        if let Some(ast) = ast {
            self.expect_decided(&scope, ast.at, &typed, place);
        }
        typed.node
    }

    fn number_of(&mut self, expr: &Expr) -> NodeId {
        let (typed, _) = self.part(expr);
        if !matches!(typed.ty, Type::Number(_) | Type::Broken) {
            self.put(Fault::new(expr.span, format!("here stands a number, but this is {}", typed.ty.said()))).help(None);
        }
        typed.node
    }
}

/// The dose that comes after another one; none where two claim to.
fn follower<'s>(services: &'s [ServiceSource], before: &ServiceSource) -> Option<&'s ServiceSource> {
    let mut after = services.iter().filter(|it| it.timing.after.as_ref().is_some_and(|after| after.value == before.id.value));
    after.next().filter(|_| after.next().is_none())
}

/// The times that a kind of schedule looks at.
fn known_times(kind: ScheduleKind) -> &'static [&'static str] {
    match kind {
        ScheduleKind::Window => &[
            "from",
            "due_until",
            "until",
            "after",
            "min_interval",
            "accept_interval",
            "late_start",
            "not_needed_if_started_from",
            "in_use",
        ],
        ScheduleKind::Campaign => &["from", "until", "once", "or"],
        ScheduleKind::Check => &["from", "every", "every_where", "holds_on_last_day", "calendar_month_until", "recorded_by", "done_if"],
        ScheduleKind::School => &["class", "month", "catch_up_classes", "introduced"],
        ScheduleKind::Course => &["after", "min_interval"],
    }
}

/// The times that a service gives.
fn times_given(timing: &TimingSource) -> Vec<&'static str> {
    let given = [
        ("from", timing.from.is_some()),
        ("due_until", timing.due_until.is_some()),
        ("until", timing.until.is_some()),
        ("after", timing.after.is_some()),
        ("min_interval", timing.min_interval.is_some()),
        ("accept_interval", timing.accept_interval.is_some()),
        ("late_start", timing.late_start.is_some()),
        ("not_needed_if_started_from", timing.not_needed_if_started_from.is_some()),
        ("in_use", timing.in_use.is_some()),
        ("once", timing.once),
        ("or", !timing.or.is_empty()),
        ("every", timing.every.is_some()),
        ("every_where", timing.every_where.is_some()),
        ("holds_on_last_day", !timing.holds_on_last_day),
        ("calendar_month_until", timing.calendar_month_until.is_some()),
        ("recorded_by", timing.recorded_by.is_some()),
        ("done_if", timing.done_if.is_some()),
        ("class", timing.class.is_some()),
        ("month", timing.month.is_some()),
        ("catch_up_classes", !timing.catch_up_classes.is_empty()),
        ("introduced", timing.introduced.is_some()),
    ];
    given.into_iter().filter(|(_, is_given)| *is_given).map(|(key, _)| key).collect()
}

//! Lays out what is recorded of a person under the headings of the card.

use super::{CardDose, CardGroup, CardService, OtherService};
use crate::fact::LocalText;
use crate::pack::ServiceId;
use crate::schedule::Status;
use crate::screening::render::{Renderer, ServiceLine};
use crate::screening::{Due, Received, Subject, received};
use crate::store::ServiceRecord;

/// The groups of which something applies to the person or is recorded.
pub(super) fn groups(renderer: &Renderer<'_>, subject: &Subject<'_>, lines: &[ServiceLine], records: &[ServiceRecord]) -> Vec<CardGroup> {
    let pack = renderer.pack();
    let layout = Layout { renderer, subject, lines, records, received: received(pack, subject) };
    let other = renderer.words.say("card_others");
    let title = |heading: Option<&LocalText>| heading.map_or(other, |heading| renderer.words.local(heading)).to_owned();
    let mut groups: Vec<_> = pack.card().into_iter().map(|(heading, services)| layout.group(title(heading), &services)).collect();
    let unknown = layout.unknown();
    match groups.last_mut().filter(|last| last.title == other) {
        Some(others) => others.services.extend(unknown),
        None => groups.push(CardGroup { title: other.to_owned(), services: unknown, others: Vec::new() }),
    }
    groups.retain(|group| !group.services.is_empty());
    groups
}

struct Layout<'l, 'p> {
    renderer: &'l Renderer<'p>,
    subject: &'l Subject<'l>,
    lines: &'l [ServiceLine],
    records: &'l [ServiceRecord],
    received: Vec<Received>,
}

impl Layout<'_, '_> {
    fn group(&self, title: String, services: &[ServiceId]) -> CardGroup {
        let pack = self.renderer.pack();
        let line = |service: &ServiceId| self.lines.iter().find(|line| line.due.service == *service);
        let is_recorded = |service: &ServiceId| self.records.iter().any(|record| record.service == pack.service_code(*service));
        let (shown, rest): (Vec<&ServiceId>, Vec<_>) = services.iter().partition(|service| line(service).is_some() || is_recorded(service));
        CardGroup {
            title,
            services: shown.into_iter().map(|service| self.service(*service, line(service))).collect(),
            others: rest.into_iter().filter(|service| !pack.is_given_again(**service)).map(|service| self.other(*service)).collect(),
        }
    }

    fn service(&self, service: ServiceId, line: Option<&ServiceLine>) -> CardService {
        let none = Due { service, status: Status::NotApplicable, from: None, due_until: None, until: None };
        let line = line.cloned().unwrap_or_else(|| self.renderer.service_line(&none, &[]));
        CardService {
            again: self.renderer.pack().is_given_again(service),
            doses: self.doses(&line.code, Some(service)),
            code: line.code.clone(),
            name: line.name.clone(),
            line: Some(line),
        }
    }

    fn other(&self, service: ServiceId) -> OtherService {
        let code = self.renderer.pack().service_code(service).to_owned();
        OtherService { code, name: self.renderer.service_name(service).to_owned() }
    }

    /// What is recorded of services that the pack does not know.
    fn unknown(&self) -> Vec<CardService> {
        let unknown = self.records.iter().map(|record| &record.service).filter(|code| self.renderer.pack().find_service(code).is_none());
        let mut codes: Vec<_> = unknown.collect();
        codes.sort();
        codes.dedup();
        let service =
            |code: &String| CardService { code: code.clone(), name: code.clone(), again: false, line: None, doses: self.doses(code, None) };
        codes.into_iter().map(service).collect()
    }

    fn doses(&self, code: &str, service: Option<ServiceId>) -> Vec<CardDose> {
        let mut records: Vec<_> = self.records.iter().filter(|record| record.service == code).collect();
        records.sort_by_key(|record| (record.on.is_none(), record.on, record.id));
        records.into_iter().map(|record| self.dose(record, service)).collect()
    }

    fn dose(&self, record: &ServiceRecord, service: Option<ServiceId>) -> CardDose {
        let words = &self.renderer.words;
        let received = self.received.iter().find(|received| Some(received.service) == service && received.on == record.on);
        let (counts, too_early) = received.map_or((false, false), |received| (received.counts, received.too_early));
        let is_before_birth = record.on.is_some_and(|on| on < self.subject.input().born.earliest());
        let remark = match (counts, too_early) {
            _ if service.is_none() => Some("dose_of_unknown_service"),
            _ if is_before_birth => Some("dose_before_birth"),
            (true, true) => Some("dose_before_its_time"),
            (false, true) => Some("dose_too_early"),
            (false, false) => Some("dose_not_counted"),
            (true, false) => None,
        };
        CardDose {
            id: record.id,
            on: record.on,
            text: record.on.map_or_else(|| words.say("dose_on_unknown_day").to_owned(), |on| words.date(on)),
            counts,
            too_early,
            remark: remark.map(|remark| words.say(remark).to_owned()),
        }
    }
}

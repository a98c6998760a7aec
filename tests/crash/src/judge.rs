//! Holds a store that was opened again to what was acknowledged.

use siklus_core::form::Screen;
use siklus_core::store::{Options, PersonId, StoreError, VisitId};
use siklus_core::visit::{Siklus, VisitError, WhoseForm};
use uuid::Uuid;

use crate::ledger::{Ledger, Visit};
use crate::line::{Changes, Kind};
use crate::place::Folder;
use crate::power::watch;
use crate::read::Content;
use crate::writer::register;

/// What is wrong with a store.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// What was acknowledged and is not there.
    pub lost: Vec<String>,
    /// What cannot be read, stands half, or was never written.
    pub damaged: Vec<String>,
    /// The household that was registered to see whether writing goes on.
    pub added: Option<Uuid>,
}

impl Verdict {
    /// Whether nothing is wrong.
    pub fn is_well(&self) -> bool {
        self.lost.is_empty() && self.damaged.is_empty()
    }

    /// The same, with one thing more that is damaged.
    fn damaged(mut self, what: impl Into<String>) -> Self {
        self.damaged.push(what.into());
        self
    }
}

/// Opens the store in a folder, looks through it, writes on, closes it, and compares it with the ledger, which then knows what is there.
pub fn judge(folder: &Folder, ledger: &mut Ledger) -> Verdict {
    let mut verdict = Verdict::default();
    let siklus = match folder.open(Options::default()) {
        Ok(siklus) => siklus,
        Err(error) => return verdict.damaged(format!("it does not open: {error:?}")),
    };
    if let Err(error) = look_through(&siklus, ledger, &mut verdict) {
        verdict = verdict.damaged(format!("it cannot be used: {error:?}"));
    }
    if let Err(error) = siklus.store().close() {
        return verdict.damaged(format!("it does not close: {error:?}"));
    }
    match Content::read(&folder.store(), 1) {
        Ok(found) => settle(ledger, &found, &mut verdict),
        Err(error) => return verdict.damaged(format!("it cannot be read: {error:?}")),
    }
    verdict
}

/// The same, without waiting for the disk to sync what the judge writes.
pub fn judge_quickly(folder: &Folder, ledger: &mut Ledger) -> Verdict {
    let _watch = watch(folder.path());
    judge(folder, ledger)
}

/// Judges a copy, so that the next writer finds the WAL as the one before it left it.
pub fn judge_copy(folder: &Folder, ledger: &mut Ledger) -> Verdict {
    let verdict = judge_quickly(&folder.copy(), ledger);
    if let Some(added) = verdict.added {
        ledger.households.remove(&added);
    }
    verdict
}

fn settle(ledger: &mut Ledger, found: &Content, verdict: &mut Verdict) {
    compare(ledger, found, verdict);
    ledger.settle(found);
}

/// What the library says of it itself; and that it can be written to.
fn look_through(siklus: &Siklus, ledger: &mut Ledger, verdict: &mut Verdict) -> Result<(), VisitError> {
    let found = siklus.store().verify()?;
    if !found.is_whole() {
        verdict.damaged.push(format!("{found:?}"));
    }
    let completed: Vec<_> = ledger.visits.iter().filter(|(_, visit)| visit.completed).map(|(id, _)| *id).collect();
    for visit in completed.into_iter().filter(|visit| !ledger.judged.contains(visit)).collect::<Vec<_>>() {
        match siklus.results(VisitId(visit), "id") {
            Ok(came_out) if came_out.results.iter().all(|result| result.follows) => drop(ledger.judged.insert(visit)),
            Ok(_) => verdict.damaged.push(format!("the result of visit {visit} does not follow")),
            Err(VisitError::Store(StoreError::Unknown(_))) => verdict.lost.push(format!("visit {visit}")),
            Err(error) => return Err(error),
        }
    }
    if let Some(screen) = pending_form(siklus, ledger)? {
        // A step that was saved by half leaves answers that are no longer asked for.
        verdict.damaged.extend(screen.withdrawn.iter().map(|fact| format!("{} is answered and not asked for", fact.id)));
    }
    let household = register(siklus)?.0;
    ledger.households.entry(household).or_default();
    verdict.added = Some(household);
    Ok(())
}

/// The form at which an answer was under way, looked at again.
fn pending_form(siklus: &Siklus, ledger: &Ledger) -> Result<Option<Screen>, VisitError> {
    let Some(line) = ledger.pending.as_ref().filter(|line| matches!(line.kind, Kind::Answer | Kind::Section)) else { return Ok(None) };
    siklus.refresh_form(VisitId(line.of), WhoseForm::Member(PersonId(line.person)), "id").map(Some)
}

fn compare(ledger: &Ledger, found: &Content, verdict: &mut Verdict) {
    if found.halves != 0 {
        verdict.damaged.push(format!("{} rows stand alone", found.halves));
    }
    for (household, persons) in &ledger.households {
        match found.households.get(household) {
            None => verdict.lost.push(format!("household {household}")),
            Some(there) => verdict.lost.extend(persons.difference(there).map(|person| format!("person {person}"))),
        }
    }
    for (id, visit) in &ledger.visits {
        compare_visit(ledger, *id, visit, found, verdict);
    }
    surplus(ledger, found, verdict);
}

/// What nobody wrote: at most what was under way may be there.
fn surplus(ledger: &Ledger, found: &Content, verdict: &mut Verdict) {
    let visits = found.drafts.keys().chain(found.completed.keys()).filter(|visit| !ledger.visits.contains_key(visit)).count();
    let persons = |households: &std::collections::BTreeMap<Uuid, std::collections::BTreeSet<Uuid>>| households.values().flatten().count();
    let counts = [
        (Kind::Visit, visits),
        (Kind::Household, found.households.len().saturating_sub(ledger.households.len())),
        (Kind::Person, persons(&found.households).saturating_sub(persons(&ledger.households))),
    ];
    for (kind, count) in counts {
        if count > usize::from(ledger.is_pending(kind)) {
            verdict.damaged.push(format!("{count} more than was written of: {}", kind.as_str()));
        }
    }
}

fn compare_visit(ledger: &Ledger, id: Uuid, visit: &Visit, found: &Content, verdict: &mut Verdict) {
    let pending = ledger.pending.as_ref().filter(|line| line.of == id);
    let completing = pending.is_some_and(|line| line.kind == Kind::Complete);
    let there = match (found.drafts.get(&id), found.completed.get(&id)) {
        (Some(sheets), None) if !visit.completed => sheets,
        (None, Some(sheets)) if visit.completed || completing => sheets,
        (None, None) => return verdict.lost.push(format!("visit {id}")),
        (Some(_), None) => return verdict.lost.push(format!("the end of visit {id}")),
        _ => return verdict.damaged.push(format!("visit {id} ended and did not end")),
    };
    let mut persons: Vec<_> = visit.answers.keys().chain(there.keys()).collect();
    persons.sort();
    persons.dedup();
    for person in persons {
        let none = Changes::new();
        let (acknowledged, there) = (visit.answers.get(person).unwrap_or(&none), there.get(person).unwrap_or(&none));
        let pending = pending.filter(|line| line.person == *person);
        if acknowledged != there && !pending.is_some_and(|line| came_through(&line.changes, acknowledged, there)) {
            differ(id, acknowledged, there, verdict);
        }
    }
}

/// Whether the answer, or the section, that was under way is there: as a whole, because its form was looked at again.
fn came_through(wished: &Changes, acknowledged: &Changes, there: &Changes) -> bool {
    let more = there.len() > acknowledged.len() && acknowledged.iter().all(|(fact, answer)| there.get(fact) == Some(answer));
    if wished.is_empty() { more } else { wished.iter().all(|(fact, answer)| there.get(fact) == Some(answer)) }
}

fn differ(id: Uuid, acknowledged: &Changes, there: &Changes, verdict: &mut Verdict) {
    for (fact, answer) in acknowledged.iter().filter(|(fact, answer)| there.get(*fact) != Some(answer)) {
        verdict.lost.push(format!("visit {id}: {fact}={answer}, there is {:?}", there.get(fact)));
    }
    for (fact, answer) in there.iter().filter(|(fact, _)| !acknowledged.contains_key(*fact)) {
        verdict.damaged.push(format!("visit {id}: {fact}={answer} was never acknowledged"));
    }
}

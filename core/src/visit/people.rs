//! Registering and correcting households, persons and pregnancies, field by field.

use super::{Siklus, VisitError};
use crate::person::register::{FieldFault, FieldRule, HouseholdField, PersonField, read_birth};
use crate::person::{BirthDate, KkNumber, Nik, NikWarning, Sex};
use crate::store::{Author, Consent, ConsentState, EpisodeField, EpisodeId, Household, HouseholdId, Person, PersonId, StoreError};

/// A change of a field: what was entered, or `None` to take the value back.
pub type PersonChange = (PersonField, Option<String>);

/// A person who was registered or corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The person.
    pub person: PersonId,
    /// What the cadre should look at again; it was kept as entered.
    pub warnings: Vec<RegisterWarning>,
}

/// What may be wrong with what was kept as entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterWarning {
    /// The NIK states another sex. The civil registry has errors, so it is for the cadre to say.
    NikOfOtherSex,
    /// The NIK states another birth date.
    NikOfOtherBirthDate,
}

impl Siklus {
    /// Registers a household with what it said to the notice. One that refuses has nothing kept but the refusal.
    ///
    /// # Errors
    /// The fields that are not accepted.
    pub fn register_household(
        &self,
        author: Author,
        consent: &Consent,
        fields: &[(HouseholdField, String)],
    ) -> Result<HouseholdId, VisitError> {
        let changes: Vec<_> = fields.iter().map(|(field, text)| (*field, Some(text.clone()))).collect();
        let mut fields = read_household(&changes, author)?;
        let is_named = fields.iter().any(|(field, _)| *field == HouseholdField::Name);
        if consent.state == ConsentState::Agreed && !is_named {
            return Err(FieldFault { field: HouseholdField::Name.as_str(), rule: FieldRule::Empty }.into());
        }
        if consent.state != ConsentState::Agreed {
            fields.clear();
        }
        Ok(self.store.add_household(author, consent, &fields)?)
    }

    /// Corrects fields of a household.
    ///
    /// # Errors
    /// The fields that are not accepted; [`VisitError::NoConsent`].
    pub fn correct_household(
        &self,
        author: Author,
        household: HouseholdId,
        changes: &[(HouseholdField, Option<String>)],
    ) -> Result<(), VisitError> {
        self.with_consent(household)?;
        let fields = read_household(changes, author)?;
        let unnamed = fields.iter().any(|(field, value)| *field == HouseholdField::Name && value.is_none());
        if unnamed {
            return Err(FieldFault { field: HouseholdField::Name.as_str(), rule: FieldRule::Empty }.into());
        }
        Ok(self.store.set_household(author, household, &fields)?)
    }

    /// Records what a household says to the notice now.
    pub fn record_consent(&self, author: Author, household: HouseholdId, consent: &Consent) -> Result<(), VisitError> {
        self.store.household(household)?;
        Ok(self.store.set_consent(author, household, consent)?)
    }

    /// Registers a person in a household. Name, sex and birth date must be there.
    ///
    /// # Errors
    /// The fields that are not accepted or missing; [`VisitError::NoConsent`].
    pub fn register_person(
        &self,
        author: Author,
        household: HouseholdId,
        fields: &[(PersonField, String)],
    ) -> Result<Registered, VisitError> {
        let _turn = self.turn();
        let household = self.with_consent(household)?;
        let changes: Vec<_> = fields.iter().map(|(field, text)| (*field, Some(text.clone()))).collect();
        let (fields, warnings) = self.read_person(author, None, &household, &changes)?;
        Ok(Registered { person: self.store.add_person(author, household.id, &fields)?, warnings })
    }

    /// Corrects fields of a person.
    ///
    /// # Errors
    /// As [`Siklus::register_person`].
    pub fn correct_person(&self, author: Author, person: PersonId, changes: &[PersonChange]) -> Result<Registered, VisitError> {
        let _turn = self.turn();
        let old = self.store.person(person)?;
        let household = self.with_consent(old.household.ok_or(StoreError::Unknown("household"))?)?;
        let (fields, warnings) = self.read_person(author, Some(&old), &household, changes)?;
        self.store.set_person(author, person, &fields)?;
        Ok(Registered { person, warnings })
    }

    /// Moves a person into another household, as after a marriage.
    ///
    /// # Errors
    /// [`VisitError::NoConsent`] of the new household.
    pub fn move_person(&self, author: Author, person: PersonId, household: HouseholdId) -> Result<(), VisitError> {
        self.store.person(person)?;
        self.with_consent(household)?;
        Ok(self.store.move_person(author, person, household)?)
    }

    /// Records the beginning of a pregnancy by its first day ([`EpisodeField::Lmp`]) or its due date ([`EpisodeField::Edd`]).
    ///
    /// # Errors
    /// When the person is a man, when a pregnancy is in progress, or when the date cannot be.
    pub fn begin_pregnancy(&self, author: Author, person: PersonId, field: EpisodeField, date: &str) -> Result<EpisodeId, VisitError> {
        let _turn = self.turn();
        let woman = self.store.person(person)?;
        let fault = |rule| VisitError::from(FieldFault { field: field.as_str(), rule });
        if woman.sex == Some(Sex::Male) {
            return Err(fault(FieldRule::OfAMan));
        }
        if self.store.episodes(person)?.iter().any(|episode| episode.ended_on().is_none()) {
            return Err(fault(FieldRule::PregnantAlready));
        }
        let date = read_episode(field, date, author, woman.born)?;
        Ok(self.store.add_episode(author, person, field, date)?)
    }

    /// Corrects a pregnancy or records its end; `None` takes a date back.
    ///
    /// # Errors
    /// When a date cannot be.
    pub fn change_pregnancy(
        &self,
        author: Author,
        person: PersonId,
        episode: EpisodeId,
        field: EpisodeField,
        date: Option<&str>,
    ) -> Result<(), VisitError> {
        let _turn = self.turn();
        let woman = self.store.person(person)?;
        let episodes = self.store.episodes(person)?;
        let known = episodes.iter().find(|known| known.id == episode).ok_or(StoreError::Unknown("pregnancy"))?;
        let date = date.map(|date| read_episode(field, date, author, woman.born)).transpose()?;
        let ends = matches!(field, EpisodeField::DeliveredOn | EpisodeField::LostOn);
        let before = known.date().zip(date).is_some_and(|(begins, ends)| ends < begins.lmp());
        if ends && before {
            return Err(FieldFault { field: field.as_str(), rule: FieldRule::BeforePregnancy }.into());
        }
        Ok(self.store.set_episode(author, episode, person, &[(field, date)])?)
    }

    /// The household, which must have agreed.
    pub(super) fn with_consent(&self, household: HouseholdId) -> Result<Household, VisitError> {
        let household = self.store.household(household)?;
        if household.consent == Some(ConsentState::Agreed) { Ok(household) } else { Err(VisitError::NoConsent) }
    }

    /// The canonical fields and the warnings; all faults at once.
    fn read_person(
        &self,
        author: Author,
        old: Option<&Person>,
        household: &Household,
        changes: &[PersonChange],
    ) -> Result<(Vec<PersonChange>, Vec<RegisterWarning>), VisitError> {
        let (fields, mut faults) = read_all(changes, |field, text| field.read(text, author.happened_on));
        let is_missing = |field: &PersonField| match changes.iter().find(|(of, _)| of == field) {
            Some((_, text)) => text.is_none(),
            None => old.is_none(),
        };
        let missing = PersonField::ALL.into_iter().filter(|field| field.is_required()).filter(is_missing);
        faults.extend(missing.map(|field| FieldFault { field: field.as_str(), rule: FieldRule::Empty }));
        let after = After::of(old, &fields);
        faults.extend(self.nik_fault(&after, old.map(|old| old.id), household)?);
        if faults.is_empty() { Ok((fields, after.warnings())) } else { Err(VisitError::Fields(faults)) }
    }

    fn nik_fault(&self, after: &After, of: Option<PersonId>, household: &Household) -> Result<Option<FieldFault>, VisitError> {
        let Some(nik) = &after.nik else { return Ok(None) };
        let kk = household.kk_number.as_deref().and_then(|kk| KkNumber::parse(kk).ok());
        let rule = match kk.map(|kk| nik.check_kk(&kk)) {
            Some(Err(error)) => Some(FieldRule::Number(error)),
            _ if self.store.persons_with_nik(nik.digits())?.iter().any(|other| Some(*other) != of) => Some(FieldRule::NikTaken),
            _ => None,
        };
        Ok(rule.map(|rule| FieldFault { field: PersonField::Nik.as_str(), rule }))
    }
}

/// What of a person must agree, after a change.
struct After {
    sex: Option<Sex>,
    born: Option<BirthDate>,
    nik: Option<Nik>,
}

impl After {
    fn of(old: Option<&Person>, fields: &[PersonChange]) -> Self {
        let new = |field| fields.iter().rfind(|(of, _)| *of == field).map(|(_, text)| text.as_deref());
        Self {
            sex: new(PersonField::Sex).map_or_else(|| old?.sex, |text| text?.parse().ok()),
            born: new(PersonField::Born).map_or_else(|| old?.born, |text| read_birth(text?)),
            nik: new(PersonField::Nik).map_or_else(|| Nik::parse(old?.nik.as_deref()?).ok(), |text| Nik::parse(text?).ok()),
        }
    }

    fn warnings(&self) -> Vec<RegisterWarning> {
        let (Some(nik), Some(sex), Some(born)) = (&self.nik, self.sex, self.born) else { return Vec::new() };
        let warning = |warning| match warning {
            NikWarning::SexMismatch => RegisterWarning::NikOfOtherSex,
            NikWarning::BirthDateMismatch => RegisterWarning::NikOfOtherBirthDate,
        };
        nik.check(sex, born).into_iter().map(warning).collect()
    }
}

fn read_household(
    changes: &[(HouseholdField, Option<String>)],
    author: Author,
) -> Result<Vec<(HouseholdField, Option<String>)>, VisitError> {
    let (fields, faults) = read_all(changes, |field, text| field.read(text, author.happened_on));
    if faults.is_empty() { Ok(fields) } else { Err(VisitError::Fields(faults)) }
}

/// The canonical texts of the changes that are accepted, and the faults of the others.
fn read_all<F: Copy>(
    changes: &[(F, Option<String>)],
    read: impl Fn(F, &str) -> Result<String, FieldFault>,
) -> (Vec<(F, Option<String>)>, Vec<FieldFault>) {
    let (mut fields, mut faults) = (Vec::new(), Vec::new());
    for (field, text) in changes {
        match text.as_deref().map(|text| read(*field, text)).transpose() {
            Ok(text) => fields.push((*field, text)),
            Err(fault) => faults.push(fault),
        }
    }
    (fields, faults)
}

/// Only a due date may lie ahead, and no further than a pregnancy lasts.
fn read_episode(field: EpisodeField, text: &str, author: Author, born: Option<BirthDate>) -> Result<chrono::NaiveDate, VisitError> {
    let fault = |rule| VisitError::from(FieldFault { field: field.as_str(), rule });
    let date: chrono::NaiveDate = text.trim().parse().map_err(|_| fault(FieldRule::Date))?;
    let begins = if field == EpisodeField::Edd { crate::person::PregnancyDate::Edd(date).lmp() } else { date };
    if begins > author.happened_on {
        return Err(fault(FieldRule::AfterToday));
    }
    if born.is_some_and(|born| begins < born.earliest()) {
        return Err(fault(FieldRule::BeforeBirth));
    }
    Ok(date)
}

//! The words of the store and of visits that the core and Kotlin share.

use siklus_core::pack::source::{Action, Setting};
use siklus_core::person::register::{HouseholdField, PersonField, Relation};
use siklus_core::screening::Standing;
use siklus_core::screening::render::Role;
use siklus_core::store::{ConsentState, ConsentWay, EpisodeField, PartState, ReportWay, VisitState};
use siklus_core::visit::RegisterWarning;

/// How a person stands after what was answered; the last one is the most urgent.
#[uniffi::remote(Enum)]
pub enum Standing {
    /// All is well: *sudah baik*.
    None,
    /// Teach: *edukasi*.
    Educate,
    /// Nobody can say yet: *belum bisa dinilai*.
    Undecidable,
    /// A service is missing: *ingatkan layanan*.
    ServiceDue,
    /// Told to the health worker the same day: *lapor nakes*.
    Report,
    /// Examined at Pustu or Puskesmas by a deadline: *rujuk*.
    Refer,
    /// Go now: *rujuk segera*.
    Emergency,
}

/// Where a visit takes place.
#[uniffi::remote(Enum)]
pub enum Setting {
    /// At home: the short checklist.
    HomeVisit,
    /// On the Posyandu day: the full card.
    Posyandu,
}

/// A field of a household.
#[uniffi::remote(Enum)]
pub enum HouseholdField {
    /// How it is called: mostly the name of its head.
    Name,
    /// Street, house or landmark.
    Address,
    /// Rukun tetangga, the neighbourhood.
    Rt,
    /// Rukun warga, several neighbourhoods.
    Rw,
    /// The number of the family card (nomor KK).
    KkNumber,
    /// The day on which it moved away.
    MovedOn,
}

/// A field of a person.
#[uniffi::remote(Enum)]
pub enum PersonField {
    /// The name.
    Name,
    /// `female` or `male`.
    Sex,
    /// The birth date as far as it is known: `1995-03-15`, `1995-03`, `1995`, or `~45` for about 45 years.
    Born,
    /// What the person is to the head of the household, as `child`.
    Relation,
    /// The national number (NIK). A newborn has none yet.
    Nik,
    /// The weight at birth in grams, 300 to 7,000.
    BirthWeightG,
    /// Completed weeks of gestation at birth, 20 to 45.
    BirthGestationWeeks,
    /// The day on which the person left the household.
    LeftOn,
    /// The day of death.
    DiedOn,
}

/// What a member is to the head of the household, as on the family card (Kartu Keluarga).
#[uniffi::remote(Enum)]
pub enum Relation {
    /// The head (kepala keluarga).
    Head,
    /// Wife or husband.
    Spouse,
    /// Child.
    Child,
    /// Wife or husband of a child (menantu).
    ChildInLaw,
    /// Grandchild.
    Grandchild,
    /// Parent.
    Parent,
    /// Parent of the wife or husband (mertua).
    ParentInLaw,
    /// Another relative (famili lain).
    OtherRelative,
    /// Someone else of the house.
    Other,
}

/// What a household said to the notice on its data.
#[uniffi::remote(Enum)]
pub enum ConsentState {
    /// It agreed.
    Agreed,
    /// It refused: nothing but the refusal is kept.
    Refused,
    /// It agreed once and no longer does: what was kept until then stays, nothing is added.
    Withdrawn,
}

/// How it said so.
#[uniffi::remote(Enum)]
pub enum ConsentWay {
    /// Spoken before the cadre.
    Spoken,
    /// Signed.
    Signed,
    /// With a thumb mark.
    ThumbMark,
    /// As a recording.
    Recorded,
}

/// What may be wrong with what was kept as entered.
#[uniffi::remote(Enum)]
pub enum RegisterWarning {
    /// The NIK states another sex. The civil registry has errors, so it is for the cadre to say.
    NikOfOtherSex,
    /// The NIK states another birth date.
    NikOfOtherBirthDate,
}

/// What became of a member at a visit.
#[uniffi::remote(Enum)]
pub enum PartState {
    /// Asked and judged.
    Assessed,
    /// Not at home.
    Absent,
    /// Did not want to be asked.
    Refused,
    /// Not visited, with a reason.
    NotVisited,
}

/// How a visit ended.
#[uniffi::remote(Enum)]
pub enum VisitState {
    /// Completed.
    Completed,
    /// Cancelled, with a reason: what was answered is kept and counts for nothing.
    Cancelled,
}

/// How a result was told to the health worker.
#[uniffi::remote(Enum)]
pub enum ReportWay {
    /// Face to face.
    InPerson,
    /// By phone.
    Phone,
    /// By a message.
    Message,
}

/// A date of a pregnancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PregnancyField {
    /// The first day of the last period (HPHT).
    Lmp,
    /// The due date (HPL).
    Edd,
    /// The day of the birth.
    DeliveredOn,
    /// The day on which the pregnancy was lost.
    LostOn,
}

impl From<PregnancyField> for EpisodeField {
    fn from(field: PregnancyField) -> Self {
        match field {
            PregnancyField::Lmp => Self::Lmp,
            PregnancyField::Edd => Self::Edd,
            PregnancyField::DeliveredOn => Self::DeliveredOn,
            PregnancyField::LostOn => Self::LostOn,
        }
    }
}

/// What a line of a result is for. Those that speak of an action have it beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum LineRole {
    /// Who was judged, and when.
    Person,
    /// The word of the most urgent action.
    Action,
    /// In place of an action: the answers are not enough to call the person safe.
    Undecidable,
    /// A sentence about the result as a whole.
    Sentence,
    /// The heading of what follows.
    Heading,
    /// The word of an action, with the deadline; the findings that call for it follow.
    Urgency,
    /// What was found.
    Finding,
    /// What to do about a finding.
    Advice,
    /// Why it was found: a value and its limit.
    Reason,
    /// What the value in the line before was computed from.
    Inputs,
    /// On which documents it rests, and how surely.
    Source,
    /// How a child grows: an index, the month, or what to measure once more.
    Growth,
    /// Before questions: what they may lead to.
    Ask,
    /// Questions that have not been answered.
    Questions,
    /// When to look again, and by which pack the person was judged.
    Note,
}

/// A role without and with its action.
pub(super) fn role(role: Role) -> (LineRole, Option<Action>) {
    match role {
        Role::Person => (LineRole::Person, None),
        Role::Action(action) => (LineRole::Action, Some(action)),
        Role::Undecidable => (LineRole::Undecidable, None),
        Role::Sentence => (LineRole::Sentence, None),
        Role::Heading => (LineRole::Heading, None),
        Role::Urgency(action) => (LineRole::Urgency, Some(action)),
        Role::Finding(action) => (LineRole::Finding, Some(action)),
        Role::Advice => (LineRole::Advice, None),
        Role::Reason => (LineRole::Reason, None),
        Role::Inputs => (LineRole::Inputs, None),
        Role::Source => (LineRole::Source, None),
        Role::Growth => (LineRole::Growth, None),
        Role::Ask(action) => (LineRole::Ask, Some(action)),
        Role::Questions => (LineRole::Questions, None),
        Role::Note => (LineRole::Note, None),
    }
}

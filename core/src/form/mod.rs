//! The form of a visit: what is asked of a person, a household or an area, in which order, and what becomes of each answer.
//!
//! Pure: no clock, no storage. A [`Form`] is made of a pack, of [`Who`] is visited and of the setting; it never changes. What is recorded
//! stands in a [`Draft`]: an answer takes one draft and gives the next one with the whole [`Screen`] to draw, or an error in words, and
//! then nothing has changed. Which questions are visible follows from the gates, the sex and the life stages of each fact alone.
//!
//! ```
//! use siklus_core::form::{Draft, Form, FormError, Given, Who};
//! use siklus_core::pack::Pack;
//! use siklus_core::pack::source::Setting;
//! use siklus_core::person::{BirthDate, Precision, PregnancyDate, Sex};
//! use siklus_core::screening::Input;
//!
//! let pack = Pack::embedded()?;
//! let born = BirthDate::new("2008-05-01".parse()?, Precision::Day);
//! let mut input = Input::new("2026-03-02".parse()?, Sex::Female, born);
//! input.pregnancy = Some(PregnancyDate::Lmp("2025-10-01".parse()?));
//! let who = Who::Person { input: Box::new(input), member: false };
//! let form = Form::new(&pack, who, Setting::HomeVisit, "id").map_err(|faults| format!("{faults:?}"))?;
//!
//! let empty = Draft::default();
//! assert_eq!(form.screen(&empty)?.sections[0].title, "Bahaya yang harus segera ditolong");
//!
//! let bleeding = pack.dictionary().find("vaginal_bleeding").ok_or("no such fact")?;
//! let step = form.answer(&empty, bleeding, Given::Typed("true"))?;
//! assert_eq!(step.screen.findings[0].action_text, "RUJUK SEGERA");
//!
//! let arm = pack.dictionary().find("muac_cm").ok_or("no such fact")?;
//! let Err(FormError::Field(error)) = form.answer(&step.draft, arm, Given::Typed("228")) else { return Err("accepted".into()) };
//! assert!(error.message.ends_with("5,0 sampai 60,0 cm."));
//! assert_eq!(error.suggestion.map(|meant| meant.text).as_deref(), Some("Apakah maksudnya 22,8?"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod carried;
mod check;
mod draft;
mod draw;
mod drawn;
mod error;
mod judged;
mod layout;
mod progress;
#[cfg(feature = "sqlcipher")]
mod put_away;
mod question;
mod screen;
mod session;
pub(crate) mod told;
mod who;

pub use answer::{Given, Step};
pub use draft::Draft;
pub use error::{FieldError, FieldRule, FormError, Suggestion};
#[cfg(feature = "sqlcipher")]
pub(crate) use judged::JudgedPerson;
pub use layout::LaidOut;
#[cfg(feature = "sqlcipher")]
pub(crate) use put_away::PutAway;
pub use screen::{Ask, Choice, FieldMessage, Found, Kind, Last, Old, Progress, Question, Screen, Section, Shown, Withdrawn};
pub use session::Form;
pub use told::{ToldFinding, ToldQuestion, ToldUndetermined};
pub use who::{Sheet, Who};

#[cfg(test)]
mod tests;

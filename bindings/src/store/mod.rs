//! The encrypted store and the visits in it.

mod answer_sheet;
mod author;
mod chart;
mod faults;
mod form;
mod given;
mod growth;
mod household;
mod ids;
mod kind;
mod overview;
mod pages;
mod people;
mod person;
mod records;
mod results;
mod screen;
mod service_card;
mod services;
mod settings;
mod siklus;
mod texts;
mod visit;
mod visits;
mod words;

pub use answer_sheet::{AnswerSectionView, AnswerSheetView, EarlierAnswerView, WithdrawnAnswerView, WrittenAnswerView, WrittenView};
pub use author::{AuthorRequest, MomentRequest};
pub use given::GivenAnswer;
pub use growth::{GrowthIndexView, GrowthRemarkView, GrowthView, MeasureAgainView};
pub use household::{ConsentRequest, HouseholdChange, HouseholdLineView, HouseholdView, NameHitView};
pub use kind::{ChoiceView, KindView};
pub use overview::{AlarmView, DraftLineView, PartOverviewView, TodayView, VisitOverviewView};
pub use pages::{HouseholdPageView, MemberView, PersonPageView, PersonVisitView, PregnancyLineView, VisitLineView};
pub use person::{DescribedView, LastResultView, PersonChange, PersonView, PregnancyView, RegisteredView};
pub use records::{NewVisitRequest, PartView, VisitView};
pub use results::{CompletionView, LineView, NotAssessedView, OpenQuestionsView, PersonResultView, ReportRecord, VisitResultsView};
pub use screen::{
    AskView, FieldMessageView, FoundView, LastView, OldView, ProgressView, ScreenQuestionView, ScreenView, SectionView, ShownView,
    SuggestionView, WithdrawnView,
};
pub use service_card::{
    CardDoseView, CardEntryRequest, CardGivenRequest, CardGroupView, CardServiceView, OtherServiceView, PlanLineView, ServiceCardView,
};
pub use siklus::{Siklus, VerificationView};
pub use texts::{AboutConfidenceView, AboutSourceView, AboutView, ConsentNoticeView, NoteSenderRequest};
pub use visit::{Visit, WhoseForm};
pub use words::{LineRole, PregnancyField};

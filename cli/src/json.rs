//! The JSON object of an assessment, as the case format describes it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use siklus_core::fact::Value;
use siklus_core::growth::{Class, Growth, Index, Score};
use siklus_core::pack::{FactRef, Name, Pack, RuleId};
use siklus_core::screening::{Assessment, Due, Finding, Reason, ReasonTest, Undetermined};

/// What came out for one person.
#[derive(Serialize)]
pub struct PersonJson<'a> {
    stages: Vec<&'static str>,
    action: &'static str,
    findings: Vec<FindingJson<'a>>,
    undetermined: Vec<UndeterminedJson<'a>>,
    open_urgent: Vec<&'a str>,
    due: Vec<DueJson<'a>>,
    growth: BTreeMap<&'static str, ScoreJson>,
    next_change_on: Option<String>,
    /// How the child grows cannot be judged for want of the day of birth; the rules on it read as "no".
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    needs_birth_day: bool,
}

/// A service.
#[derive(Serialize)]
pub struct DueJson<'a> {
    code: &'a str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

#[derive(Serialize)]
struct ScoreJson {
    /// Two decimals.
    z: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    flagged: bool,
    table: &'static str,
}

#[derive(Serialize)]
struct FindingJson<'a> {
    id: &'a str,
    action: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<&'static str>,
    because: Vec<ReasonJson<'a>>,
    source: &'a str,
    confidence: &'static str,
    title: &'a str,
    advice: &'a str,
}

#[derive(Serialize)]
struct ReasonJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    test: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<&'a str>,
}

#[derive(Serialize)]
struct UndeterminedJson<'a> {
    id: &'a str,
    missing: Vec<&'a str>,
    open: Vec<&'a str>,
}

fn score(score: &Score) -> ScoreJson {
    ScoreJson {
        z: f64::from(score.z.hundredths()) / 100.0,
        class: score.class.map(Class::as_str),
        flagged: score.flagged,
        table: score.table.as_str(),
    }
}

/// Which pack judged.
#[derive(Serialize)]
pub struct PackJson<'a> {
    id: &'a str,
    version: &'a str,
}

/// The object of a single person.
#[derive(Serialize)]
pub struct CaseJson<'a> {
    #[serde(flatten)]
    person: PersonJson<'a>,
    pack: PackJson<'a>,
}

/// The object of a household. The household's own results are left out until they are computed.
#[derive(Serialize)]
pub struct HouseholdJson<'a> {
    members: Vec<MemberJson<'a>>,
    pack: PackJson<'a>,
}

/// A member of a household.
#[derive(Serialize)]
pub struct MemberJson<'a> {
    /// The member's name in the file.
    pub id: &'a str,
    /// What came out.
    #[serde(flatten)]
    pub person: PersonJson<'a>,
}

/// Makes JSON of what one pack found, with texts in one language.
pub struct JsonWriter<'a> {
    pack: &'a Pack,
    language: Vec<&'a str>,
}

impl<'a> JsonWriter<'a> {
    /// A writer in this language of the pack.
    pub fn new(pack: &'a Pack, language: &'a str) -> Self {
        Self { pack, language: pack.source().language_chain(language) }
    }

    /// The object of a single person.
    pub fn case(&self, person: PersonJson<'a>) -> CaseJson<'a> {
        CaseJson { person, pack: self.pack() }
    }

    /// The object of a household.
    pub fn household(&self, members: Vec<MemberJson<'a>>) -> HouseholdJson<'a> {
        HouseholdJson { members, pack: self.pack() }
    }

    /// What came out for a person, and the first day on which it can differ.
    pub fn person(&self, assessment: &Assessment, due: &[Due], growth: &Growth, next_change: Option<NaiveDate>) -> PersonJson<'a> {
        PersonJson {
            stages: assessment.stages.iter().map(|stage| stage.as_str()).collect(),
            action: assessment.action(self.pack).as_str(),
            findings: assessment.findings.iter().filter_map(|finding| self.finding(assessment, finding)).collect(),
            undetermined: assessment.undetermined.iter().map(|rule| self.undetermined(rule)).collect(),
            open_urgent: assessment.open_urgent(self.pack).map(|rule| self.rule_id(rule.rule)).collect(),
            due: due.iter().map(|due| self.due(due)).collect(),
            growth: Index::ALL.into_iter().filter_map(|index| Some((index.as_str(), score(&growth.index(index).ok()?)))).collect(),
            next_change_on: next_change.map(|day| day.to_string()),
            needs_birth_day: assessment.needs_birth_day,
        }
    }

    /// A service that applies.
    pub fn due(&self, due: &Due) -> DueJson<'a> {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        DueJson { code: self.pack.service_code(due.service), status: due.status.as_str(), from: day(due.from), until: day(due.until) }
    }

    fn pack(&self) -> PackJson<'a> {
        let meta = &self.pack.source().meta;
        PackJson { id: &meta.id, version: &meta.version }
    }

    fn finding(&self, assessment: &Assessment, finding: &Finding) -> Option<FindingJson<'a>> {
        let rule = self.pack.rule(finding.rule)?;
        Some(FindingJson {
            id: &rule.id.value,
            action: rule.action.as_str(),
            within: rule.within.map(|within| within.as_str()),
            because: assessment.because(finding).iter().map(|reason| self.reason(reason)).collect(),
            source: &rule.source.value,
            confidence: rule.confidence.as_str(),
            title: rule.title.get(&self.language),
            advice: rule.advice.get(&self.language),
        })
    }

    fn reason(&self, reason: &Reason) -> ReasonJson<'a> {
        let name = self.pack.name(reason.of);
        let value = reason.value.as_ref().map_or_else(|| "unknown".to_owned(), |value| self.value(reason.of, value));
        let is_service = matches!(reason.of, Name::Service(_));
        let is_status = is_service && matches!(reason.value, Some(Value::Code(_)));
        ReasonJson {
            fact: (!is_service).then_some(name),
            service: is_service.then_some(name),
            status: is_status.then(|| value.clone()),
            value: (!is_status).then_some(value),
            test: reason.test_text(self.pack).filter(|_| !is_service),
            limit: self.limit(reason).filter(|_| !is_service),
            on: reason.on.map(|day| day.to_string()),
            items: reason.items.iter().map(|item| self.pack.name(*item)).collect(),
        }
    }

    /// What the value was compared with; several codes are parted by commas. A yes-or-no fact is compared with its answer.
    fn limit(&self, reason: &Reason) -> Option<String> {
        match reason.test {
            ReasonTest::Yes => return Some(true.to_string()),
            ReasonTest::No => return Some(false.to_string()),
            ReasonTest::Written { .. } | ReasonTest::Input => {}
        }
        let limits: Vec<String> = reason.limits.iter().map(|limit| self.value(reason.of, limit)).collect();
        Some(limits.join(", ")).filter(|_| !limits.is_empty())
    }

    /// A value as a case file would hold it, in a text.
    fn value(&self, name: Name, value: &Value) -> String {
        let dictionary = self.pack.dictionary();
        match value {
            Value::Bool(value) => value.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Code(code) => dictionary.code(*code).to_owned(),
            Value::Date(date) => date.to_string(),
            Value::Text(text) => text.to_string(),
            Value::Codes(codes) => {
                let fact = match name {
                    Name::Fact(fact) => self.pack.fact_id(fact),
                    _ => None,
                };
                let choices = fact.map(|fact| dictionary.get(fact).kind.choices()).unwrap_or_default();
                let chosen = codes.iter().filter_map(|place| choices.get(place));
                chosen.map(|choice| dictionary.code(choice.code)).collect::<Vec<_>>().join(", ")
            }
        }
    }

    fn undetermined(&self, rule: &Undetermined) -> UndeterminedJson<'a> {
        let names = |facts: &[FactRef]| facts.iter().map(|fact| self.pack.fact_name(*fact)).collect();
        UndeterminedJson { id: self.rule_id(rule.rule), missing: names(&rule.missing), open: names(&rule.open) }
    }

    fn rule_id(&self, rule: RuleId) -> &'a str {
        self.pack.rule(rule).map_or("", |rule| &rule.id.value)
    }
}

//! Which texts of a pack are not translated.

use siklus_core::fact::LocalText;
use siklus_core::pack::source::Source;

/// The names of the texts that a language lacks, as a `[translation.x]` would call them.
pub fn missing(source: &Source, language: &str) -> Vec<String> {
    let texts = texts(source).into_iter();
    texts.filter(|(_, text)| text.exactly(language).is_none()).map(|(name, _)| name).collect()
}

/// Every text of a pack with its name.
fn texts<'s>(source: &'s Source) -> Vec<(String, &'s LocalText)> {
    let mut texts = vec![("pack.title".to_owned(), &source.meta.title)];
    let mut add = |name: String, text: Option<&'s LocalText>| texts.extend(text.map(|text| (name, text)));
    for group in &source.groups {
        add(format!("group.{}.title", group.id.value), group.title.as_ref());
    }
    for rule in &source.rules {
        add(format!("rule.{}.title", rule.id.value), Some(&rule.title));
        add(format!("rule.{}.advice", rule.id.value), Some(&rule.advice));
    }
    for derived in &source.derived {
        add(format!("derived.{}.label", derived.id.value), derived.label.as_ref());
    }
    for list in &source.lists {
        add(format!("list.{}.title", list.id.value), list.title.as_ref());
    }
    for readings in &source.readings {
        add(format!("readings.{}.label", readings.id.value), readings.label.as_ref());
    }
    for service in &source.services {
        add(format!("service.{}.name", service.id.value), Some(&service.name));
    }
    for section in &source.sections {
        add(format!("section.{}.title", section.id.value), Some(&section.title));
        add(format!("section.{}.intro", section.id.value), section.intro.as_ref());
    }
    for form in &source.forms {
        add(format!("form.{}.title", form.id.value), Some(&form.title));
    }
    for document in &source.documents {
        add(format!("document.{}.title", document.id.value), Some(&document.title));
    }
    for text in &source.texts {
        add(format!("text.{}", text.id.value), Some(&text.text));
    }
    for (_, fact) in source.dictionary.iter() {
        add(format!("fact.{}.label", fact.id), Some(&fact.label));
        add(format!("fact.{}.help", fact.id), fact.help.as_ref());
        for choice in fact.kind.choices() {
            add(format!("fact.{}.choices.{}", fact.id, source.dictionary.code(choice.code)), Some(&choice.label));
        }
    }
    texts
}

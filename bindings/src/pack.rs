//! A rule pack that is ready to judge.

use std::sync::{Arc, OnceLock};

use siklus_core::pack::Pack;

use crate::case::CaseRequest;
use crate::error::SiklusError;
use crate::view::{AssessmentView, PackInfo};
use crate::{read, show};

static EMBEDDED: OnceLock<Result<Arc<Pack>, SiklusError>> = OnceLock::new();

/// The pack that is built in, loaded at the first call.
pub(crate) fn embedded() -> Result<Arc<Pack>, SiklusError> {
    EMBEDDED.get_or_init(|| Ok(Arc::new(Pack::embedded()?))).clone()
}

/// A rule pack that is ready to judge. Immutable; it may be used from any thread.
#[derive(uniffi::Object)]
pub struct RulePack {
    pack: Arc<Pack>,
}

#[uniffi::export]
impl RulePack {
    /// The pack that is built in. It is loaded at the first call and shared from then on.
    #[uniffi::constructor]
    pub fn embedded() -> Result<Arc<Self>, SiklusError> {
        Ok(Arc::new(Self { pack: embedded()? }))
    }

    /// What the pack says of itself.
    pub fn info(&self) -> PackInfo {
        let source = self.pack.source();
        PackInfo {
            id: source.meta.id.clone(),
            version: source.meta.version.clone(),
            sha256: source.sha256(),
            languages: source.languages(),
        }
    }

    /// What the pack is called in a language.
    pub fn title(&self, language: &str) -> String {
        let source = self.pack.source();
        source.meta.title.get(&source.language_chain(language)).to_owned()
    }

    /// Judges a person. Pure: the same case gives the same result. A language without texts falls back to Indonesian.
    pub fn assess(&self, case: &CaseRequest, language: &str) -> Result<AssessmentView, SiklusError> {
        let subject = read::subject(&self.pack, case, language)?;
        show::assessment(&self.pack, &subject, language)
    }
}

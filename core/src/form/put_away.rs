//! A form between two calls, when nobody holds its pack.

use std::sync::Mutex;

use super::drawn::Drawn;
use super::layout::LaidOut;
use super::session::{Form, Labels};
use super::who::Who;
use crate::pack::{FactSet, Pack};
use crate::screening::render::Renderer;

/// A form without its pack.
pub(crate) struct PutAway {
    who: Who,
    sections: Vec<LaidOut>,
    asked: FactSet,
    labels: Labels,
    drawn: Mutex<Drawn>,
}

impl Form<'_> {
    /// Puts the form away.
    pub(crate) fn put_away(self) -> PutAway {
        let Self { who, sections, asked, labels, drawn, .. } = self;
        PutAway { who, sections, asked, labels, drawn }
    }
}

impl PutAway {
    /// The form as it was, by the same pack and in the same language.
    pub(crate) fn taken_up<'p>(self, pack: &'p Pack, language: &str) -> Form<'p> {
        let Self { who, sections, asked, labels, drawn } = self;
        Form { pack, renderer: Renderer::new(pack, language), who, sections, asked, labels, drawn }
    }
}

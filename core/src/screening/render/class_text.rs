//! The classes of growth in words.

use super::Renderer;
use crate::growth::{Class, Index};

impl<'p> Renderer<'p> {
    /// What a class of an index is called, as "Berat badan kurang"; empty where the index has no such class.
    pub fn class_text(&self, index: Index, class: Class) -> &'p str {
        self.words.say(&format!("growth_{}_{}", index.as_str(), class.as_str()))
    }
}

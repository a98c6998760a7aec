//! What a z-score in an expression is made of.

use super::program::{Kids, NodeId, Program};

/// What a z-score is made of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GrowthParts<'p> {
    /// The facts of [`Index::measures`], in that order.
    pub measures: &'p [NodeId],
    /// How length or height was measured. Open, it counts as measured as the tables want it.
    pub position: NodeId,
    /// With it there is no index that weight enters. Open, it counts as no.
    pub oedema: NodeId,
}

impl Program {
    /// The parts of a [`Node::Growth`].
    pub(crate) fn growth_parts(&self, parts: Kids) -> Option<GrowthParts<'_>> {
        match self.kids(parts) {
            [position, oedema, measures @ ..] => Some(GrowthParts { measures, position: *position, oedema: *oedema }),
            _ => None,
        }
    }
}

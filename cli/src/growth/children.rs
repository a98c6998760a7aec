//! Children in columns.

use siklus_core::growth::batch::Columns;
use siklus_core::growth::{Child, ExactAge, Length, Position, Weight};
use siklus_core::person::Sex;

/// Children in columns.
#[derive(Default)]
pub struct Children {
    sex: Vec<Option<Sex>>,
    age: Vec<Option<ExactAge>>,
    weight: Vec<Option<Weight>>,
    length: Vec<Option<Length>>,
    position: Vec<Option<Position>>,
    head: Vec<Option<Length>>,
    arm: Vec<Option<Length>>,
    oedema: Vec<bool>,
}

impl Children {
    /// One more.
    pub fn push(&mut self, child: &Child) {
        self.sex.push(child.sex);
        self.age.push(child.age);
        self.weight.push(child.weight);
        self.length.push(child.length);
        self.position.push(child.position);
        self.head.push(child.head);
        self.arm.push(child.arm);
        self.oedema.push(child.oedema);
    }

    /// None any more; the memory stays.
    pub fn clear(&mut self) {
        self.sex.clear();
        self.age.clear();
        self.weight.clear();
        self.length.clear();
        self.position.clear();
        self.head.clear();
        self.arm.clear();
        self.oedema.clear();
    }

    /// All of them.
    pub fn columns(&self) -> Columns<'_> {
        Columns {
            sex: &self.sex,
            age: &self.age,
            weight: &self.weight,
            length: &self.length,
            position: &self.position,
            head: &self.head,
            arm: &self.arm,
            oedema: &self.oedema,
        }
    }
}

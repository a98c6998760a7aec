//! A table file: a member a line, `#` begins a comment, a leading `!` stands before a member that counts when it is false.

use siklus_tests::files;

/// The members of a list, as the codebook names them.
pub struct Table {
    members: Vec<String>,
}

/// The names of all tables.
pub fn names() -> Vec<String> {
    let stem = |path: &std::path::PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    files::files("tests/tables", "txt").iter().map(stem).collect()
}

impl Table {
    pub fn read(name: &str) -> Self {
        let text = files::text(&files::root().join(format!("tests/tables/{name}.txt")));
        let members = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        Self { members: members.filter(|member| !member.is_empty()).map(str::to_owned).collect() }
    }

    /// The members with the `!` of those that count when they are false.
    pub fn members(&self) -> &[String] {
        &self.members
    }

    /// The facts.
    pub fn facts(&self) -> impl Iterator<Item = String> + '_ {
        self.members.iter().map(|member| member.trim_start_matches('!').to_owned())
    }

    /// The members as items of a list: some are spelled as an expression there, and a list that is denied as a whole has no `!` of its own.
    pub fn items<'t>(&'t self, spelled: &'t [(&str, &str)], denied: bool) -> impl Iterator<Item = String> + 't {
        self.members.iter().map(move |member| {
            let member = if denied { member.trim_start_matches('!') } else { member };
            let special = spelled.iter().find(|(fact, _)| *fact == member);
            special.map_or(member, |(_, expression)| expression).to_owned()
        })
    }
}

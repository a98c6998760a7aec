use super::{only, read};

#[test]
fn derived_value() {
    only("[derived.x]\nunit = \"kg\"", "a.toml:1:10: `[derived.x]` has no `value`.");
}

#[test]
fn scored_list_without_title() {
    only(
        "[list.x]\nof = [\"cough\"]\nscored = true",
        "a.toml:1:7: `[list.x]` is scored and has no `title`. (An instrument is shown by its title.)",
    );
}

#[test]
fn bands() {
    only("[list.x]\nof = [\"cough\"]\nbands = [{ min = 2, max = 1 }]", "a.toml:3:10: This band goes from 2 down to 1.");
    only(
        "[list.x]\nof = [\"cough\"]\nbands = [{ min = 0, max = 1 }, { min = 1, max = 2 }]",
        "a.toml:3:32: This band overlaps another one of the list.",
    );
    only(
        "[list.x]\nof = [\"cough\"]\nbands = [{ min = 0, max = 1, finding = \"chest.coug\" }]",
        "a.toml:3:41: There is no rule `chest.coug`. (Did you mean `chest.cough`?)",
    );
}

#[test]
fn readings() {
    only("[readings.x]\nof = [{ a = \"cough\" }]", "a.toml:1:11: `[readings.x]` has no `there`.");
    only(
        "[readings.x]\nof = [{ a = \"cough\" }]\nthere = \"some\"",
        "a.toml:3:10: `some` is no word that can stand here. (Write one of `all`, `any`.)",
    );
    only(
        "[readings.x]\nof = [\"cough\"]\nthere = \"all\"",
        "a.toml:2:7: Here stands a text; a table of fields, `{ field = \"...\" }`, belongs here.",
    );
    only("[readings.x]\nof = [{}]\nthere = \"all\"", "a.toml:2:7: This reading has no field.");
    only(
        "[readings.x]\nof = [{ \"a b\" = \"cough\" }]\nthere = \"all\"",
        "a.toml:2:9: `a b` cannot be named in an expression. (Write it with small letters, digits and `_`.)",
    );
}

#[test]
fn tables() {
    only(
        "[table.x]\nkeys = [\"a\", \"b\"]\nrows = [[1, 2, 3], [1, 2]]",
        "a.toml:3:20: This row has 2 cells, the table needs 3. (First a cell for each of `keys`, then one for each of `columns`.)",
    );
    only("[table.x]\nkeys = [\"a\"]\nrows = [[1, true]]", "a.toml:3:13: Here stands true or false; a number or a text belongs here.");
    only(
        "[table.x]\nkeys = [\"a\"]\ncolumns = [\"c\", \"c\"]\nrows = [[1, 2, 3]]",
        "a.toml:3:18: `c` stands twice in this list. (Remove one of the two.)",
    );
}

#[test]
fn services() {
    only("[services.x]\ncodes = [\"hb0\", \"hb1\"]", "a.toml:2:18: There is no service `hb1`. (Did you mean `hb0`?)");
    let headless = "`[services.x]` needs both `title` and `card` to stand on the card of services.";
    only("[services.x]\ncodes = [\"hb0\"]\ncard = 1", &format!("a.toml:1:11: {headless}"));
    only("[services.x]\ncodes = [\"hb0\"]\ntitle = { id = \"X\", en = \"X\" }", &format!("a.toml:1:11: {headless}"));
    let service = "[service.\"opv.1\"]\nsource = \"Buku KIA\"\nconfidence = \"confirmed\"\n";
    only(&format!("{service}schedule = \"vaccine\""), "a.toml:1:10: `[service.\"opv.1\"]` has no `name`.");
    let named = format!("{service}name = {{ id = \"OPV1\", en = \"OPV1\" }}\n");
    only(&named, "a.toml:1:10: `[service.\"opv.1\"]` has no `schedule`.");
    only(&format!("{named}schedule = \"vacine\""), "a.toml:5:13: There is no schedule `vacine`. (Did you mean `vaccine`?)");
    let timed = format!("{named}schedule = \"vaccine\"\n");
    only(
        &format!("{timed}min_interval = \"4 weeks\""),
        "a.toml:6:17: `4 weeks` is no length of time. (Write it as `28 days`, `6 months` or `1 year`.)",
    );
    only(&format!("{timed}from = -1"), "a.toml:6:8: Here stands a number from 0 to 50000.");
}

#[test]
fn sections_and_forms() {
    only(
        "[section.x]\ntitle = { id = \"X\", en = \"X\" }\nfacts = [\"coug\"]",
        "a.toml:3:11: There is no fact `coug`. (Did you mean `cough`?)",
    );
    only(
        "[section.x]\ntitle = { id = \"X\", en = \"X\" }\nfacts = []\nuse = [\"at_home\"]",
        "a.toml:4:9: `at_home` is no word that can stand here. (Write one of `home_visit`, `posyandu`.)",
    );
    only("[section.x]\ntitle = { id = \"X\", en = \"X\" }\nfacts = []\ninstrument = \"srq20\"", "a.toml:4:15: There is no list `srq20`.");
    only(
        "[form.pregnant]\ntitle = { id = \"X\", en = \"X\" }\nsections = [\"chest_question\"]",
        "a.toml:3:14: There is no section `chest_question`. (Did you mean `chest_questions`?)",
    );
    only(
        "[form.adutl]\ntitle = { id = \"X\", en = \"X\" }\nsections = [\"chest_questions\"]",
        "a.toml:1:7: There is no form `adutl`. (Did you mean `adult`?)",
    );
    only(
        "[form.newborn]\ntitle = { id = \"X\", en = \"X\" }\nage = \"0..28 days\"\nsections = [\"chest_questions\"]",
        "a.toml:3:1: `[form.newborn]` cannot have `age`. (It can have `title`, `sections`.)",
    );
}

#[test]
fn documents_and_texts() {
    only("[document.x]\ncites = []\ntitle = { id = \"X\", en = \"X\" }\nconfidence = \"design\"", "a.toml:2:9: This list is empty.");
    only("[text.hello]\nid = \"Halo\"", "a.toml:1:7: This text is missing in `en`.");
    read("[document.x]\ncites = [\"X\"]\ntitle = { id = \"X\", en = \"X\" }\nconfidence = \"design\"");
}

#[test]
fn translations() {
    only("[translation.jv]\nfallback = [\"id\"]", "a.toml:1:14: `[translation.jv]` has no `name`.");
    only(
        "[translation.jv]\nname = \"Basa Jawa\"\nfallback = [\"su\"]",
        "a.toml:3:14: `su` is no language of this pack. (A further language needs an entry `[translation.su]`.)",
    );
    only(
        "[translation.jv]\nname = \"Basa Jawa\"\ntexts = { \"rule.chest.cuogh.title\" = \"Watuk\" }",
        "a.toml:3:11: There is no text `rule.chest.cuogh.title` to translate. (Did you mean `rule.chest.cough.title`?)",
    );
    only(
        "[translation.jv]\nname = \"Basa Jawa\"\ntexts = { \"fact.x.label\" = \"Watuk\" }\n\
         [fact.x]\ntype = \"bool\"\nlabel = { id = \"X\", en = \"X\", jv = \"X\" }",
        "a.toml:3:11: The text `fact.x.label` already stands in this language. (Remove one of the two.)",
    );
}

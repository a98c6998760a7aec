//! The list of households and the search by names.

use chrono::NaiveDate;
use rusqlite::{Row, params, params_from_iter};

use super::date;
use crate::hidden::hidden;
use crate::pack::source::Action;
use crate::screening::Standing;
use crate::store::ids::{HouseholdId, PersonId, VisitId};
use crate::store::words::words;
use crate::store::{Store, StoreError, actions};

/// A household in the list.
#[derive(Clone, PartialEq, Eq)]
pub struct HouseholdLine {
    /// The household.
    pub id: HouseholdId,
    /// How it is called.
    pub name: Option<String>,
    /// Rukun tetangga.
    pub rt: Option<String>,
    /// Rukun warga.
    pub rw: Option<String>,
    /// How many members live in it.
    pub members: u32,
    /// The day of the last visit.
    pub last_visit_on: Option<NaiveDate>,
    /// The most urgent of the last results of its members.
    pub last_action: Option<Action>,
    /// Whether something urgent could not be judged then.
    pub last_open_urgent: bool,
    /// How it stands after them; none before the first visit.
    pub standing: Option<Standing>,
    /// A visit that was begun and has not ended.
    pub draft: Option<VisitId>,
}

/// Someone whose name was searched for.
#[derive(Clone, PartialEq, Eq)]
pub struct NameHit {
    /// The household.
    pub household: HouseholdId,
    /// The person; none when the household itself has the name.
    pub person: Option<PersonId>,
    /// The name.
    pub name: String,
    /// How the household is called, so that people of one name are told apart.
    pub household_name: Option<String>,
    /// Its rukun tetangga.
    pub rt: Option<String>,
}

hidden!(HouseholdLine, NameHit);

/// More words than a name has.
const MOST_WORDS: usize = 6;

impl Store {
    /// Households that live here, in the order of their names, at most `limit` from the `offset`-th on. Those that refused are left out.
    pub fn households(&self, offset: u32, limit: u32) -> Result<Vec<HouseholdLine>, StoreError> {
        self.read(|connection| {
            let query = "SELECT id, name, rt, rw, last_visit_on, last_action, last_open_urgent, last_complete,
                    (SELECT count(*) FROM person WHERE household = household_line.id AND left_on IS NULL AND died_on IS NULL),
                    (SELECT visit FROM draft_visit WHERE household = household_line.id LIMIT 1)
                FROM household AS household_line INDEXED BY household_by_name
                WHERE name IS NOT NULL AND moved_on IS NULL ORDER BY name, id LIMIT ?2 OFFSET ?1";
            let mut statement = connection.prepare_cached(query)?;
            let mut rows = statement.query(params![offset, limit])?;
            let mut lines = Vec::new();
            while let Some(row) = rows.next()? {
                lines.push(read(row)?);
            }
            Ok(lines)
        })
    }

    /// Households and persons in whose name each of the given words is the beginning of a word, at most `limit`.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<NameHit>, StoreError> {
        let wanted: Vec<String> = words(text).take(MOST_WORDS).collect();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let each = vec!["SELECT owner, household FROM name_word WHERE word >= ? AND word < ?"; wanted.len()].join(" INTERSECT ");
        let query = format!(
            "SELECT hit.household, person.id, coalesce(person.name, household.name) AS name,
                    household.name, household.rt FROM ({each}) AS hit
                LEFT JOIN person ON person.id = hit.owner LEFT JOIN household ON household.id = hit.household
                WHERE person.name IS NOT NULL OR household.id = hit.owner AND household.name IS NOT NULL ORDER BY name, hit.owner LIMIT {limit}"
        );
        // The last character that there is ends the range of words that begin so.
        let bounds = wanted.into_iter().flat_map(|word| [word.clone(), word + "\u{10ffff}"]);
        self.read(|connection| {
            let mut statement = connection.prepare_cached(&query)?;
            let hits = statement.query_map(params_from_iter(bounds), |row| {
                Ok(NameHit { household: row.get(0)?, person: row.get(1)?, name: row.get(2)?, household_name: row.get(3)?, rt: row.get(4)? })
            })?;
            Ok(hits.collect::<Result<_, _>>()?)
        })
    }
}

fn read(row: &Row<'_>) -> Result<HouseholdLine, StoreError> {
    let last_action = row.get::<_, Option<i64>>(5)?.map(actions::read).transpose()?;
    let [last_open_urgent, complete] = [row.get::<_, Option<bool>>(6)?, row.get(7)?].map(Option::unwrap_or_default);
    Ok(HouseholdLine {
        id: row.get(0)?,
        name: row.get(1)?,
        rt: row.get(2)?,
        rw: row.get(3)?,
        last_visit_on: date(row.get(4)?)?,
        last_action,
        last_open_urgent,
        standing: last_action.map(|action| Standing::of(action, last_open_urgent, complete)),
        members: row.get(8)?,
        draft: row.get(9)?,
    })
}

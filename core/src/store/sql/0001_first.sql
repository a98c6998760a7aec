-- Rows are appended and superseded, never changed: `entry` holds who wrote what and when, and one table for each kind of row what it says.
-- Behind them stand tables that are made from rows and can be made again, and drafts, which are replaced in place until a visit ends.
-- Ids are UUIDs of version 7 in 16 bytes; dates are local calendar dates as text. Tables with long rows keep SQLite's row numbers: without
-- them a row of more than a quarter of a page takes a page of its own (docs/decisions/0008-answers-on-disk.md).

CREATE TABLE device (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

CREATE TABLE entry (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  -- Its position in the chain of its device, from 1.
  position INTEGER NOT NULL CHECK (position > 0),
  -- The hybrid logical clock: 48 bits of milliseconds, 16 of a counter. It goes on from the last row of the device.
  clock INTEGER NOT NULL CHECK (clock > 0),
  -- The cadre.
  actor BLOB NOT NULL CHECK (length(actor) = 16),
  happened_on TEXT NOT NULL CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  recorded_ms INTEGER NOT NULL CHECK (recorded_ms > 0),
  utc_offset_min INTEGER NOT NULL CHECK (utc_offset_min BETWEEN -1080 AND 1080),
  supersedes BLOB REFERENCES entry (id),
  kind TEXT NOT NULL CHECK (kind IN ('household_field', 'person_field', 'episode_field', 'consent', 'setting', 'visit', 'part', 'answers',
    'assessment', 'report', 'service_record')),
  -- SHA-256 over the hash before it in the chain and this row in canonical CBOR.
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (device, position)
) STRICT, WITHOUT ROWID;

-- -------------------- Rows

CREATE TABLE household_field (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  household BLOB NOT NULL CHECK (length(household) = 16),
  field TEXT NOT NULL CHECK (field IN ('name', 'address', 'rt', 'rw', 'kk_number', 'moved_on')),
  -- Absent: withdrawn.
  value TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX household_field_by_household ON household_field (household, field);

CREATE TABLE person_field (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  person BLOB NOT NULL CHECK (length(person) = 16),
  field TEXT NOT NULL CHECK (field IN ('household', 'name', 'sex', 'born', 'relation', 'nik', 'birth_weight_g', 'birth_gestation_weeks',
    'left_on', 'died_on')),
  value TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX person_field_by_person ON person_field (person, field);

-- A pregnancy, from its first day to its end.
CREATE TABLE episode_field (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  episode BLOB NOT NULL CHECK (length(episode) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  field TEXT NOT NULL CHECK (field IN ('lmp', 'edd', 'delivered_on', 'lost_on')),
  value TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX episode_field_by_person ON episode_field (person, episode, field);

-- A service that a person received, as a vaccine or a visit in pregnancy.
CREATE TABLE service_record (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  -- The same in all rows that correct or withdraw it.
  record BLOB NOT NULL CHECK (length(record) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  -- Its code in the pack. One that a later pack does not know stays.
  service TEXT NOT NULL CHECK (length(service) > 0),
  -- Absent: on a day that nobody knows.
  received_on TEXT CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX service_record_by_person ON service_record (person, record);

CREATE TABLE consent (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  household BLOB NOT NULL CHECK (length(household) = 16),
  state TEXT NOT NULL CHECK (state IN ('agreed', 'refused', 'withdrawn')),
  -- The version of the notice that was read out.
  notice TEXT NOT NULL CHECK (length(notice) > 0),
  way TEXT NOT NULL CHECK (way IN ('spoken', 'signed', 'thumb_mark', 'recorded')),
  -- Who agreed. A refusal keeps no name.
  given_by TEXT,
  CHECK (state <> 'refused' OR given_by IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_by_household ON consent (household);

-- A setting of the area.
CREATE TABLE setting (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  fact TEXT NOT NULL CHECK (length(fact) > 0),
  -- The answer in CBOR; absent: the default of the pack again.
  value BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX setting_by_fact ON setting (fact);

-- The row that ends a visit has the id of the visit: there is one, and it is never superseded.
CREATE TABLE visit (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  household BLOB NOT NULL CHECK (length(household) = 16),
  place TEXT NOT NULL CHECK (place IN ('home_visit', 'posyandu')),
  -- Whether the family sheet was filled in at it, and what it asks of each member.
  family_sheet INTEGER NOT NULL CHECK (family_sheet IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('completed', 'cancelled')),
  -- Why it was cancelled.
  reason TEXT,
  CHECK ((state = 'cancelled') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_by_household ON visit (household);

-- What became of a member at a visit.
CREATE TABLE part (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  visit BLOB NOT NULL CHECK (length(visit) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  state TEXT NOT NULL CHECK (state IN ('assessed', 'absent', 'refused', 'not_visited')),
  -- Why the member was not visited.
  reason TEXT,
  -- The cadre was asked, and completed it with urgent questions open.
  left_open INTEGER NOT NULL CHECK (left_open IN (0, 1)),
  CHECK ((state = 'not_visited') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX part_by_visit ON part (visit, person);
CREATE INDEX part_by_person ON part (person);

-- Answers about a person, a household or the area at a visit: all of them when it ends, afterwards those that were corrected.
CREATE TABLE answers (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  visit BLOB NOT NULL CHECK (length(visit) = 16),
  -- The person or the household.
  subject BLOB NOT NULL CHECK (length(subject) = 16),
  -- Fact by fact in CBOR.
  sheet BLOB NOT NULL
) STRICT;
CREATE INDEX answers_by_subject ON answers (subject, visit);

CREATE TABLE assessment (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  visit BLOB NOT NULL CHECK (length(visit) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  -- SHA-256 of what it was judged with.
  pack BLOB NOT NULL REFERENCES pack (sha256),
  settings BLOB NOT NULL CHECK (length(settings) = 32),
  -- 0 none, 1 educate, 2 service due, 3 report, 4 refer, 5 emergency.
  action INTEGER NOT NULL CHECK (action BETWEEN 0 AND 5),
  -- Whether something urgent could not be judged.
  open_urgent INTEGER NOT NULL CHECK (open_urgent IN (0, 1)),
  -- Whether every question of the form was answered, "not known" included, and the day of birth known where growth needs it. Without it
  -- nobody is called well.
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
  -- Who was judged and what came out in CBOR: findings by the ids of their rules, undetermined rules by their places among those of the pack.
  result BLOB NOT NULL
) STRICT;
CREATE INDEX assessment_by_person ON assessment (person, visit);

-- A result was told to the health worker.
CREATE TABLE report (
  entry BLOB NOT NULL PRIMARY KEY REFERENCES entry (id),
  visit BLOB NOT NULL CHECK (length(visit) = 16),
  person BLOB NOT NULL CHECK (length(person) = 16),
  told_ms INTEGER NOT NULL CHECK (told_ms > 0),
  told_to TEXT NOT NULL CHECK (length(told_to) > 0),
  way TEXT NOT NULL CHECK (way IN ('in_person', 'phone', 'message'))
) STRICT, WITHOUT ROWID;
CREATE INDEX report_by_person ON report (person, visit);

-- -------------------- What visits were judged with

CREATE TABLE pack (
  sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
  -- The canonical pack, deflated.
  text BLOB NOT NULL
) STRICT;

CREATE TABLE settings (
  sha256 BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
  -- Setting by setting in CBOR.
  sheet BLOB NOT NULL
) STRICT;

-- -------------------- Made from rows

CREATE TABLE household (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name TEXT,
  address TEXT,
  rt TEXT,
  rw TEXT,
  kk_number TEXT,
  moved_on TEXT,
  consent TEXT CHECK (consent IN ('agreed', 'refused', 'withdrawn')),
  last_visit_on TEXT,
  -- The most urgent of the last results of its members.
  last_action INTEGER CHECK (last_action BETWEEN 0 AND 5),
  last_open_urgent INTEGER CHECK (last_open_urgent IN (0, 1)),
  last_complete INTEGER CHECK (last_complete IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX household_by_name ON household (name, id);

CREATE TABLE person (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  household BLOB CHECK (length(household) = 16),
  name TEXT,
  sex TEXT CHECK (sex IN ('female', 'male')),
  born TEXT,
  relation TEXT,
  nik TEXT,
  birth_weight_g TEXT,
  birth_gestation_weeks TEXT,
  left_on TEXT,
  died_on TEXT,
  last_visit BLOB,
  last_visit_on TEXT,
  last_action INTEGER CHECK (last_action BETWEEN 0 AND 5),
  last_open_urgent INTEGER CHECK (last_open_urgent IN (0, 1)),
  last_complete INTEGER CHECK (last_complete IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_household ON person (household, born);
CREATE INDEX person_by_nik ON person (nik) WHERE nik IS NOT NULL;

-- The words of the names of households and persons, folded to lower case.
CREATE TABLE name_word (
  word TEXT NOT NULL CHECK (length(word) > 0),
  household BLOB NOT NULL CHECK (length(household) = 16),
  -- The household or the person that has the name.
  owner BLOB NOT NULL CHECK (length(owner) = 16),
  PRIMARY KEY (word, household, owner)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_word_by_owner ON name_word (owner);

-- -------------------- Drafts

CREATE TABLE draft_visit (
  visit BLOB NOT NULL PRIMARY KEY CHECK (length(visit) = 16),
  household BLOB NOT NULL CHECK (length(household) = 16),
  place TEXT NOT NULL CHECK (place IN ('home_visit', 'posyandu')),
  happened_on TEXT NOT NULL CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  -- The pack and the settings with which it was opened.
  pack BLOB NOT NULL REFERENCES pack (sha256),
  settings BLOB NOT NULL REFERENCES settings (sha256),
  opened_ms INTEGER NOT NULL CHECK (opened_ms > 0),
  -- Whether the family sheet is filled in at it, and what it asks of each member.
  family_sheet INTEGER NOT NULL CHECK (family_sheet IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_visit_by_household ON draft_visit (household);

CREATE TABLE draft_part (
  visit BLOB NOT NULL REFERENCES draft_visit (visit) ON DELETE CASCADE,
  person BLOB NOT NULL CHECK (length(person) = 16),
  -- Absent: not dealt with yet.
  state TEXT CHECK (state IN ('assessed', 'absent', 'refused', 'not_visited')),
  reason TEXT,
  PRIMARY KEY (visit, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_answer (
  visit BLOB NOT NULL REFERENCES draft_visit (visit) ON DELETE CASCADE,
  subject BLOB NOT NULL CHECK (length(subject) = 16),
  fact TEXT NOT NULL CHECK (length(fact) > 0),
  -- In CBOR.
  answer BLOB NOT NULL,
  -- Withdrawn because it no longer applies: not part of the visit, and shown beside the question.
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  PRIMARY KEY (visit, subject, fact)
) STRICT, WITHOUT ROWID;

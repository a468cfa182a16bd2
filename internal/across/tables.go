package across

// schema makes the tables. Lists and findings are JSON as the root types have it.
//
//	segments    what internal/reuse keeps of a day, under the name that it gives
//	reports     one row an article, n in the order in which it was taken in. day is as
//	            internal/story counts it; newer is the version of the same report that counts in its
//	            place, "" of one that counts. placed is how it came into the story that it was
//	            grouped into; story is the one that it is in, a person's decisions applied; kept is what
//	            internal/story compares it by, without its words
//	copies      what two articles share
//	aliases     stories that turned out to be, or that a person put into, another
//	changed     stories whose incidents are still to be made
//	incidents   incidents as one story tells them, and where joined those of several stories put together, which have
//	            the ID of one of them. One that was not put together stands as it is told. founded is the n of the
//	            story's first report, town is where, "" of what is joined with nothing, bears what it can be joined
//	            with, as internal/story/incident says, sum a hash of data, words keys of the words that tell it; of
//	            what has no town but words, town stands for these. day is the last on which it can have happened, in
//	            days since 1970, many how many reports tell of it, since and until the days of what was joined
//	            where these are several
//	tellings    which stories tell of which incident that is joined
//	questions   which stories have figures that answer which question
//
// Copies, incidents and segments have rows in the order in which they come, and their names an index. By
// their IDs, which are hashes, each new incident would be on a page of its own that is to be written;
// and where a row is found by its name and is longer than a page has room for, SQLite reads all of
// every one that it compares. For the same reason there are as few indexes by such IDs as can be: in a large
// file each of a thousand new rows is on another page of each of them. What is few among many has an index of its own. Towns are sought in days: their index is one of each 64 days, so that
// what is new is on few of its pages.
const schema = `
CREATE TABLE IF NOT EXISTS segments (
  name TEXT NOT NULL UNIQUE,
  day  TEXT NOT NULL,
  data BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS segments_day ON segments (day);
CREATE TABLE IF NOT EXISTS reports (
  n       INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE,
  url     TEXT NOT NULL,
  outlet  TEXT NOT NULL,
  day     INTEGER NOT NULL,
  newer   TEXT NOT NULL,
  grouped TEXT NOT NULL,
  story   TEXT NOT NULL,
  placed  TEXT NOT NULL,
  kept    BLOB
);
CREATE INDEX IF NOT EXISTS reports_url ON reports (url) WHERE url <> '';
CREATE INDEX IF NOT EXISTS reports_newer ON reports (newer) WHERE newer <> '';
CREATE INDEX IF NOT EXISTS reports_day ON reports (day);
CREATE INDEX IF NOT EXISTS reports_ruled ON reports (grouped) WHERE story <> grouped AND newer = '';
CREATE INDEX IF NOT EXISTS reports_older ON reports (grouped) WHERE newer <> '';
CREATE INDEX IF NOT EXISTS reports_told ON reports (story, outlet, day) WHERE newer = '';
CREATE TABLE IF NOT EXISTS copies (
  a    TEXT NOT NULL,
  b    TEXT NOT NULL,
  data TEXT NOT NULL,
  UNIQUE (a, b)
);
CREATE INDEX IF NOT EXISTS copies_b ON copies (b);
CREATE TABLE IF NOT EXISTS aliases (
  id    TEXT PRIMARY KEY,
  story TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS aliases_story ON aliases (story);
CREATE TABLE IF NOT EXISTS changed (story TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS incidents (
  id      TEXT NOT NULL,
  joined  INTEGER NOT NULL,
  stands  INTEGER NOT NULL,
  story   TEXT NOT NULL,
  founded INTEGER NOT NULL,
  town    TEXT NOT NULL,
  day     INTEGER,
  since   INTEGER,
  until   INTEGER,
  type    TEXT NOT NULL,
  many    INTEGER NOT NULL,
  bears   INTEGER NOT NULL,
  sum     INTEGER NOT NULL,
  words   BLOB,
  data    TEXT NOT NULL,
  UNIQUE (id, joined)
);
CREATE INDEX IF NOT EXISTS incidents_story ON incidents (story) WHERE joined = 0;
CREATE INDEX IF NOT EXISTS incidents_town ON incidents (day >> 6, town, day, joined, stands, bears, sum, since, until, id, words) WHERE town <> '';
CREATE INDEX IF NOT EXISTS incidents_joined ON incidents (town, until, since) WHERE joined = 1;
CREATE INDEX IF NOT EXISTS incidents_day ON incidents (day, type, many, id) WHERE stands = 1;
CREATE TABLE IF NOT EXISTS tellings (
  story    TEXT NOT NULL,
  incident TEXT NOT NULL,
  PRIMARY KEY (story, incident)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tellings_incident ON tellings (incident);
CREATE TABLE IF NOT EXISTS questions (
  id    TEXT NOT NULL,
  story TEXT NOT NULL,
  PRIMARY KEY (id, story)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS questions_story ON questions (story);
`

// tables are these, and one that files of earlier versions have.
var tables = []string{"segments", "reports", "copies", "aliases", "changed", "incidents", "tellings", "questions", "within"}

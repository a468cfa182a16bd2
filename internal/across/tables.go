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
//	within      incidents as one story tells them; founded is the n of the story's first report,
//	            town is where, "" of what is joined with nothing, bears what it can be joined with, as
//	            internal/story/incident says, sum a hash of data, words keys of the words that tell it; of what
//	            has no town but words, town stands for these
//	incidents   the same, those of several stories put together; day is the last on which it can
//	            have happened, in days since 1970, many how many reports tell of it, since and until
//	            the days of what was joined where these are several
//	tellings    which stories tell of which incident
//	questions   which stories have figures that answer which question
//
// Incidents and segments have rows in the order in which they come, and their names an index. By
// their IDs, which are hashes, each new incident would be on a page of its own that is to be written;
// and where a row is found by its name and is longer than a page has room for, SQLite reads all of
// every one that it compares.
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
CREATE INDEX IF NOT EXISTS reports_grouped ON reports (grouped);
CREATE INDEX IF NOT EXISTS reports_story ON reports (story);
CREATE INDEX IF NOT EXISTS reports_ruled ON reports (grouped) WHERE story <> grouped AND newer = '';
CREATE INDEX IF NOT EXISTS reports_told ON reports (newer, story, outlet, day);
CREATE TABLE IF NOT EXISTS copies (
  a    TEXT NOT NULL,
  b    TEXT NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS copies_b ON copies (b);
CREATE TABLE IF NOT EXISTS aliases (
  id    TEXT PRIMARY KEY,
  story TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS aliases_story ON aliases (story);
CREATE TABLE IF NOT EXISTS changed (story TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS within (
  id      TEXT NOT NULL UNIQUE,
  story   TEXT NOT NULL,
  founded INTEGER NOT NULL,
  town    TEXT NOT NULL,
  day     INTEGER,
  bears   INTEGER NOT NULL,
  sum     INTEGER NOT NULL,
  words   BLOB,
  data    TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS within_story ON within (story);
CREATE INDEX IF NOT EXISTS within_town ON within (town, day, bears, sum, id, words) WHERE town <> '';
CREATE TABLE IF NOT EXISTS incidents (
  id    TEXT NOT NULL UNIQUE,
  story TEXT NOT NULL,
  town  TEXT NOT NULL,
  day   INTEGER,
  type  TEXT NOT NULL,
  many  INTEGER NOT NULL,
  since INTEGER,
  until INTEGER,
  sum   INTEGER NOT NULL,
  data  TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS incidents_town ON incidents (town, day, sum, id) WHERE town <> '';
CREATE INDEX IF NOT EXISTS incidents_joined ON incidents (town, until, since) WHERE since IS NOT NULL;
CREATE INDEX IF NOT EXISTS incidents_day ON incidents (day);
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

var tables = []string{"segments", "reports", "copies", "aliases", "changed", "within", "incidents", "tellings", "questions"}

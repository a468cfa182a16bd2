-- The store of a ledger: see docs/ledger.md. Positions are in characters, as substr counts
-- them but from 0: substr(text, start + 1, end - start).

-- +goose Up
CREATE TABLE state (
  key   TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE captures (
  leaf  INTEGER PRIMARY KEY,           -- number of its leaf in the log
  id    TEXT NOT NULL UNIQUE,          -- cap-…
  sum   TEXT NOT NULL,                 -- SHA-256 of what came in, in hex
  size  INTEGER NOT NULL,              -- in bytes
  media TEXT NOT NULL,
  url   TEXT,
  uuid  TEXT NOT NULL,                 -- of its WARC record
  done  TEXT NOT NULL DEFAULT ''       -- the version by which all of it was read
);

CREATE TABLE sightings (
  leaf      INTEGER PRIMARY KEY,
  capture   TEXT NOT NULL,             -- captures.id
  at        TEXT NOT NULL,             -- UTC
  how       TEXT NOT NULL,             -- file, address, stdin
  name      TEXT NOT NULL,             -- the path or address that was given
  status    INTEGER,                   -- what a server answered
  collector TEXT,
  note      TEXT,
  program   TEXT NOT NULL
);
CREATE INDEX sightings_capture ON sightings (capture);

CREATE TABLE articles (
  n         INTEGER PRIMARY KEY,       -- leaf of its first record
  id        TEXT NOT NULL UNIQUE,      -- art-…
  report    TEXT NOT NULL,             -- what its versions have in common: URL, or text_id
  url       TEXT,
  outlet    TEXT,
  title     TEXT NOT NULL,
  authors   TEXT NOT NULL,             -- JSON
  published TEXT,
  published_precision TEXT NOT NULL,
  published_from      TEXT NOT NULL,
  seen      TEXT,
  language  TEXT NOT NULL,
  coverage  TEXT NOT NULL,
  text_id   TEXT NOT NULL,             -- sha256:…
  text      TEXT NOT NULL,
  body      TEXT NOT NULL,             -- JSON: [[start, end], …]
  credits   TEXT NOT NULL              -- JSON
);
CREATE INDEX articles_report ON articles (report);

CREATE TABLE appearances (
  capture INTEGER NOT NULL,            -- captures.leaf
  place   TEXT NOT NULL,               -- line 12, or nothing
  article INTEGER NOT NULL,            -- articles.n
  seen    TEXT,                        -- as the capture states it
  PRIMARY KEY (capture, place)
) WITHOUT ROWID;
CREATE INDEX appearances_article ON appearances (article);

CREATE TABLE records (
  leaf    INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,            -- articles.n
  capture INTEGER NOT NULL,            -- captures.leaf
  place   TEXT NOT NULL,
  version TEXT NOT NULL,               -- of the layers: program and lexicon
  at      TEXT NOT NULL,
  sum     TEXT NOT NULL                -- SHA-256 of the record's JSON
);
CREATE INDEX records_article ON records (article);
CREATE INDEX records_capture ON records (capture);

-- The findings of each article's newest record.
CREATE TABLE claims (
  article INTEGER NOT NULL, id TEXT NOT NULL,
  source TEXT NOT NULL, source_name TEXT, source_name_ar TEXT, source_actor TEXT, source_kind TEXT NOT NULL,
  source_private INTEGER NOT NULL, source_anonymous INTEGER NOT NULL, source_elided INTEGER NOT NULL, source_spans TEXT NOT NULL,
  cue TEXT NOT NULL, lemma TEXT NOT NULL, class TEXT NOT NULL, cue_spans TEXT NOT NULL,
  content TEXT NOT NULL, mode TEXT NOT NULL, content_spans TEXT NOT NULL,
  hedges TEXT NOT NULL, negated INTEGER NOT NULL, medium TEXT, addressee TEXT, parent TEXT, chain TEXT NOT NULL,
  confidence REAL NOT NULL, rule TEXT NOT NULL
);
CREATE INDEX claims_article ON claims (article);

CREATE TABLE figures (
  article INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, spans TEXT NOT NULL, noun TEXT,
  op TEXT NOT NULL, low REAL, high REAL, unit TEXT, total REAL, "group" TEXT NOT NULL, predicate TEXT NOT NULL,
  of TEXT, scope TEXT NOT NULL, since TEXT, part_of TEXT, place TEXT, time TEXT, claim TEXT,
  confidence REAL NOT NULL, rule TEXT NOT NULL
);
CREATE INDEX figures_article ON figures (article);

CREATE TABLE times (
  article INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, spans TEXT NOT NULL,
  value TEXT NOT NULL, type TEXT NOT NULL, rule TEXT NOT NULL
);
CREATE INDEX times_article ON times (article);

CREATE TABLE places (
  article INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, spans TEXT NOT NULL,
  name TEXT, geonames INTEGER, country TEXT, admin1 TEXT, admin2 TEXT, pcode TEXT, lat REAL, lon REAL,
  relation TEXT NOT NULL, precision TEXT NOT NULL, confidence REAL NOT NULL, rule TEXT NOT NULL
);
CREATE INDEX places_article ON places (article);

CREATE TABLE actors (
  article INTEGER NOT NULL, id TEXT NOT NULL, name TEXT, name_ar TEXT, kind TEXT NOT NULL, country TEXT, role TEXT,
  private INTEGER NOT NULL, mentions TEXT NOT NULL, wikidata TEXT, rule TEXT NOT NULL
);
CREATE INDEX actors_article ON actors (article);

CREATE TABLE events (
  article INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, spans TEXT NOT NULL, type TEXT NOT NULL, mode TEXT,
  acled_event TEXT, acled_sub_event TEXT, cameo TEXT, actors TEXT NOT NULL, targets TEXT NOT NULL, parties TEXT NOT NULL,
  place TEXT, time TEXT, figures TEXT NOT NULL, status TEXT NOT NULL, claim TEXT, mentions TEXT NOT NULL,
  confidence REAL NOT NULL, rule TEXT NOT NULL
);
CREATE INDEX events_article ON events (article);

CREATE TABLE positions (
  article INTEGER NOT NULL, id TEXT NOT NULL, actor TEXT NOT NULL, spans TEXT NOT NULL, stance TEXT NOT NULL,
  content TEXT NOT NULL, content_spans TEXT NOT NULL, conditions TEXT NOT NULL, claim TEXT, rule TEXT NOT NULL
);
CREATE INDEX positions_article ON positions (article);

CREATE TABLE failures (
  capture INTEGER NOT NULL,            -- captures.leaf
  place   TEXT NOT NULL,
  name    TEXT NOT NULL,               -- what it is called in messages
  stage   TEXT NOT NULL,               -- article or record
  error   TEXT NOT NULL,
  at      TEXT NOT NULL,
  version TEXT NOT NULL,
  tries   INTEGER NOT NULL,
  PRIMARY KEY (capture, place)
) WITHOUT ROWID;

CREATE TABLE withdrawals (
  leaf   INTEGER PRIMARY KEY,
  at     TEXT NOT NULL,
  who    TEXT NOT NULL,
  reason TEXT NOT NULL
);

CREATE TABLE withdrawn (
  id         TEXT PRIMARY KEY,         -- cap-… or art-…
  sum        TEXT,                     -- of a capture
  withdrawal INTEGER NOT NULL          -- withdrawals.leaf
) WITHOUT ROWID;

CREATE VIEW versions AS
  SELECT report, row_number() OVER (PARTITION BY report ORDER BY n) AS version, id AS article, title, published, seen, text_id FROM articles;

CREATE VIEW readings AS                -- records, with the IDs of article and capture
  SELECT r.leaf, r.version, r.at, r.sum, r.place, a.id AS article, c.id AS capture
  FROM records r LEFT JOIN articles a ON a.n = r.article LEFT JOIN captures c ON c.leaf = r.capture;

CREATE VIEW reports AS
  SELECT report, url, count(*) AS versions, count(DISTINCT text_id) AS texts, min(seen) AS first_seen, max(seen) AS last_seen FROM articles GROUP BY report;

-- +goose Down
DROP VIEW reports; DROP VIEW readings; DROP VIEW versions;
DROP TABLE withdrawn; DROP TABLE withdrawals; DROP TABLE failures; DROP TABLE positions; DROP TABLE events; DROP TABLE actors;
DROP TABLE places; DROP TABLE times; DROP TABLE figures; DROP TABLE claims; DROP TABLE records; DROP TABLE appearances;
DROP TABLE articles; DROP TABLE sightings; DROP TABLE captures; DROP TABLE state;

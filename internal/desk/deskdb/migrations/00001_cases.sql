-- Cases: what a person put together, and wrote about it. See docs/cases.md. An item names
-- what it is about by its ID and keeps none of its words: what is withdrawn from the ledger
-- is not kept alive here. Times are UTC.

-- +goose Up
CREATE TABLE cases (
  id       TEXT PRIMARY KEY,           -- case-…
  name     TEXT NOT NULL,
  language TEXT NOT NULL,              -- of its document: ar, en
  made     TEXT NOT NULL,              -- when
  changed  TEXT NOT NULL               -- when last
) WITHOUT ROWID;

CREATE TABLE items (
  n           INTEGER PRIMARY KEY,
  case_id     TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  id          TEXT NOT NULL,           -- item-…
  kind        TEXT NOT NULL,           -- report, claim, figure, event, incident, question, note
  about       TEXT NOT NULL,           -- the ID of what it is; '' of a note
  place       INTEGER NOT NULL,        -- its place in the case, from 1, without gaps
  included    INTEGER NOT NULL,        -- 0: kept in the case, left out of its document
  comment     TEXT NOT NULL,           -- the note's text, or what is said of the item
  translation TEXT NOT NULL,           -- of the quote, the user's own
  UNIQUE (case_id, id)
);
CREATE UNIQUE INDEX items_once ON items (case_id, kind, about) WHERE about <> '';

-- What was done: one row a change, never altered, gone with its case. To undo is a change too.
CREATE TABLE changes (
  n       INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,               -- a pseudonym
  deed    TEXT NOT NULL,               -- made, named, language, added, removed, included, excluded, comment, translation, moved, undid
  item    TEXT NOT NULL,               -- items.id, '' of the case itself
  old     TEXT NOT NULL,               -- what it was before, as JSON where it is more than a text
  new     TEXT NOT NULL,
  undoes  INTEGER REFERENCES changes (n)
);
CREATE INDEX changes_case ON changes (case_id, n);

-- +goose Down
DROP TABLE changes;
DROP TABLE items;
DROP TABLE cases;

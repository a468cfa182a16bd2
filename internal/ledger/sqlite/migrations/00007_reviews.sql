-- What persons decided about what the program found: stories put together or taken apart.

-- +goose Up
CREATE TABLE reviews (
  leaf    INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,                 -- a pseudonym
  about   TEXT NOT NULL,                 -- the ID of what it is about
  verdict TEXT NOT NULL,                 -- merge, split, undo
  value   TEXT,                          -- JSON
  note    TEXT NOT NULL,
  undoes  INTEGER                        -- reviews.leaf
);

-- +goose Down
DROP TABLE reviews;

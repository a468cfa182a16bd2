-- Who may use the desk where it listens on another address than this machine's own, and who is
-- logged in. A password is kept as its Argon2id hash, a session as the SHA-256 of its secret:
-- who has the file can log in as nobody. Times are UTC.

-- +goose Up
CREATE TABLE accounts (
  id        INTEGER PRIMARY KEY,
  name      TEXT UNIQUE,               -- to log in with, as package login folds it; NULL once removed
  pseudonym TEXT NOT NULL UNIQUE,      -- which alone is shown; never given to another account
  role      TEXT NOT NULL,             -- reader, reviewer, admin
  hash      TEXT,                      -- $argon2id$…; NULL once removed
  made      TEXT NOT NULL,
  removed   TEXT                       -- when; the pseudonym stays, as reviews bear it
);

CREATE TABLE sessions (
  secret  BLOB PRIMARY KEY,            -- its SHA-256
  account INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  made    TEXT NOT NULL,
  seen    TEXT NOT NULL                -- when it was last used, to the minute
) WITHOUT ROWID;
CREATE INDEX sessions_account ON sessions (account);

-- +goose Down
DROP TABLE sessions;
DROP TABLE accounts;

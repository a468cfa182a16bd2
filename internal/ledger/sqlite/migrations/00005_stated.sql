-- What the file that an article came in states of where and when it was got: see docs/intake.md.
-- Of articles it is what the newest reading's file states, of appearances what is stated there.

-- +goose Up
ALTER TABLE articles ADD COLUMN stated_by TEXT;          -- warc, wacz, mhtml, singlefile, …
ALTER TABLE articles ADD COLUMN stated_url TEXT;
ALTER TABLE articles ADD COLUMN stated_at TEXT;
ALTER TABLE articles ADD COLUMN stated_archive TEXT;     -- address of the copy in a public archive
ALTER TABLE appearances ADD COLUMN stated_by TEXT;
ALTER TABLE appearances ADD COLUMN stated_url TEXT;
ALTER TABLE appearances ADD COLUMN stated_at TEXT;
ALTER TABLE appearances ADD COLUMN stated_archive TEXT;

-- +goose Down
ALTER TABLE appearances DROP COLUMN stated_archive;
ALTER TABLE appearances DROP COLUMN stated_at;
ALTER TABLE appearances DROP COLUMN stated_url;
ALTER TABLE appearances DROP COLUMN stated_by;
ALTER TABLE articles DROP COLUMN stated_archive;
ALTER TABLE articles DROP COLUMN stated_at;
ALTER TABLE articles DROP COLUMN stated_url;
ALTER TABLE articles DROP COLUMN stated_by;

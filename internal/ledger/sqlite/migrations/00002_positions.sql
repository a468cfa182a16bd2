-- How sure a position is. Rows that an earlier version made are made anew from the archive,
-- when the ledger is next opened for writing: see Store.From.

-- +goose Up
ALTER TABLE positions ADD COLUMN confidence REAL NOT NULL DEFAULT 0;
INSERT INTO state SELECT 'anew', 0 WHERE EXISTS (SELECT 1 FROM positions);

-- +goose Down
DELETE FROM state WHERE key = 'anew';
ALTER TABLE positions DROP COLUMN confidence;

-- What is shown of an article passes who is private in it: found without reading all its findings.

-- +goose Up
CREATE INDEX claims_private ON claims (article) WHERE source_private;
CREATE INDEX actors_private ON actors (article) WHERE private;

-- +goose Down
DROP INDEX actors_private;
DROP INDEX claims_private;

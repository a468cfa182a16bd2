-- Addresses: in which feed they stood, which are gone, which could not be got.

-- +goose Up
ALTER TABLE sightings ADD COLUMN found TEXT; -- captures.id of the feed in which the address stood
CREATE INDEX sightings_name ON sightings (name, how, status, at);
CREATE INDEX sightings_gone ON sightings (name) WHERE status IN (404, 410, 451);

-- What stands in feeds, or was looked at again, and could not be got.
CREATE TABLE missed (
  address TEXT PRIMARY KEY,
  found   TEXT,                        -- captures.id of the feed
  error   TEXT NOT NULL,
  again   INTEGER NOT NULL,            -- whether another try could help
  first   TEXT NOT NULL,               -- UTC: the first try that failed since it last answered
  at      TEXT NOT NULL,               -- the last
  tries   INTEGER NOT NULL
) WITHOUT ROWID;

-- Each address that answered; gone_since where it is gone (404, 410, 451) at every look since.
CREATE VIEW addresses AS
  SELECT s.name AS address, min(s.at) AS first_seen, max(s.at) AS last_looked, count(*) AS looks,
    (SELECT l.status FROM sightings l WHERE l.name = s.name AND l.how = 'address' ORDER BY l.leaf DESC LIMIT 1) AS status,
    (SELECT min(g.at) FROM sightings g WHERE g.name = s.name AND g.how = 'address' AND g.status IN (404, 410, 451) AND g.leaf >
      coalesce((SELECT max(t.leaf) FROM sightings t WHERE t.name = s.name AND t.how = 'address' AND coalesce(t.status, 0) NOT IN (404, 410, 451)), -1)) AS gone_since,
    max(s.found) AS found
  FROM sightings s WHERE s.how = 'address' GROUP BY s.name;

-- A report is gone since the last of the addresses that it was got from is.
DROP VIEW reports;
CREATE VIEW reports AS
  SELECT report, url, count(*) AS versions, count(DISTINCT text_id) AS texts, min(seen) AS first_seen, max(seen) AS last_seen,
    CASE WHEN report IN (SELECT v.report FROM sightings g CROSS JOIN sightings s ON s.name = g.name AND s.how = 'address' CROSS JOIN captures c ON c.id = s.capture
        CROSS JOIN appearances p ON p.capture = c.leaf CROSS JOIN articles v ON v.n = p.article WHERE g.status IN (404, 410, 451)) THEN
    (SELECT CASE WHEN count(*) = count(since) THEN max(since) END FROM
      (SELECT (SELECT min(g.at) FROM sightings g WHERE g.name = n.name AND g.how = 'address' AND g.status IN (404, 410, 451) AND g.leaf >
          coalesce((SELECT max(t.leaf) FROM sightings t WHERE t.name = n.name AND t.how = 'address' AND coalesce(t.status, 0) NOT IN (404, 410, 451)), -1)) AS since
       FROM (SELECT DISTINCT s.name FROM articles v JOIN appearances p ON p.article = v.n JOIN captures c ON c.leaf = p.capture
             JOIN sightings s ON s.capture = c.id AND s.how = 'address' WHERE v.report = a.report) n)) END AS gone_since
  FROM articles a GROUP BY report;

-- +goose Down
DROP VIEW reports;
CREATE VIEW reports AS
  SELECT report, url, count(*) AS versions, count(DISTINCT text_id) AS texts, min(seen) AS first_seen, max(seen) AS last_seen FROM articles GROUP BY report;
DROP VIEW addresses; DROP TABLE missed; DROP INDEX sightings_name; DROP INDEX sightings_gone;
ALTER TABLE sightings DROP COLUMN found;

-- Chats: what stands beside a message, which messages an export has, the files that
-- belong to it, and messages that are no longer in a later export.

-- +goose Up
ALTER TABLE appearances ADD COLUMN beside TEXT; -- JSON: what stands at the place beside the article

CREATE TABLE files (
  leaf    INTEGER NOT NULL,            -- of the list that names it
  capture TEXT NOT NULL,               -- captures.id of the export that it belongs to
  name    TEXT NOT NULL,               -- its path in the export's folder
  sum     TEXT,                        -- SHA-256, in hex
  size    INTEGER,                     -- in bytes
  missing TEXT,                        -- why it has no hash
  PRIMARY KEY (leaf, name)
) WITHOUT ROWID;
CREATE INDEX files_capture ON files (capture);
CREATE INDEX files_sum ON files (sum);

CREATE TABLE coverage (
  capture INTEGER NOT NULL,            -- captures.leaf
  chat    TEXT NOT NULL,               -- what the addresses of its messages begin with
  members INTEGER NOT NULL,            -- whether members write there: a group
  runs    TEXT NOT NULL,               -- JSON: [[first, last], …] of the numbers of its messages
  PRIMARY KEY (capture, chat)
) WITHOUT ROWID;
CREATE INDEX coverage_chat ON coverage (chat);

-- A report is gone since the last of the addresses that it was got from is, or since a later
-- export of its chat was found to lack it.
DROP VIEW reports;
CREATE VIEW reports AS
  SELECT report, url, count(*) AS versions, count(DISTINCT text_id) AS texts, min(seen) AS first_seen, max(seen) AS last_seen,
    coalesce(CASE WHEN report IN (SELECT v.report FROM sightings g CROSS JOIN sightings s ON s.name = g.name AND s.how = 'address' CROSS JOIN captures c ON c.id = s.capture
        CROSS JOIN appearances p ON p.capture = c.leaf CROSS JOIN articles v ON v.n = p.article WHERE g.status IN (404, 410, 451)) THEN
    (SELECT CASE WHEN count(*) = count(since) THEN max(since) END FROM
      (SELECT (SELECT min(g.at) FROM sightings g WHERE g.name = n.name AND g.how = 'address' AND g.status IN (404, 410, 451) AND g.leaf >
          coalesce((SELECT max(t.leaf) FROM sightings t WHERE t.name = n.name AND t.how = 'address' AND coalesce(t.status, 0) NOT IN (404, 410, 451)), -1)) AS since
       FROM (SELECT DISTINCT s.name FROM articles v JOIN appearances p ON p.article = v.n JOIN captures c ON c.leaf = p.capture
             JOIN sightings s ON s.capture = c.id AND s.how = 'address' WHERE v.report = a.report) n)) END,
      (SELECT min(m.at) FROM sightings m WHERE m.name = a.report AND m.how = 'absent')) AS gone_since
  FROM articles a GROUP BY report;

-- +goose Down
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
DROP TABLE coverage; DROP TABLE files;
ALTER TABLE appearances DROP COLUMN beside;

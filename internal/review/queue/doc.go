// Package queue finds the findings that a reviewer should look at first: those that the machine is
// unsure of, and those on which much hangs because accounts contradict, reports copy them, or one
// side alone says who did it.
//
// What it finds stands in a SQLite file beside the store, made from it and from what was found
// across its reports, and kept up with both (package derived). The file is no evidence: delete it,
// and the next update makes it anew. What reviewers decided is not in it: a page of the queue is laid
// over the log of their decisions when it is asked for, so that it is never behind.
//
// It promises that the same ledger and the same decisions give the same queue in the same order,
// that each finding in it says why in reasons that can be put into words, and that no word of an
// article stands in the file.
package queue

// schema makes the tables.
//
//	reasons   why a finding should be looked at; per is "" of what its record alone says, else the
//	          story that says so. args is JSON: see Reason
//	queue     the findings that have reasons, with the sum of their weights; day is when the report
//	          appeared, or was first seen
//	waiting   articles whose stories are still to be looked at
const schema = `
CREATE TABLE IF NOT EXISTS reasons (
  article TEXT NOT NULL,
  finding TEXT NOT NULL,
  kind    TEXT NOT NULL,
  per     TEXT NOT NULL,
  layer   TEXT NOT NULL,
  weight  INTEGER NOT NULL,
  args    TEXT NOT NULL,
  PRIMARY KEY (article, finding, kind, per)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reasons_per ON reasons (per) WHERE per <> '';
CREATE INDEX IF NOT EXISTS reasons_kind ON reasons (kind, layer);
CREATE TABLE IF NOT EXISTS queue (
  article TEXT NOT NULL,
  finding TEXT NOT NULL,
  layer   TEXT NOT NULL,
  weight  INTEGER NOT NULL,
  day     TEXT NOT NULL,
  PRIMARY KEY (article, finding)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS queue_weight ON queue (weight DESC, day DESC, article, finding, layer);
CREATE INDEX IF NOT EXISTS queue_layer ON queue (layer, weight DESC, day DESC, article, finding);
CREATE TABLE IF NOT EXISTS waiting (article TEXT PRIMARY KEY) WITHOUT ROWID;
`

var tables = []string{"reasons", "queue", "waiting"}

// tablesVersion changes whenever the tables do, or what is a reason.
const tablesVersion = 3

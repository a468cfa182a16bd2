// Package reading has the commands that need no ledger: read, explain, eval, lexicon, gazetteer. Records come out
// in the order of the articles, whatever the number of workers.
package reading

// Package opening opens a ledger for a command: its store, its log, and the files beside it that are made from
// the store (the index of search, what is found across reports), which it brings up to date and makes anew where
// they are damaged. It says in one line what is wrong with a ledger.
package opening

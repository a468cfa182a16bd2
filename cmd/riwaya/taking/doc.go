// Package taking has the commands that take articles into a ledger: add and watch, with the sources that
// files, folders, feeds, archives and exports are. What is acknowledged is on the disk.
package taking

// Package serving has the command that opens the desk: who reaches it, its accounts, and what changes the
// ledger for its pages, which is opened for one change and closed again.
package serving

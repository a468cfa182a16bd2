// Package reviewing has the command with which a person decides about what was read. A decision is a leaf of
// the ledger's log; what was read is never overwritten.
package reviewing

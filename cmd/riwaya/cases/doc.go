// Package cases has the command that puts a case together out of a ledger, and writes it as a folder to
// hand on.
package cases

// Package searching has the command that finds articles in a ledger.
package searching

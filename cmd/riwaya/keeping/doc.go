// Package keeping has the commands that look after a ledger as evidence: status, head, verify, proof,
// withdraw, repair. What it says is proved, it says against which witness.
package keeping

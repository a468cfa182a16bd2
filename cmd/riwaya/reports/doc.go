// Package reports has the commands that look across the reports of a ledger: stories, story, incidents, question,
// trace, compare, outlets, track.
package reports

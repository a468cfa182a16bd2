// Package table writes the accounts of a question and the rows of a tracker: as text for a
// terminal, json, csv and xlsx.
//
// It promises that each figure stands as somebody gave it, with who and when, and that a time
// which is only when the report was first met is marked; that texts from right to left never
// turn what stands beside them, lines are no wider than asked for, and no cell is a formula.
// What it is handed has passed the gate of private persons where it was read: see package
// answer.
package table

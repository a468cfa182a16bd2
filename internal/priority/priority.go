// Package priority lets a program that works long step back behind those that somebody waits for: an add of
// thousands of articles takes what processor is left beside a desk that is read in.
//
// It promises nothing: where the system does not let it, or knows no such thing, all stays as it was.
package priority

// Lower puts this process, with all its threads, behind others for as long as it runs.
func Lower() { lower() }

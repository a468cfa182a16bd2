// Package cli is what every command of riwaya stands on: where it reads and writes, exit codes, flags and
// the environment, inputs, the client that gets pages, files that are written whole, and how far a run is.
// Standard error has one line for each thing that could not be done.
package cli

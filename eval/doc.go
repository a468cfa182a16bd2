// Package eval is the annotators' door: it holds what the program reads in an
// article against what people annotated there, and says how often it was right.
//
// What it promises: every measure is precision over all that was predicted and
// recall over all that the gold has, so that printing less never raises both; the
// pairing and the tallies are those of the gold's own score.py, to the last digit;
// the same documents and predictions give the same report, byte for byte; an absurd
// prediction is scored as wrong and never ends a run; what a locked document says
// never reaches a log.
//
// Reading what people annotated is package annotated, printing how it did is package
// report; between them, this package pairs and counts.
//
// What it does not do: it reads no article itself (the caller's function predicts,
// as JSON in the form of a record), it fetches nothing, and it never changes gold.
// A layer that a gold file leaves out is not annotated and is not scored. It does
// not accept JSON that only Python accepts (NaN, Infinity), and where score.py ends
// with an exception on a value of the wrong type, the value is worth nothing here.
//
// The way in is [Score], over the documents of annotated.Load.
package eval

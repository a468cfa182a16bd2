// Package clause cuts sentences into verbs, noun phrases with what governs them, and what
// stands between: who does what to whom is read off these chunks.
//
// What earlier finders saw (actors, places, times, figures) is taken as whole; beyond it the
// package goes by definiteness, agreement and the word classes of the lexicon. It promises
// chunks in the order of the text that do not overlap and to change nothing. It decides
// nothing about what happened: the finders that use it do.
package clause

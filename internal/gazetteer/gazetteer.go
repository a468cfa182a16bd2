// Package gazetteer holds places by name: a table made from packages and hand-written
// lists, sorted and read where it lies, so that nothing is built at the start.
package gazetteer

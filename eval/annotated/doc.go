// Package annotated reads annotated articles: the text, and what people found in it,
// layer by layer. What a program predicted of the same text is read into the same
// layers, so that both can be held against each other.
//
// What it promises: wrong gold is an error that says where; an article that is not at
// hand is named and left out; positions are code points over the text, whichever of
// its four forms the gold has; an absurd prediction is read as far as it goes and
// never ends a run; values compare and print as they do in Python.
//
// What it does not do: it judges nothing, it fetches nothing, and it never changes
// gold.
//
// The ways in are [Load] (gold) and [Predicted] (a record).
package annotated

// Package status says of a happening whether it happened, goes on, is yet to come, is wanted, denied, threatened or only supposed.
//
// It promises that this is what the words of its own sentence say: the form of its verb, what supports or governs its noun, what
// stands before either. Words that only take up what is known (they did not keep to the truce) say nothing of whether it was so.
package status

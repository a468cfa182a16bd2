// Package event finds what happened: who did what to whom, as conflict data has it.
//
// A word of the lexicon names a happening (قصف, غارة, اعتقال); the rule of
// lexicon/LANGUAGE/events.rules that it stands under says of what type that is and where
// its parties stand: which is the subject, which the object, which stands behind which
// preposition. The sentence is cut by package clause; a party is one only if it is an actor
// of the record.
//
// It promises that nobody is named who does not stand in that place of that clause: a
// passive that names nobody has no agent, and where two readings would blame different
// parties none is blamed. Several words of one clause for one happening are one event.
package event

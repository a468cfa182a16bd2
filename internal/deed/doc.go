// Package deed finds which words of a sentence name a happening, and who takes part in it.
//
// A word of the lexicon names one (قصف, غارة, اعتقال); the rule of
// lexicon/LANGUAGE/events.rules that it stands under says of what type that is and where
// its parties stand: which is the subject, which the object, which stands behind which
// preposition. A noun may have its parties from the verb that it stands under: launch, come
// under, be accused of.
//
// It promises that nobody takes part who does not stand in that place of that clause: a
// passive that names nobody has no agent, and where two readings would blame different
// parties none is blamed. Whether the happening happened, and whether another word tells the
// same one, it does not say.
package deed

// Package privacy says what of a record may be shown: private persons become what they are
// ("[witness]"), in the text, in chains, in titles and in addresses.
//
// It promises that no name of a person who is private by the record's claims or actors passes,
// where it stands as whole words, and through a [Gate] no part of one that was cut out of the
// text either. What it passes is otherwise as it was; to make that fit for a terminal is for
// package show.
package privacy

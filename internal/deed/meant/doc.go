// Package meant finds whom a pronoun beside a happening stands for as the one it is done to, who stands on either
// side of what two do to each other, and who was kept from what did not happen.
//
// It promises that where two may be meant, or somebody who is no actor, nobody is, and that whoever does it is
// not whom it is done to.
package meant

import "riwaya/internal/deed/anchor"

// Reader reads the anchors of one text. Its zero value is not ready: see [anchor.Reader.Reset].
type Reader struct{ anchor.Reader }

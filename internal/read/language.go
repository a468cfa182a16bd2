package read

import (
	"riwaya"
	"riwaya/internal/lang/identify"
)

// Language settles which language an article is in, where nobody has said so, and how
// much of that language can be read. Doing so twice changes nothing.
//
// Arabic is read in part as long as layers of the record are missing. Of other
// languages nothing is read but what does not depend on the language.
func Language(a *riwaya.Article) {
	if a.Language == "" {
		a.Language, _ = identify.Language(a.Text)
	}
	a.Coverage = riwaya.CoverageNone
	if a.Language == "ar" {
		a.Coverage = riwaya.CoveragePartial
	}
}

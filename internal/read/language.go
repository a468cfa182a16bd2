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
		text := a.Text
		if len(a.Body) == 1 { // what stands around it is not the article's own
			text = a.Body[0].Of(text)
		}
		a.Language, _ = identify.Language(text)
	}
	a.Coverage = riwaya.CoverageNone
	if a.Language == "ar" {
		a.Coverage = riwaya.CoveragePartial
	}
}

package letters

import "strings"

// Bare is a folded word without the article.
func Bare(w string) string {
	if len(w) > len("ال")+4 && strings.HasPrefix(w, "ال") { // two letters are too few to tell: الآن is not أن
		return w[len("ال"):]
	}
	return w
}

package lang

// PairMarks finds the partner of every quotation mark and bracket. Newsrooms print
// opening marks for closing ones and the reverse, so that the space around a mark
// counts before its shape, and its shape before what is already open. A pair may span
// one line end, not more; what finds no partner stays alone.
func PairMarks(t *Text) {
	var quotes, brackets []open
	line := 0
	for i := range t.Tokens {
		k := &t.Tokens[i]
		if k.Kind == BreakKind {
			line++
			continue
		}
		if k.Kind != MarkKind {
			continue
		}
		switch k.Mark {
		case QuoteOpen, QuoteClose, QuoteEither:
			quotes = fresh(quotes, line, 1)
			quotes = quote(t, i, line, quotes)
		case BracketOpen:
			brackets = append(fresh(brackets, line, 0), open{i, line})
		case BracketClose:
			if brackets = fresh(brackets, line, 0); len(brackets) > 0 {
				join(t, brackets[len(brackets)-1].at, i)
				brackets = brackets[:len(brackets)-1]
			}
		}
	}
}

// open is a mark that waits for its partner.
type open struct{ at, line int }

// fresh drops what was opened more than so many lines ago.
func fresh(s []open, line, lines int) []open {
	for len(s) > 0 && line-s[0].line > lines {
		s = s[1:]
	}
	return s
}

func join(t *Text, a, b int) { t.Tokens[a].Match, t.Tokens[b].Match = int32(b), int32(a) }

func quote(t *Text, i, line int, stack []open) []open {
	opens := opening(t, i)
	if len(stack) == 0 {
		return append(stack, open{i, line})
	}
	top := stack[len(stack)-1]
	if opens && resumes(t, i) && top.at+1 < i { // a closing mark printed as an opening one
		opens = false
	}
	same := family(t, top.at) == family(t, i)
	if opens && (!same || len(stack) == 1 && t.Tokens[i].Mark != QuoteEither && closesLater(t, i)) {
		return append(stack, open{i, line})
	}
	if opens && same && (line > top.line || len(stack) == 1 && closesLater(t, i)) { // the first was never closed
		stack[len(stack)-1] = open{i, line}
		return stack
	}
	if !same { // close the nearest of its own kind
		for n := len(stack) - 1; n >= 0; n-- {
			if family(t, stack[n].at) == family(t, i) {
				join(t, stack[n].at, i)
				return stack[:n]
			}
		}
		if !opens && t.Tokens[i].Mark == QuoteEither {
			return append(stack, open{i, line})
		}
	}
	join(t, top.at, i)
	return stack[:len(stack)-1]
}

// family tells guillemets from inverted commas: only like closes like, as a rule.
func family(t *Text, i int) byte {
	switch k := &t.Tokens[i]; t.Source[k.Start:k.End] {
	case "«", "»", "‹", "›":
		return 1
	case "‘", "’", "`", "'":
		return 2
	}
	return 0
}

// opening reports whether the mark at i looks like one that opens: space before and
// none behind; else by its shape.
func opening(t *Text, i int) bool {
	k := &t.Tokens[i]
	before := i == 0 || !k.Tight() || t.Tokens[i-1].Kind == BreakKind || t.Tokens[i-1].Is(BracketOpen) || clitic(t, i-1)
	after := i+1 == len(t.Tokens) || !t.Tokens[i+1].Tight() || t.Tokens[i+1].Kind == BreakKind
	switch {
	case before && !after:
		return true
	case !before && after:
		return false
	}
	return k.Mark == QuoteOpen
}

// clitic reports whether token i is a lone preposition or article before a name in
// quotation marks, as in لـ«عكاظ».
func clitic(t *Text, i int) bool {
	return t.Tokens[i].Word != nil && len(t.Tokens[i].Word.Form) <= 4
}

// resumes reports whether a word of saying with a conjunction follows mark i.
func resumes(t *Text, i int) bool {
	return i+1 < len(t.Tokens) && t.Tokens[i+1].Has(Conjunction|Cue|Verb)
}

// closesLater reports whether, for the mark at i, a closing one of its shape follows
// on the line before another opening one.
func closesLater(t *Text, i int) bool {
	for j := i + 1; j < len(t.Tokens) && t.Tokens[j].Kind != BreakKind; j++ {
		k := &t.Tokens[j]
		if k.Kind == MarkKind && (k.Mark == QuoteOpen || k.Mark == QuoteClose || k.Mark == QuoteEither) && family(t, j) == family(t, i) {
			return !opening(t, j)
		}
	}
	return false
}

package wording

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/search/term"
)

// DomainOf is what a source is of by what it is called, and the word that says so, "" where none does.
func (t *Words) DomainOf(name string) (of, word string) {
	t.terms.Each(name, func(one term.Term) bool {
		of, word = t.Domain[one.Text], one.Text
		return of == ""
	})
	if of == "" {
		word = ""
	}
	return of, word
}

// StateOf is of which state words call somebody, "" where they do not.
func (t *Words) StateOf(name string) (of string) {
	t.terms.Each(name, func(one term.Term) bool {
		of = t.state[one.Text]
		return of == ""
	})
	return of
}

// LooksBack reports whether the sentence that is open at the end of a text begins by looking back, and whether it
// begins by saying what had been.
func (t *Words) LooksBack(text string) (back, past bool) {
	begin := sentence(text)
	part := begin
	if i := strings.LastIndexAny(begin, ",\u060c\u061b"); i >= 0 { // "eight were killed, and this comes as"
		_, n := utf8.DecodeRuneInString(begin[i:])
		part = begin[i+n:]
	}
	return t.among(begin, 2, t.back) || t.among(part, 2, t.back), t.among(begin, 2, t.past)
}

// GoneBefore reports whether what happened, between two texts, is only what something else came after: "in answer to the attack",
// "the last attack".
func (t *Words) GoneBefore(before, behind string) bool {
	var last [2]string
	t.terms.Each(sentence(before), func(one term.Term) bool {
		last[0], last[1] = last[1], one.Text
		return true
	})
	return t.after[last[0]] || t.after[last[1]] || t.among(behind, 2, t.known)
}

// CameAfter reports whether one of the last words of a text, behind its last comma, says that something came after what follows:
// "three days after the".
func (t *Words) CameAfter(text string) bool {
	const last = 4
	text = sentence(text)
	if i := strings.LastIndexAny(text, ",\u060c\u061b:"); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		text = text[i+n:]
	}
	words := strings.Fields(text)
	return t.Any(strings.Join(words[max(0, len(words)-last):], " "), t.after)
}

// ForHisPart reports whether the sentence that is open at the end of a text says in its first words that who speaks in
// it is another than who spoke before.
func (t *Words) ForHisPart(text string) bool {
	return t.among(sentence(text), 3, t.part)
}

// Parts reports whether who speaks at a place of a text is told apart from who spoke at one before it: he speaks for his part, or
// his sentence begins by going over to something else.
func (t *Words) Parts(text string, before, at int) bool {
	if t.ForHisPart(text[:at]) {
		return true
	}
	begin := at - len(sentence(text[:at]))
	for _, turn := range t.Turns(text[:at]) {
		if turn >= begin && turn > before {
			return true
		}
	}
	return false
}

// Described reports whether the second word of some says nothing: "the statement that was given out on Friday" has no
// name.
func (t *Words) Described(words string) bool {
	n, found := 0, false
	t.terms.Each(words, func(one term.Term) bool {
		found = t.function[one.Text]
		n++
		return n < 2
	})
	return n == 2 && found
}

// sentence is the sentence that is open at the end of a text.
func sentence(text string) string {
	if i := strings.LastIndexAny(text, ".!\n\u061f"); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		text = text[i+n:]
	}
	return text
}

// SpokenFor is the first word of whom a spokesman is called to speak for, as words are compared; "" where nothing says it.
func (t *Words) SpokenFor(name string) (whom string) {
	speaks, behalf := false, false
	t.terms.Each(name, func(one term.Term) bool {
		if behalf {
			whom = one.Text
			return false
		}
		speaks = speaks || t.Speaking[one.Text]
		behalf = speaks && t.behalf[one.Text]
		return true
	})
	return whom
}

// Refers reports whether words take up whom others named: they begin with the article and say nothing that the others do not.
func (t *Words) Refers(back, named string) bool {
	if t.article == "" || !strings.HasPrefix(strings.TrimLeft(back, "\u00ab\u201c\""), t.article) || t.Every(back, t.SameSource) {
		return false
	}
	has := map[string]bool{}
	t.terms.Each(named, func(one term.Term) bool {
		has[one.Text] = true
		return true
	})
	all := true
	t.terms.Each(back, func(one term.Term) bool {
		all = has[one.Text]
		return all
	})
	return all
}

// Definite reports whether a word has the article, behind one letter at most that is written on to it.
func (t *Words) Definite(word string) bool {
	_, first := utf8.DecodeRuneInString(word)
	return t.article != "" && (strings.HasPrefix(word, t.article) || strings.HasPrefix(word[first:], t.article))
}

// Name is what somebody is called, without what his name goes on to tell of him: "the office that was opened in May".
func (t *Words) Name(called string) string {
	n, end := 0, len(called)
	t.terms.Each(called, func(one term.Term) bool {
		if n > 1 && t.relative[one.Text] {
			end = one.Span.Start
			return false
		}
		n++
		return true
	})
	return strings.TrimRight(called[:end], " ،,")
}

// Ours reports whether a word is what a speaker calls his own: "our information".
func (t *Words) Ours(word string) bool { return t.ours[strings.TrimSpace(word)] }

// BodyOf is the body that sources are said to be in ("two sources in the police"), "" where there is none or there are several.
func (t *Words) BodyOf(name string) (body string) {
	t.terms.Each(name, func(one term.Term) bool {
		if !t.bodies[one.Text] || one.Text == body {
			return true
		}
		if body != "" {
			body = ""
			return false
		}
		body = one.Text
		return true
	})
	return body
}

// Apart are the two sources that words name at once, if they do: "the police and medical sources", or "security and medical
// sources", which are of two things.
func (t *Words) Apart(words string) (first, second string, ok bool) {
	at := 0
	for word := range strings.FieldsSeq(words) {
		i := strings.Index(words[at:], word) + at
		if t.joined[word] && i > 0 {
			_, and := utf8.DecodeRuneInString(word)
			return strings.TrimSpace(words[:i]), words[i+and:], true
		}
		at = i + len(word)
	}
	head, of := 0, ""
	t.terms.Each(words, func(one term.Term) bool {
		key := t.Domain[one.Text]
		word := words[one.Start:one.End]
		switch {
		case head == 0 && key == "":
			head = one.End
			return true
		case head == 0 || key == "" || key == of:
			return of == "" || key != ""
		case of == "":
			of = key
			return true
		}
		if _, and := utf8.DecodeRuneInString(word); t.same(word, word[and:]) {
			first, second, ok = strings.TrimSpace(words[:one.Start]), words[:head]+" "+word[and:], true
		}
		return false
	})
	return first, second, ok
}

// same reports whether two words are compared as one.
func (t *Words) same(a, b string) bool {
	x, y := t.terms.Of(a), t.terms.Of(b)
	return len(x) == 1 && len(y) == 1 && x[0].Text == y[0].Text
}

// Within are the words by which somebody is called up to those that say that he is not of whom they name: "hostile to the
// authorities". A preposition that is written on to the article stands apart: "sources in the police" are called by the police.
func (t *Words) Within(name string) string {
	for _, p := range t.at {
		name = strings.ReplaceAll(name, " "+p+t.article, " "+t.article)
	}
	t.terms.Each(name, func(one term.Term) bool {
		if t.apartFrom[one.Text] {
			name = name[:one.Start]
			return false
		}
		return true
	})
	return name
}

// OfSeveral reports whether a verb is one of which more than one is the subject.
func (t *Words) OfSeveral(verb string) bool {
	return slices.ContainsFunc(t.several, func(ending string) bool { return strings.HasSuffix(verb, ending) })
}

// OneAround reports whether words call somebody by what he is with or for somebody else: "an official in the office of", "a spokesman
// for". Whoever is named behind is not he.
func (t *Words) OneAround(name string) bool {
	n, around := 0, false
	t.terms.Each(name, func(one term.Term) bool {
		switch n++; n {
		case 1:
			return (t.Role[one.Text] || t.Speaking[one.Text]) && (t.article == "" || !strings.HasPrefix(name, t.article))
		case 2, 3:
			around = t.function[one.Text] || t.behalf[one.Text]
		}
		return n < 3 && !around
	})
	return around
}

// Portfolio is the word that says what a minister or a ministry is of, "" where words name none.
func (t *Words) Portfolio(name string) (of string) {
	minister := false
	t.terms.Each(name, func(one term.Term) bool {
		if minister {
			of = one.Text
			return false
		}
		minister = t.Ministry[one.Text] || t.minister[one.Text]
		return true
	})
	return of
}

// PortfolioOf is what an institution is a ministry of that is called otherwise, by its key, "" where it is none.
func (t *Words) PortfolioOf(key string) string { return t.calledOtherwise[key] }

// Carries reports whether an outlet is one of those that hand on what others say to all the world.
func (t *Words) Carries(outlet string) bool { return t.carriers[outlet] }

// Pleads reports whether somebody is called by what those are who judge what happened: a lawyer. Words are compared as they are written, since
// who observes and what is observed have one stem.
func (t *Words) Pleads(name string) bool {
	for word := range strings.FieldsSeq(name) {
		if t.pleading[word] {
			return true
		}
	}
	return false
}

// OfState reports whether an outlet is the news agency of a state.
func (t *Words) OfState(outlet string) bool { return t.stateAgencies[outlet] }

// Under reports whether one of two names is of a force that is under the ministry that the other names.
func (t *Words) Under(a, b string) bool {
	below := func(body, ministry string) (yes bool) {
		of := t.Portfolio(ministry)
		if of == "" || t.Portfolio(body) != "" {
			return false
		}
		t.terms.Each(body, func(one term.Term) bool {
			yes = t.under[one.Text] == of
			return !yes
		})
		return yes
	}
	return below(a, b) || below(b, a)
}

// Decides is the first of so many words of a text by which somebody decides something, where a line or what stands behind a byline begins
// with it: "the court adjourned", and "the president issued" where it is a decree that he issues.
func (t *Words) Decides(text string, most int) (at riwaya.Span, ok bool) {
	issued := false
	t.terms.Each(text, func(one term.Term) bool {
		most--
		switch {
		case issued:
			ok = t.decision[one.Text]
			return !ok && most > 0
		case !(t.deciding[one.Text] || t.issuing[one.Text]) || !strings.ContainsAny(behindSpace(text[:one.Start]), "\n:.\u060c-\u2013\u2014)"):
			return most > 0
		}
		at = one.Span
		ok, issued, most = t.deciding[one.Text], t.issuing[one.Text], papered
		return !ok
	})
	return at, ok
}

// papered is within how many words of a verb stands what is issued: "the president, Sami Ash, issued today in the capital a decree".
const papered = 14

// behindSpace is the last sign of a text that is no space, a line's end where there is none.
func behindSpace(text string) string {
	text = strings.TrimRight(text, " \u00a0")
	if text == "" {
		return "\n"
	}
	_, n := utf8.DecodeLastRuneInString(text)
	return text[len(text)-n:]
}

package codebook

import (
	"fmt"
	"slices"
	"strings"
)

// head is how to read the page, and a table of all kinds.
func (p *page) head(kinds []kind) {
	p.line("# What is coded as an event")
	p.line("")
	p.line("Made by `make docs` from `lexicon/%[1]s/events.rules` and `lexicon/%[1]s/events.txt`; edit those, not this page.", p.lx.Language)
	p.line("`riwaya lexicon events` prints it for any lexicon.")
	p.line("")
	p.WriteString(howto)
	p.line("")
	p.line("## All kinds")
	p.line("")
	p.line("| kind | type | mode | ACLED sub-event type | CAMEO | words | sure |")
	p.line("| :-- | :-- | :-- | :-- | :-- | --: | --: |")
	for _, t := range types {
		for i := range kinds {
			if k := &kinds[i]; k.Keys["type"] == t.name {
				_, sub, _ := strings.Cut(k.Keys["acled"], " / ")
				p.line("| [%s](#%s) | %s | %s | %s | %s | %d | %s |", k.Name, k.Name, t.name, dash(k.Keys["mode"]), dash(sub), dash(k.Keys["cameo"]), len(k.verbs)+len(k.nouns), dash(k.Keys["sure"]))
			}
		}
	}
}

const howto = `## How to read a kind

An event is read where a word of a kind stands in the text as a verb or as a noun: its
*anchor*. The anchor is the event's span in the record, without the "and" glued on.

- **type** and **mode** are PLOVER's, with two types beside its sixteen: DISPLACE and DISASTER.
  **ACLED** is event type / sub-event type of the ACLED codebook, **CAMEO** the two-digit root.
  A value stands there only where the kind alone decides it; else it is empty in the record.
- **who does it, whom it is done to**: where in the sentence the two parties stand, for each
  form of the words. Only an actor of the record that stands there is a party. Where nobody
  stands there the field is empty: a passive without "by" has no agent. Behind *on* means behind
  any word of [that preposition](#prepositions). Of kinds that are *opposed* (see what such a kind says
  of itself) the target may stand elsewhere in the article; it is never so of an agent.
- **words**: verbs by their lemma, third person singular of the past; all their forms are
  meant. Nouns and phrases as they stand in the list; their articles, conjunctions and pronouns
  come of themselves.
- **read**, **not read**: the examples that the checker runs.
- **sure** is the share of findings that are expected to be right: the record's confidence.

## What the record says of an event

- **status**: ` + "`happened`" + `; ` + "`ongoing`" + ` (a present tense, or a verb or adjective that says so); ` + "`planned`" + `
  (future, intention, purpose, preparation); ` + "`demanded`" + ` (somebody wants it done); ` + "`denied`" + ` (a negation, or
  a claim that denies it); ` + "`threatened`" + ` (somebody says that he will do it);
  ` + "`hypothetical`" + ` (if, perhaps, the danger of). It says what the text says, not what was so.
- **standing** of a party: ` + "`reported`" + ` (the article or its source says so), ` + "`self-claimed`" + ` (the source
  says it of itself), ` + "`accused`" + ` (the source blames another), ` + "`denied`" + ` (the source denies it). A party's
  ` + "`claim`" + ` is who says so. An accused party is never shown without that word.
- **parties** are agents and targets with standing and claim; **actors** and **targets** are
  the same by id alone.
- **claim** of the event is the innermost claim whose content holds the anchor; an event that the
  article tells by itself has none.
- **place** is the first behind the anchor in its clause, else the only one of its clause before it; of what happens
  somewhere (not of what is said: demands, agreements, accusations) else the only one of the sentence, no land or province. **time** is
  the nearest of its clause: not of a clause that tells of something else, of what it came before or after, of how
  long it took, nor, of what befell somebody once, since when. What was said that day has that day
  only if it happened on it. **figures** are those between the anchor and the next, ages left out. What is not plain is left empty.
- **mentions**: an event told again in the article is one event; each telling stands here with its own
  claim and status. A later telling is a mention of an earlier event of the same kind if it names
  nobody whom that does not name, no other place or day, and no other number of people killed, hurt or
  arrested, unless both are at one place on one day; "the attack" without more takes up the last that was one. One of another kind of ASSAULT, or of which one
  telling leaves open by or to whom it was done, is a mention if both tell the same number, only one event
  before does, and it is five or more, or the same people, or at the same place, or in the title; then the
  event has what either tells. What the title says to have befallen somebody is what the text says first
  to have befallen them.
`

// section writes the kinds of a type.
func (p *page) section(t typ, kinds []kind) {
	first := true
	for i := range kinds {
		k := &kinds[i]
		if k.Keys["type"] != t.name {
			continue
		}
		if first {
			p.line("\n## %s\n\n%s.", t.name, capital(t.says))
			first = false
		}
		p.kind(k)
	}
}

// kind writes one kind.
func (p *page) kind(k *kind) {
	p.line("\n### %s\n", k.Name)
	var codes []string
	for _, c := range [][2]string{{"mode", k.Keys["mode"]}, {"ACLED", k.Keys["acled"]}, {"CAMEO", k.Keys["cameo"]}} {
		if c[1] != "" {
			codes = append(codes, c[0]+" "+c[1])
		}
	}
	if len(codes) > 0 {
		p.line("%s.\n", strings.Join(codes, " · "))
	}
	if len(k.forms) > 0 {
		p.line("| form | who does it | whom it is done to |")
		p.line("| :-- | :-- | :-- |")
		for _, f := range k.forms {
			agents, targets := f.agents, f.targets
			if other := english(places, "between"); strings.Contains(agents, other) {
				targets = strings.TrimPrefix(targets+"; behind *between*: the second side", "; ")
			}
			p.line("| %s | %s | %s |", f.name, dash(agents), dash(targets))
		}
		p.line("")
	}
	if s := k.says(); s != "" {
		p.line("%s\n", s)
	}
	p.list("verbs", k.verbs)
	p.list("nouns", k.nouns)
	for i := range k.Yes {
		p.line("- read: %s", arabic(k.Yes[i].Text))
	}
	for i := range k.No {
		p.line("- not read: %s", arabic(k.No[i].Text))
	}
}

// says is what holds of a kind beside its frames.
func (k *kind) says() string {
	var out []string
	if s := k.Keys["needs"]; s != "" {
		list, _ := standing(s)
		out = append(out, capital(strings.ReplaceAll(list, "; ", " or "))+" something must stand, else the word means something else.")
	}
	if s := k.Keys["with"]; s != "" {
		out = append(out, "In its clause must stand "+asked(s)+", else the word means something else.")
	}
	if s := k.Keys["without"]; s != "" {
		out = append(out, "In its clause may not stand "+asked(s)+".")
	}
	if s := k.Keys["kinds"]; s != "" {
		out = append(out, "Who does it must be of kind "+strings.ReplaceAll(strings.Join(strings.Fields(s), ", "), "_", " ")+", else the word means something else.")
	}
	if k.Keys["alone"] == "agent" && slices.Contains(strings.FieldsFunc(k.Keys["verb"], func(r rune) bool { return r == ' ' || r == ',' || r == '=' }), "object") {
		out = append(out, "The one noun behind its verb is who does it.")
	}
	if k.Keys["alone"] == "arms" {
		out = append(out, "The one noun behind its verb is who does it, if it names aircraft or guns.")
	}
	if of := english(places, "of"); slices.ContainsFunc(k.forms, func(f form) bool { return strings.Contains(f.agents, of) && strings.Contains(f.targets, of) }) {
		out = append(out, "Who is bound to the noun and could be either does it only where the other stands elsewhere; else civilians are whom it is done to, and of others nothing is said.")
	}
	for _, t := range strings.Fields(k.Keys["is"]) {
		out = append(out, english(traits, t))
	}
	return strings.Join(out, " ")
}

// asked is what a rule asks for by the keys of `with` or `without`.
func asked(keys string) string {
	var out []string
	for _, key := range strings.Fields(keys) {
		key = strings.TrimRight(key, "!+?")
		if says := english(near, key); says != "" {
			out = append(out, says)
			continue
		}
		out = append(out, "a word of [*"+key+"*](#words-that-kinds-ask-for)")
	}
	return strings.Join(out, " or ")
}

// vocabulary writes the words that stand around an anchor.
func (p *page) vocabulary() {
	for _, t := range []struct {
		title, intro, class string
		says                []word
		cut                 bool
	}{
		{"Prepositions", "A party *behind on* stands behind one of these words. The letters *bi-* and *li-* are written as part of the next word.", "governs", prepositions, false},
		{"Verbs that lend a noun their parties", "Beside such a verb (*launched an attack*, *came under fire*, *clashes broke out*) the noun is the anchor.", "support", lending, true},
		{"Words around an anchor", "", "event-word", around, false},
	} {
		p.line("\n## %s\n", t.title)
		if t.intro != "" {
			p.line("%s\n", t.intro)
		}
		p.line("| key | what it says | words |")
		p.line("| :-- | :-- | :-- |")
		byKey := map[string][]string{}
		for _, w := range p.lx.Classes[t.class] {
			key := w.Key
			if t.cut { // the preposition before the noun stands behind a colon
				key, _, _ = strings.Cut(key, ":")
			}
			if english(t.says, key) == "" {
				p.errs = append(p.errs, fmt.Errorf("%s: the codebook has no words for the key %q of [%s]: add them to internal/codebook", w.At, w.Key, t.class))
			}
			if !slices.Contains(byKey[key], w.Text) {
				byKey[key] = append(byKey[key], w.Text)
			}
		}
		for _, s := range t.says {
			if len(byKey[s.key]) > 0 {
				p.line("| %s | %s | %s |", s.key, s.says, arabic(strings.Join(byKey[s.key], comma)))
			}
		}
	}
	p.line("\n## Words that kinds ask for\n")
	p.line("| key | words |")
	p.line("| :-- | :-- |")
	var keys []string
	for _, w := range p.lx.Classes["event-near"] {
		if !slices.Contains(keys, w.Key) {
			keys = append(keys, w.Key)
		}
	}
	for _, key := range keys {
		p.line("| %s | %s |", key, arabic(strings.Join(words(p.lx, "event-near", key), comma)))
	}
}

// comma is the comma of Arabic, U+060C, and a space.
const comma = "\u060c "

// list writes words behind their name.
func (p *page) list(name string, words []string) {
	if len(words) > 0 {
		p.line("- %s: %s", name, arabic(strings.Join(words, comma)))
	}
}

// arabic is text that runs from right to left among English: the attribute isolates it
// (HTML, 15.3.5), where Markdown is shown and in its source no control signs are needed.
func arabic(s string) string { return `<span dir="rtl">` + s + `</span>` }

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

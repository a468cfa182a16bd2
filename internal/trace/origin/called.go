package origin

import (
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/wording"
)

// ofPersons joins an office with whose office it is: it is called by his title or his name.
func (g *gathering) ofPersons() {
	for i := range g.chains {
		office := &g.chains[i].End
		if office.Kind != riwaya.OriginInstitution && (office.Kind != riwaya.OriginDocument || !g.s.Words.Begins(office.Name, g.s.Words.Paper)) || office.Private || office.Name == "" || len(strings.Fields(office.Name)) > longOffice {
			continue
		}
		for j := range g.chains {
			o := &g.chains[j].End
			if o.Kind == riwaya.OriginSpeaker && !o.Private && o.Source == "person" && g.u.Find(i) != g.u.Find(j) &&
				(g.s.ShareWords(office.Name, o.Name, officeWords) || g.s.ShareWords(g.as(i), o.Name, officeWords) || g.s.Vocabulary.OfficeOf(office.Name, g.people[j].Name)) {
				g.join(i, j, "press-office", office.Name)
			}
		}
	}
}

const (
	officeWords = 3 // how many words an office and whose it is have in common
	longOffice  = 9 // the words of one: behind more, its name goes on to tell of it, and what it tells is of others too
)

// ofBodies joins whose title names a body only by what it is ("the director of the institute") with the only one of the matter that is
// called so and more.
func (g *gathering) ofBodies() {
	for i := range g.chains {
		o, c := &g.chains[i].End, g.claim(i)
		if o.Kind != riwaya.OriginSpeaker || o.Source != "person" || !o.Known || c == nil {
			continue
		}
		title := g.s.RoleOf(c.Source.Actor)
		if title == "" {
			title = c.Source.Text
		}
		only := g.only(func(j int) bool {
			of := &g.chains[j].End
			return of.Kind == riwaya.OriginInstitution && of.Known && !of.Private && g.s.Vocabulary.Heads(title, of.Name)
		})
		if only >= 0 && g.u.Find(i) != g.u.Find(only) && !g.contradict(i, only) {
			g.join(only, i, "press-office", called(&g.chains[only].End))
		}
	}
}

// generic reports whether an origin is called authorities, and not which.
func (g *gathering) generic(o *riwaya.Origin) bool {
	return o.Known && o.Key == "" && !o.Private && o.Kind == riwaya.OriginInstitution && o.Name != "" && g.s.Words.Tells(o.Name, g.s.Words.Generic)
}

// described joins who is called by what he belongs to ("the police", "an official of the police") with the
// only institution of the matter that is called so.
func (g *gathering) described() {
	sources := map[string]bool{} // "a medical source" is nothing that another source is of
	for w := range g.s.Words.SameSource {
		sources[g.s.Vocabulary.Key(w)] = true
	}
	heads := make([][]string, len(g.chains)) // what each institution is called by first
	for i := range g.chains {
		o := &g.chains[i].End
		if o.Key != "" || o.Private || !o.Known || o.Name == "" || g.generic(o) || o.Kind != riwaya.OriginUnnamed && o.Kind != riwaya.OriginInstitution {
			continue
		}
		words := " " + g.s.Vocabulary.Key(g.s.Words.Within(o.Name)) + " "
		only := g.only(func(j int) bool {
			of := &g.chains[j].End
			if of.Key == "" || of.Private || of.Name == "" {
				return false
			}
			if of.Kind == riwaya.OriginSpeaker && o.Source != "document" { // "Ash at the meeting", "Sami Ash, the minister"
				return slices.ContainsFunc([]string{of.Name, g.as(j)}, func(called string) bool {
					name := strings.Fields(g.s.Vocabulary.Key(called))
					return len(name) == 1 && strings.HasPrefix(words, " "+name[0]+" ") ||
						(len(name) == 2 || len(name) == 3) && strings.HasPrefix(of.Key, "id:") && g.s.Vocabulary.OneMan(wording.Person{Name: name, Called: name}, wording.Person{Called: strings.Fields(words)})
				})
			}
			if of.Kind != riwaya.OriginInstitution {
				return false
			}
			if heads[j] == nil {
				for _, name := range []string{of.Name, g.as(j)} {
					name = g.s.Vocabulary.Key(name)
					head, portfolio, _ := strings.Cut(name, " ")
					if g.s.Words.Ministry[head] { // which of the ministries
						portfolio, _, _ = strings.Cut(portfolio, " ")
						head += " " + portfolio
					}
					if head != "" && !sources[head] && (g.s.Words.Government[head] || !strings.HasPrefix(of.Key, "name:government:")) {
						heads[j] = append(heads[j], " "+head+" ")
					}
				}
			}
			return slices.ContainsFunc(heads[j], func(head string) bool { return strings.Contains(words, head) })
		})
		if only >= 0 && g.u.Find(i) != g.u.Find(only) && !g.contradict(i, only) {
			g.join(only, i, "press-office", called(&g.chains[only].End))
		}
	}
}

// known joins an institution of which only the name could be read with the only one that the lexicon knows and another report
// of the matter calls so: "the civil defence" is a state's where the report tells which state it is in.
func (g *gathering) known() {
	for i := range g.chains {
		o := &g.chains[i].End
		if o.Kind != riwaya.OriginInstitution || o.Private || o.Name == "" || g.generic(o) || strings.HasPrefix(o.Key, "id:") {
			continue
		}
		name := g.s.Vocabulary.Key(o.Name)
		only := g.only(func(j int) bool {
			of := &g.chains[j].End
			return of.Kind == riwaya.OriginInstitution && strings.HasPrefix(of.Key, "id:") && g.s.Vocabulary.Key(g.as(j)) == name
		})
		if only < 0 {
			only = g.only(func(j int) bool {
				of := &g.chains[j].End
				return j != i && of.Kind == riwaya.OriginInstitution && !of.Private && (g.s.Vocabulary.SameBody(name, g.s.Vocabulary.Key(of.Name)) || g.s.Vocabulary.SameBody(name, g.s.Vocabulary.Key(g.as(j))))
			})
		}
		if only >= 0 && g.u.Find(i) != g.u.Find(only) && !g.contradict(i, only) {
			g.join(only, i, "same-name", called(&g.chains[only].End))
		}
	}
}

// only is the last chain that fits, -1 where none does or they are of several sources.
func (g *gathering) only(fits func(j int) bool) int {
	only := -1
	for j := range g.chains {
		if !fits(j) {
			continue
		}
		if only >= 0 && g.u.Find(only) != g.u.Find(j) {
			return -1
		}
		only = j
	}
	return only
}

// persons are what each chain's end is called, where it is a person.
func (g *gathering) persons() []wording.Person {
	people := make([]wording.Person, len(g.chains))
	for i := range g.chains {
		if o := &g.chains[i].End; o.Source == "person" || strings.HasPrefix(o.Key, "person:") {
			name, ok := strings.CutPrefix(o.Key, "person:")
			for k := range g.s.Reports[g.s.At[g.chains[i].Article]].Rec.Actors {
				if a := &g.s.Reports[g.s.At[g.chains[i].Article]].Rec.Actors[k]; !ok && o.Actor != nil && a.ID == *o.Actor && a.NameAr != nil {
					name = g.s.Vocabulary.Key(*a.NameAr)
				}
			}
			people[i] = g.s.Vocabulary.Person(o.Name, name)
		}
	}
	return people
}

// titled joins who is called by a title alone with the only one of the matter who is named behind it, and somebody who is
// named without a family name with whom another print names with more words behind. A "minister" in one
// report is the minister who is named in another of the same matter.
func (g *gathering) titled() {
	keys := make([][]string, len(g.chains))
	for i := range g.chains {
		if o := &g.chains[i].End; o.Kind == riwaya.OriginSpeaker && o.Known {
			keys[i] = strings.Fields(g.s.Vocabulary.Key(o.Name))
		}
	}
	for i, a := range keys {
		if len(a) < 2 || g.chains[i].End.Key != "" {
			continue
		}
		only := g.only(func(j int) bool { return len(keys[j]) > len(a) && slices.Equal(a, keys[j][:len(a)]) })
		if only >= 0 && g.u.Find(i) != g.u.Find(only) {
			g.join(only, i, "same-name", called(&g.chains[only].End))
		}
	}
	for i := range g.people {
		if g.chains[i].End.Private || !g.chains[i].End.Known {
			continue
		}
		only := g.only(func(j int) bool { return g.s.Vocabulary.Holds(g.people[i], g.people[j]) })
		if only >= 0 && g.u.Find(i) != g.u.Find(only) && !g.contradict(i, only) {
			g.join(only, i, "same-name", called(&g.chains[only].End))
		}
	}
}

// spokesmen joins spokesmen without names with those who are named in the same report: its first words sum
// up who speaks in it.
func (g *gathering) spokesmen() {
	for i := range g.chains {
		o := &g.chains[i].End
		if o.Kind != riwaya.OriginUnnamed || !g.s.Words.Any(o.Name, g.s.Words.Speaking) {
			continue
		}
		for j := range g.chains {
			if of := &g.chains[j].End; g.chains[i].Article == g.chains[j].Article && of.Kind == riwaya.OriginSpeaker && of.Key != "" && g.s.Words.Any(of.Name, g.s.Words.Speaking) {
				g.join(j, i, "led", called(o), called(of))
				break
			}
		}
	}
}

// voices joins the spokesman of somebody with the only one of the matter who is called so: whoever speaks for
// the governor gives the governor's word.
func (g *gathering) voices() {
	keys := make([][]string, len(g.chains))
	speaks := make([]bool, len(g.chains))
	for i := range g.chains {
		if o := &g.chains[i].End; o.Kind == riwaya.OriginSpeaker && o.Known && !o.Private {
			keys[i], speaks[i] = strings.Fields(g.s.Vocabulary.Key(o.Name)), g.s.Words.Any(o.Name, g.s.Words.Speaking)
		}
	}
	for i := range keys {
		if !speaks[i] {
			continue
		}
		whom := g.s.Words.SpokenFor(g.chains[i].End.Name)
		if whom == "" {
			continue
		}
		state := g.s.Words.StateOf(g.chains[i].End.Name)
		only := g.only(func(j int) bool {
			if speaks[j] || len(keys[j]) < 2 {
				return false
			}
			other := g.s.Words.StateOf(g.chains[j].End.Name)
			return keys[j][0] == whom && (state == "" || other == "" || state == other)
		})
		if only >= 0 && g.u.Find(i) != g.u.Find(only) && !g.contradict(i, only) {
			g.join(only, i, "press-office", called(&g.chains[only].End))
		}
	}
}

// brief joins who is called in a title by a part of a name ("Health:") with the only institution of the matter that
// has all these words in its own.
func (g *gathering) brief() {
	for i := range g.chains {
		o := &g.chains[i].End
		if o.Kind != riwaya.OriginInstitution || o.Name == "" || g.generic(o) || o.Source != "other" && (o.Key != "" || o.Private) {
			continue
		}
		words := strings.Fields(g.s.Vocabulary.Key(o.Name))
		if len(words) == 0 || len(words) > 2 {
			continue
		}
		only := g.only(func(j int) bool {
			of := &g.chains[j].End
			if of.Private || of.Source == "other" || of.Key == "" {
				return false
			}
			name := of.Name
			if of.Kind != riwaya.OriginInstitution {
				if of.Of != nil {
					name = *of.Of
				} else if g.people[j].Name == nil || g.s.Words.Begins(of.Name, g.s.Words.Role) || o.Source == "other" && !g.s.Words.Any(of.Name, g.s.Words.Speaking) {
					return false
				} else {
					name = strings.Join(g.people[j].Title, " ")
				}
			}
			has := strings.Fields(g.s.Vocabulary.Key(name) + " " + g.s.Vocabulary.Key(g.as(j)))
			return len(has) > len(words) && g.s.Vocabulary.HasAll(has, words)
		})
		if only >= 0 {
			g.join(only, i, "same-name", called(&g.chains[only].End))
		}
	}
}

// as is what the report itself calls the end of a chain, "" where it is not its claim.
func (g *gathering) as(i int) string {
	c := &g.chains[i]
	if claim := g.claim(i); claim != nil && statement.Lexical(c.End.Actor) && claim.Source.Actor != nil && *claim.Source.Actor == *c.End.Actor {
		return claim.Source.Text
	}
	return ""
}

// names joins persons of one matter who are called by one name, in one report with the names of the
// father and in the other without; and in one report who is called by a part of a name or a title.
func (g *gathering) names() {
	words, keyed := make([][]string, len(g.chains)), make([]bool, len(g.chains))
	for i := range g.chains {
		if o := &g.chains[i].End; o.Kind == riwaya.OriginSpeaker && o.Source == "person" || strings.HasPrefix(o.Key, "person:") {
			name, ok := strings.CutPrefix(o.Key, "person:")
			if !ok {
				name = g.s.Vocabulary.Key(o.Name)
			}
			words[i] = strings.Fields(name)
			keyed[i] = ok && !o.Private
		} else if o.Source == "other" && !g.generic(o) && !strings.Contains(strings.TrimSpace(o.Name), " ") {
			words[i] = strings.Fields(g.s.Vocabulary.Key(o.Name)) // a name alone, of somebody who may have another in the report
		}
	}
	for i := range words {
		for j := range i {
			a, b := words[i], words[j]
			if len(a) > len(b) {
				a, b = b, a
			}
			if g.s.Vocabulary.SameHolder(g.people[i], g.people[j]) || keyed[i] && keyed[j] && g.s.Vocabulary.OneMan(g.people[i], g.people[j]) || g.chains[i].Article == g.chains[j].Article && len(a) > 0 && len(a) < len(b) && wording.InOrder(a, b) || keyed[i] && keyed[j] && len(a) >= 2 && len(b) > len(a) && (wording.Stands(a, b) || len(b) <= longName && (a[0] == b[0] || len(a) > 2 && slices.Contains(b, a[0])) && a[len(a)-1] == b[len(b)-1] && wording.InOrder(a, b)) {
				g.join(j, i, "same-name", called(&g.chains[j].End))
			}
		}
	}
}

// longName is how many words a name has at most: more are titles too, or what was read with it.
const longName = 6

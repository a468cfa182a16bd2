// Package part makes the parts of an incident of what a report's record has: its place, its figures, who takes part.
package part

import (
	"cmp"
	"slices"

	"riwaya"
	"riwaya/internal/lang/ar/letters"
	"riwaya/internal/show/privacy"
)

// Number is a toll that a report states.
type Number struct {
	Predicate string
	Value     float64
	Figure    *riwaya.Figure
}

// Place is a place of a report as an incident has it.
func Place(rec *riwaya.Record, p *riwaya.Place, key string) *riwaya.IncidentPlace {
	name := p.Text
	if p.Name != nil {
		name = *p.Name
	}
	return &riwaya.IncidentPlace{
		Key: key, Name: name, NameAr: p.Text, Country: p.Country, Admin1: p.Admin1, Admin2: p.Admin2, Lat: p.Lat, Lon: p.Lon,
		GeoNames: p.GeoNames, Precision: p.Precision, Article: rec.Article.ID, Place: p.ID,
	}
}

// said is who a claim of a record is attributed to, through the gate of private persons: what is
// said here of an article is shown without it.
func said(rec *riwaya.Record, claim *riwaya.Claim) string {
	name := source(claim)
	if name == "" {
		return ""
	}
	return privacy.New(rec, false).Words(name)
}

func source(c *riwaya.Claim) string {
	if c == nil {
		return ""
	}
	switch s := &c.Source; {
	case s.Private:
		return s.Kind
	case s.Name != nil:
		return *s.Name
	case s.NameAr != nil:
		return *s.NameAr
	case s.Text != "":
		return s.Text
	default:
		return s.Kind
	}
}

// numberOf is a number as an incident has it.
func numberOf(n Number, rec *riwaya.Record) riwaya.IncidentNumber {
	return riwaya.IncidentNumber{Value: n.Value, Op: n.Figure.Op, Text: n.Figure.Text, Article: rec.Article.ID, Figure: n.Figure.ID, By: said(rec, rec.Teller(rec.ClaimOf(n.Figure.Claim)))}
}

// Figure adds a number that a report states.
func Figure(all []riwaya.IncidentFigure, n Number, rec *riwaya.Record) []riwaya.IncidentFigure {
	x := numberOf(n, rec)
	one := riwaya.IncidentFigure{Predicate: n.Predicate, Group: n.Figure.Group, Of: of(rec, n.Figure), Lowest: x, Highest: x, Numbers: []riwaya.IncidentNumber{x}}
	i := slices.IndexFunc(all, func(f riwaya.IncidentFigure) bool { return Alike(&f, &one) })
	if i < 0 {
		return append(all, one)
	}
	f := &all[i]
	if !slices.ContainsFunc(f.Numbers, func(o riwaya.IncidentNumber) bool { return o.Article == x.Article && o.Figure == x.Figure }) {
		f.Numbers = append(f.Numbers, x)
	}
	Ends(f)
	return all
}

// Alike reports whether two figures count the same people under one predicate, so that their numbers can be compared.
func Alike(a, b *riwaya.IncidentFigure) bool {
	return a.Predicate == b.Predicate && a.Group == b.Group && a.Of == b.Of
}

// Join brings the numbers of a figure to those of the one among all that is alike.
func Join(all []riwaya.IncidentFigure, f riwaya.IncidentFigure, alike func(a, b *riwaya.IncidentFigure) bool) []riwaya.IncidentFigure {
	k := slices.IndexFunc(all, func(o riwaya.IncidentFigure) bool { return alike(&o, &f) })
	if k < 0 {
		return append(all, f)
	}
	all[k].Numbers = slices.Concat(all[k].Numbers, f.Numbers)
	Ends(&all[k])
	return all
}

// of names whose armed men or police a figure counts, where the lexicon knows them: each side's dead are counted apart.
func of(rec *riwaya.Record, f *riwaya.Figure) string {
	if f.Of == nil || riwaya.OfArticle(*f.Of) || f.Group != "fighters" && f.Group != "soldiers" && f.Group != "police" {
		return ""
	}
	if i := slices.IndexFunc(rec.Actors, func(a riwaya.Actor) bool { return a.ID == *f.Of }); i >= 0 && rec.Actors[i].Name != nil {
		return *rec.Actors[i].Name
	}
	return ""
}

// Ends finds the lowest and the highest of a figure's numbers. "Tens" and the like count only where
// nobody has a number.
func Ends(f *riwaya.IncidentFigure) {
	numbers := slices.DeleteFunc(slices.Clone(f.Numbers), func(n riwaya.IncidentNumber) bool { return n.Op == "vague" })
	if len(numbers) == 0 {
		numbers = f.Numbers
	}
	byValue := func(a, b riwaya.IncidentNumber) int { return cmp.Compare(a.Value, b.Value) }
	f.Lowest, f.Highest = slices.MinFunc(numbers, byValue), slices.MaxFunc(numbers, byValue)
}

// Party adds who takes part as a report has it. Private persons are none of the parties, and persons of whom only their
// number is said are figures.
func Party(all []riwaya.IncidentParty, p *riwaya.Party, rec *riwaya.Record) []riwaya.IncidentParty {
	i := slices.IndexFunc(rec.Actors, func(a riwaya.Actor) bool { return a.ID == p.Actor })
	if i < 0 || rec.Actors[i].Private || counted(rec, &rec.Actors[i]) {
		return all
	}
	a := &rec.Actors[i]
	one := riwaya.IncidentParty{Actor: a.ID, Kind: a.Kind, Country: a.Country, Role: p.Role, Standing: p.Standing}
	switch {
	case a.Name != nil:
		one.Name = *a.Name
	case a.NameAr != nil:
		one.Name = *a.NameAr
	}
	k := slices.IndexFunc(all, func(o riwaya.IncidentParty) bool {
		return o.Role == one.Role && o.Standing == one.Standing && (o.Actor == one.Actor || riwaya.OfArticle(a.ID) && SameName(o.Name, one.Name))
	})
	if k < 0 {
		k = len(all)
		all = append(all, one)
	}
	if !slices.Contains(all[k].Articles, rec.Article.ID) {
		all[k].Articles = append(all[k].Articles, rec.Article.ID)
	}
	says := rec.ClaimOf(p.Claim)
	if teller := rec.Teller(says); teller != nil { // who condemns somebody for it says that he did it
		says = teller
	}
	if by := said(rec, says); by != "" && !slices.Contains(all[k].By, by) {
		all[k].By = append(all[k].By, by)
	}
	return all
}

// SameName reports whether two names are one but for marks of vowels and letters that are often mistaken for each other.
func SameName(a, b string) bool { return a == b || letters.FoldString(a) == letters.FoldString(b) }

// counted reports whether all that is said of an actor is how many they are: 32 persons.
func counted(rec *riwaya.Record, a *riwaya.Actor) bool {
	return a.Kind == "other" && a.Name == nil && len(a.Mentions) > 0 && slices.ContainsFunc(rec.Figures, func(f riwaya.Figure) bool {
		return f.Span.Hull().Overlaps(a.Mentions[0])
	})
}

// rank puts a count of all before those of groups.
func rank(f *riwaya.IncidentFigure) int {
	if f.All() {
		return 0
	}
	return 1
}

// Sort puts those first whom most name.
func Sort(in *riwaya.Incident) {
	slices.SortStableFunc(in.Parties, func(a, b riwaya.IncidentParty) int {
		return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(len(b.Articles), len(a.Articles)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Standing, b.Standing))
	})
	slices.SortStableFunc(in.Figures, func(a, b riwaya.IncidentFigure) int {
		return cmp.Or(cmp.Compare(a.Predicate, b.Predicate), cmp.Compare(rank(&a), rank(&b)), cmp.Compare(a.Group, b.Group), cmp.Compare(a.Of, b.Of))
	})
}

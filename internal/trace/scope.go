package trace

import (
	"strconv"
	"strings"
	"time"

	"riwaya"
	"riwaya/internal/trace/statement"
	"riwaya/internal/trace/union"
	"riwaya/internal/trace/wording"
)

// scope says among which reports chains were followed.
func (s *Set) scope(chains []riwaya.Chain) riwaya.Scope {
	var of riwaya.Scope
	articles, outlets, here := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range s.Reports {
		here[s.Reports[i].Outlet] = true
	}
	cited := map[string]string{} // a key -> the name
	for i := range chains {
		articles[chains[i].Article] = true
		for _, h := range chains[i].Hops {
			n := &h.To
			media := n.Kind == riwaya.NodeOutlet || h.Why == riwaya.HopTold && n.Actor != nil
			if !media || n.Name == "" || !s.named(n.Name) || here[statement.Plain(n.Name)] || n.Actor != nil && here[statement.Plain(*n.Actor)] {
				continue
			}
			actor := ""
			if n.Actor != nil {
				actor = *n.Actor
			}
			if s.Outlets == nil || !s.Outlets(actor, n.Name) {
				cited[statement.Plain(n.Name)] = n.Name
			}
		}
	}
	for _, key := range union.Sorted(cited) {
		of.Cited = append(of.Cited, cited[key])
	}
	for _, id := range union.Sorted(articles) {
		r := &s.Reports[s.At[id]]
		of.Reports++
		if r.Outlet == "" {
			of.Nowhere++
		} else {
			outlets[r.Outlet] = true
		}
		p := r.Rec.Article.Published
		if p == nil || len(*p) < len(time.DateOnly) {
			of.Undated++
			continue
		}
		day := (*p)[:len(time.DateOnly)]
		if of.From == nil || day < *of.From {
			of.From = &day
		}
		if of.To == nil || day > *of.To {
			of.To = &day
		}
	}
	of.Outlets = len(outlets)
	of.Words = inWords(s.Words, &of)
	return of
}

// inWords is a scope as a sentence.
func inWords(t *wording.Words, of *riwaya.Scope) string {
	count := func(n int, one, many, none string) string {
		switch {
		case n == 0 && none != "":
			return t.Say(none)
		case n == 1:
			return t.Say(one)
		}
		return t.Say(many, strconv.Itoa(n))
	}
	reports := func(n int) string { return count(n, "scope.report", "scope.reports", "") }
	parts := []string{t.Say("scope.among", reports(of.Reports), count(of.Outlets, "scope.outlet", "scope.outlets", "scope.no-outlet"))}
	if of.Nowhere > 0 && of.Outlets > 0 {
		parts[0] += " (" + t.Say("scope.nowhere", strconv.Itoa(of.Nowhere)) + ")"
	}
	switch {
	case of.From == nil:
		parts = append(parts, t.Say("scope.no-date"))
	case of.Undated > 0:
		parts = append(parts, days(t, *of.From, *of.To)+" ("+t.Say("scope.undated", strconv.Itoa(of.Undated))+")")
	default:
		parts = append(parts, days(t, *of.From, *of.To))
	}
	words := strings.Join(parts, ", ")
	if len(of.Cited) > 0 {
		words += "; " + t.Say("scope.cited", strings.Join(of.Cited, ", "))
	}
	return words
}

// days is a span of days, which are 2006-01-02.
func days(t *wording.Words, from, to string) string {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil {
		return from + " " + to
	}
	day := func(x time.Time) string { return strconv.Itoa(x.Day()) }
	month := func(x time.Time) string { return t.Say("month." + strconv.Itoa(int(x.Month()))) }
	year := func(x time.Time) string { return strconv.Itoa(x.Year()) }
	switch {
	case a.Equal(b):
		return t.Say("scope.day", day(a), month(a), year(a))
	case a.Year() != b.Year():
		return t.Say("scope.years", day(a), month(a), year(a), day(b), month(b), year(b))
	case a.Month() != b.Month():
		return t.Say("scope.months", day(a), month(a), day(b), month(b), year(b))
	}
	return t.Say("scope.days", day(a), day(b), month(a), year(a))
}

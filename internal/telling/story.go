package telling

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/matter"
	"riwaya/internal/question/table"
	"riwaya/internal/show"
	"riwaya/internal/trace/graph"
)

// Item is a story on a list.
type Item struct {
	Story   riwaya.Story   `json:"story"`
	Title   string         `json:"title"`   // of the report that founded it
	About   []string       `json:"about"`   // what it is about, in words
	Origins riwaya.Origins `json:"origins"` // who stands behind what it tells
	Texts   riwaya.Origins `json:"texts"`   // from how many independent texts its reports come
}

// ItemOf is the item of a matter.
func ItemOf(m *matter.Matter) Item {
	i := Item{Story: m.Story, Origins: graph.Origins(m.Sources()), Texts: graph.Origins(m.Beginnings())}
	if len(m.Story.Reports) > 0 {
		i.Title = m.Title(m.Story.Reports[0].Article)
		for _, k := range m.Story.About {
			if w := m.Written(k); w != "" && !slices.Contains(i.About, w) {
				i.About = append(i.About, w)
			}
		}
	}
	return i
}

// Stories writes a list of stories, of which there are count.
func Stories(w io.Writer, items []Item, count int, o show.Options) error {
	l := &show.Lines{W: w, Width: o.Width}
	for i := range items {
		it := &items[i]
		l.Block("", it.Title)
		l.Block("    ", dotted(it.Story.ID, period(&it.Story), size(&it.Story))...)
		l.Block("    ", origins(it))
		if about := it.About[:min(len(it.About), mostMarks)]; len(about) > 0 {
			l.Block("    about ", dotted(about...)...)
		}
		l.Blank()
	}
	switch {
	case count == 1:
		l.Block("", "1 story")
	case count > len(items):
		l.Block("", fmt.Sprintf("%d stories, %d shown; --limit and --skip show others", count, len(items)))
	default:
		l.Block("", fmt.Sprintf("%d stories", count))
	}
	return l.Err
}

// Story writes all that is known of a story, in the order of time.
func Story(w io.Writer, m *matter.Matter, o show.Options) error {
	l := &show.Lines{W: w, Width: o.Width}
	s := &m.Story
	it := ItemOf(m)
	l.Block("", it.Title)
	l.Block("story       ", dotted(s.ID, period(s), size(s))...)
	if len(s.Aliases) > 0 {
		l.Block("  formerly  ", dotted(s.Aliases...)...)
	}
	if about := it.About[:min(len(it.About), mostMarks)]; len(about) > 0 {
		l.Block("  about     ", dotted(about...)...)
	}
	l.Block("  origins   ", origins(&it))
	if named := names(&it.Origins); len(named) > 0 {
		l.Block("    named   ", dotted(named...)...)
	}
	merges(l, &it.Origins)
	l.Block("  texts     ", between(&it.Texts, "independent text"))
	merges(l, &it.Texts)
	accounts(l, m, o)
	if n := len(m.Incidents); n > 0 {
		all := slices.Clone(m.Incidents)
		slices.SortStableFunc(all, func(a, b riwaya.Incident) int { return cmp.Compare(len(b.Events), len(a.Events)) })
		l.Blank()
		l.Block("incidents   ", fmt.Sprintf("%d, those with most tellings first", n))
		for i := range all[:min(n, mostIncidents)] {
			incident(l, &all[i])
		}
		if n > mostIncidents {
			l.Block("  ", fmt.Sprintf("and %d more; --format json has all", n-mostIncidents))
		}
	}
	reports(l, m)
	changes(l, m, m.Changes())
	l.Blank()
	l.Block("", "~ is when a report was first met: it may have appeared earlier. All of it is counted among the reports of this ledger only.")
	return l.Err
}

// How many of what a story shows: the most telling ones.
const (
	mostChanges   = 12
	mostMerges    = 6
	mostIncidents = 12
	mostMarks     = 8
)

// accounts writes each question in a few lines; `riwaya question` has all of it.
func accounts(l *show.Lines, m *matter.Matter, o show.Options) {
	all := m.Questions()
	several := slices.DeleteFunc(slices.Clone(all), func(q riwaya.Question) bool { return len(q.Accounts) < 2 && len(all) > 6 })
	if len(several) == 0 {
		return
	}
	slices.SortStableFunc(several, func(a, b riwaya.Question) int { return cmp.Compare(len(b.Accounts), len(a.Accounts)) })
	l.Blank()
	l.Block("questions   ", fmt.Sprintf("%d, and what was answered", len(several)))
	for i := range several {
		if l.Err == nil {
			l.Err = table.Brief(l.W, &several[i], o.Width)
		}
	}
}

// reports writes the reports in the order of their days.
func reports(l *show.Lines, m *matter.Matter) {
	all := slices.Clone(m.Story.Reports)
	slices.SortStableFunc(all, func(a, b riwaya.StoryReport) int { return cmp.Compare(a.Day, b.Day) })
	of := map[string][]*riwaya.Copy{}
	for i := range m.Copies {
		of[m.Copies[i].A] = append(of[m.Copies[i].A], &m.Copies[i])
		of[m.Copies[i].B] = append(of[m.Copies[i].B], &m.Copies[i])
	}
	l.Blank()
	l.Block("reports     ", fmt.Sprint(len(all)))
	for _, r := range all {
		day := r.Day
		switch {
		case day == "":
			day = "no day"
		case r.Seen:
			day = "~" + day
		}
		l.Block(fmt.Sprintf("  %-12s", day), dotted(r.Outlet, r.Article)...)
		l.Block("              ", m.Title(r.Article))
		if rec := m.Record(r.Article); rec != nil {
			var credited []string
			for c := range rec.Article.Credited() {
				name := c.Text
				if c.Name != nil {
					name = *c.Name
				}
				if name = m.Gate(r.Article).Words(name); !slices.Contains(credited, name) {
					credited = append(credited, name)
				}
			}
			if len(credited) > 0 {
				l.Block("              credits ", dotted(credited...)...)
			}
		}
		var shares [][]string
		for _, c := range of[r.Article] {
			if how := copied(m, c, r.Article); len(how) > 0 {
				shares = append(shares, how)
			}
		}
		const most = 4
		if n := len(shares); n > most {
			shares = append(shares[:most], []string{fmt.Sprintf("and %d more", n-most)})
		}
		for _, how := range shares {
			l.Block("              ", how...)
		}
		if v := m.Versions[r.Article]; len(v) > 0 {
			l.Block("              other versions ", dotted(v...)...)
		}
	}
}

// copied says what a report has from the other side of a copy, nothing where it is rather the
// other that has it.
func copied(m *matter.Matter, c *riwaya.Copy, article string) []string {
	other, share := c.A, c.ShareB
	if article == c.A {
		other, share = c.B, c.ShareA
	}
	percent := fmt.Sprintf("%d %% of it", int(100*share+0.5))
	switch {
	case c.Directed && article == c.A:
		return nil
	case c.Directed:
		return slices.Concat([]string{"copies"}, called(m, other), []string{"· " + percent + " ·", why[c.Why]})
	case c.Agency != nil && c.Agency.Hidden == article:
		return slices.Concat([]string{"has the text of", c.Agency.Name, "and does not name it, as"}, called(m, c.Agency.By), []string{"shows · " + percent})
	case c.Agency != nil || article > other:
		return nil // the other side says it, or it is said once
	}
	return slices.Concat([]string{"shares text with"}, called(m, other), []string{"· " + percent + " · nothing says who was first"})
}

var why = map[string]string{riwaya.CopyCredits: "it credits it", riwaya.CopyPublished: "that appeared earlier", riwaya.CopyOneSource: "both have it from one source", riwaya.CopyUnknown: "direction unknown"}

// called is what a report is called on a line: its outlet and its ID.
func called(m *matter.Matter, article string) []string {
	if rec := m.Record(article); rec != nil && rec.Article.Outlet != nil {
		return []string{*rec.Article.Outlet, article}
	}
	return []string{article}
}

// changes writes what was changed on the way, the most telling first.
func changes(l *show.Lines, m *matter.Matter, all []riwaya.Change) {
	if len(all) == 0 {
		return
	}
	l.Blank()
	l.Block("changes     ", fmt.Sprintf("%d between wordings of the same, the most telling first", len(all)))
	for i := range all {
		if i == mostChanges {
			l.Block("  ", fmt.Sprintf("and %d more; --format json has all", len(all)-mostChanges))
			break
		}
		change(l, m, &all[i])
	}
}

func change(l *show.Lines, m *matter.Matter, c *riwaya.Change) {
	l.Block("  "+c.Kind+"  ", m.Gate(c.To.Article).Words(c.Reason))
	arrow := "from "
	to := "to   "
	if !c.Directed {
		arrow, to = "one   ", "other "
	}
	l.Block("      "+arrow, append(called(m, c.From.Article), words(m, c.From))...)
	l.Block("      "+to, append(called(m, c.To.Article), words(m, c.To))...)
}

// around is how many bytes of the text stand on each side of what was changed.
const around = 60

// words are those under an evidence, with a little of what stands around them.
func words(m *matter.Matter, e riwaya.Evidence) string {
	rec := m.Record(e.Article)
	if rec == nil || len(e.Spans) == 0 {
		return "(nothing there)"
	}
	text := rec.Article.Text
	at := e.Spans.Hull()
	from, to := max(0, at.Start-around), min(len(text), at.End+around)
	for from > 0 && text[from-1] != ' ' && text[from-1] != '\n' {
		from--
	}
	for to < len(text) && text[to] != ' ' && text[to] != '\n' {
		to++
	}
	return "«" + one(m.Gate(e.Article).At(riwaya.Spans{{Start: from, End: to}})) + "»"
}

// one is text on one line.
func one(text string) string { return strings.Join(strings.Fields(text), " ") }

// origins says from how many origins and texts a story comes, and among what.
func origins(it *Item) string {
	return fmt.Sprintf("from %s in %s, %s", between(&it.Origins, "origin"), between(&it.Texts, "independent text"), it.Texts.Scope.Words)
}

// between is a range of something, as it is said.
func between(o *riwaya.Origins, what string) string {
	if o.AtLeast == o.AtMost {
		return show.Many(o.AtLeast, what)
	}
	return fmt.Sprintf("at least %d and at most %s", o.AtLeast, show.Many(o.AtMost, what))
}

// names are the named ends that are known to be such.
func names(o *riwaya.Origins) (out []string) {
	for i := range o.List {
		if x := &o.List[i]; x.Known && x.Name != "" && x.Kind != riwaya.OriginUnnamed && !x.Private {
			out = append(out, x.Name)
		}
	}
	const most = 10
	if n := len(out); n > most {
		out = append(out[:most], fmt.Sprintf("and %d more", n-most))
	}
	return out
}

// merges says why ends count as one, or could be one.
func merges(l *show.Lines, o *riwaya.Origins) {
	for i := range o.Merges {
		if i == mostMerges {
			l.Block("    - ", fmt.Sprintf("and %d more reasons; --format json has all", len(o.Merges)-mostMerges))
			return
		}
		g := &o.Merges[i]
		sure := "one"
		if !g.Surely {
			sure = "perhaps one"
		}
		what := slices.DeleteFunc(slices.Clone(g.What), func(w string) bool { return strings.Contains(g.Reason, w) })
		l.Block("    - ", append(dotted(what...), sure+":", g.Reason)...)
	}
}

func period(s *riwaya.Story) string {
	seen := ""
	for i := range s.Reports {
		if s.Reports[i].Seen {
			seen = "~"
		}
	}
	switch {
	case s.First == "":
		return "no day"
	case s.First == s.Last:
		return seen + s.First
	}
	return seen + s.First + " to " + s.Last
}

func size(s *riwaya.Story) string {
	return show.Many(len(s.Reports), "report") + " of " + show.Many(len(s.Outlets), "outlet")
}

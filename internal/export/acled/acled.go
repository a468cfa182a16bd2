// Package acled drafts rows of ACLED's event data from incidents: the 31 columns, one row for each
// incident with its day and place, a second table with every report behind each row, and what was
// lost on the way.
//
// It promises that no value stands in a row that no report has or that ACLED's codebook does not make
// of one: what it cannot fill stays empty, and the loss report says so. It is a draft: nobody has
// reviewed it, and the notes of each row say so. A party that is only accused is in the notes and never
// an actor. Titles and names have to have passed the gate of private persons before.
package acled

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"

	"riwaya"
	"riwaya/internal/export/acled/coding"
)

// Columns are ACLED's, in its order.
var Columns = []string{
	"event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
	"actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
	"iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
	"source", "source_scale", "notes", "fatalities", "tags", "timestamp",
}

// ReportColumns are those of the second table: every report behind each row, and its numbers.
var ReportColumns = []string{
	"event_id_cnty", "incident", "article", "event", "outlet", "published", "day_is_first_seen", "url", "title", "why", "confidence", "fatalities", "fatalities_said_by",
}

// Report is what is shown of an article.
type Report struct {
	Outlet, Day, URL, Title string
	Seen                    bool // the day is when it was first seen
}

// Sources say what incidents do not: the articles, and the English names of countries.
type Sources struct {
	Report  func(article string) Report
	Country func(iso2 string) string
}

// Loss is what an export could not say.
type Loss struct {
	What string // a column, or "row"
	Why  string
	N    int // rows, or incidents, that it concerns
}

// Draft are the rows of incidents.
type Draft struct {
	Rows    [][]string // of Columns
	Reports [][]string // of ReportColumns
	Losses  []Loss
}

// Make drafts rows, in the order of the incidents.
func Make(incidents []riwaya.Incident, s Sources) *Draft {
	d := &drafter{Sources: s}
	for i := range incidents {
		in := incidents[i]
		if why := left(&in); why != "" {
			d.lose("row", why)
			continue
		}
		code := coding.Of(&in)
		for _, l := range []Loss{{What: "event_type", Why: code.Event1}, {What: "sub_event_type", Why: code.Sub1}} {
			if l.Why != "" {
				d.lose(l.What, l.Why)
			}
		}
		in.ACLED = &riwaya.ACLED{EventType: code.Event, SubEventType: code.Sub}
		for _, l := range in.Left {
			d.lose("fatalities and notes", "a number is left out: "+l.Why)
		}
		d.row(&in)
	}
	slices.SortStableFunc(d.Losses, func(a, b Loss) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.What, b.What), strings.Compare(a.Why, b.Why))
	})
	return &d.Draft
}

// left says why an incident is no row, "" where it is one.
func left(in *riwaya.Incident) string {
	switch {
	case in.ACLED == nil:
		return "no event type of ACLED: " + strings.TrimSpace(in.Type+" "+value(in.Mode))
	case coding.Confiscated(in):
		return "no event type of ACLED: what police or officials take in, or nobody says who"
	case in.Place == nil:
		return "no place"
	case in.Place.Precision == "country":
		return "no place more exact than a country"
	case in.Place.Lat == nil || in.Place.Lon == nil:
		return "no coordinate of its place is known"
	case in.TimePrecision == 0:
		return "no day, week or month"
	}
	return ""
}

type drafter struct {
	Sources
	Draft
}

func (d *drafter) lose(what, why string) {
	i := slices.IndexFunc(d.Losses, func(l Loss) bool { return l.What == what && l.Why == why })
	if i < 0 {
		i = len(d.Losses)
		d.Losses = append(d.Losses, Loss{What: what, Why: why})
	}
	d.Losses[i].N++
}

// always are the columns that reports do not say.
var always = []Loss{
	{What: "event_id_cnty", Why: "holds the incident's ID here: ACLED gives its own"},
	{What: "region", Why: "ACLED's regions are not coded"},
	{What: "admin3", Why: "not known of any place"},
	{What: "source_scale", Why: "not known of outlets"},
	{What: "tags", Why: "not coded"},
	{What: "timestamp", Why: "that of ACLED's upload"},
}

func (d *drafter) row(in *riwaya.Incident) {
	for _, l := range always {
		d.lose(l.What, l.Why)
	}
	row := make([]string, len(Columns))
	set := func(column, v string) { row[slices.Index(Columns, column)] = v }
	id := in.ID
	if c := value(in.Place.Country); c != "" {
		if r, err := language.ParseRegion(c); err == nil {
			id = r.ISO3() + " " + in.ID
			set("iso", strconv.Itoa(r.M49()))
		}
		set("country", d.Country(c))
	} else {
		d.lose("country", "the place is in several countries, or in none")
	}
	set("event_id_cnty", id)
	set("event_date", in.First)
	set("year", in.First[:4])
	set("time_precision", strconv.Itoa(in.TimePrecision))
	set("disorder_type", disorder(in.ACLED))
	set("event_type", in.ACLED.EventType)
	set("sub_event_type", in.ACLED.SubEventType)
	d.parties(in, set)
	set("admin1", value(in.Place.Admin1))
	set("admin2", value(in.Place.Admin2))
	set("location", in.Place.Name)
	set("latitude", strconv.FormatFloat(*in.Place.Lat, 'f', 4, 64))
	set("longitude", strconv.FormatFloat(*in.Place.Lon, 'f', 4, 64))
	set("geo_precision", strconv.Itoa(in.GeoPrecision))
	set("source", strings.Join(d.outlets(in), "; "))
	set("fatalities", strconv.FormatFloat(fatalities(in), 'f', -1, 64))
	set("notes", d.notes(in))
	d.Rows = append(d.Rows, row)
	d.reports(in, id)
}

// disorder is ACLED's type of disorder, that its types of event stand under.
func disorder(c *riwaya.ACLED) string {
	switch c.EventType {
	case "Battles", "Explosions/Remote violence", "Violence against civilians", "": // no type is told where it is some violence between those who bear arms
		return "Political violence"
	case "Protests":
		if c.SubEventType == "Excessive force against protesters" {
			return "Political violence; Demonstrations"
		}
		return "Demonstrations"
	case "Riots":
		if c.SubEventType == "Mob violence" {
			return "Political violence"
		}
		return "Demonstrations"
	}
	return c.EventType
}

// outlets are those of an incident's reports, each once.
func (d *drafter) outlets(in *riwaya.Incident) (out []string) {
	for i := range in.Events {
		if o := d.Report(in.Events[i].Article).Outlet; o != "" && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	slices.Sort(out)
	return out
}

// killed are what was counted of the dead: all of them first, then groups of them.
func killed(in *riwaya.Incident) (out []riwaya.IncidentFigure) {
	for i := range in.Figures {
		if in.Figures[i].Predicate == "killed" {
			out = append(out, in.Figures[i])
		}
	}
	return out
}

// fatalities is the lowest number of the dead that a report states, and 0 where none states one:
// ACLED's convention, in this column only. Where only groups of the dead are counted, it is that of the largest: nothing is
// added up. Vague numbers have ACLED's values already: tens are 10, hundreds are 100.
func fatalities(in *riwaya.Incident) (least float64) {
	for _, k := range killed(in) {
		if k.All() {
			return k.Lowest.Value
		}
		least = max(least, k.Lowest.Value)
	}
	return least
}

// reports adds a row of the second table for each telling.
func (d *drafter) reports(in *riwaya.Incident, id string) {
	dead := killed(in)
	for i := range in.Events {
		e := &in.Events[i]
		r := d.Report(e.Article)
		counted, by := "", ""
		if len(dead) > 0 && (i == 0 || in.Events[i-1].Article != e.Article) {
			var numbers, who []string
			for _, k := range dead {
				for _, n := range k.Numbers {
					if n.Article == e.Article {
						numbers = append(numbers, n.Text)
						who = append(who, n.By)
					}
				}
			}
			counted, by = strings.Join(numbers, "; "), strings.Trim(strings.Join(slices.Compact(who), "; "), "; ")
		}
		seen := "no"
		if r.Seen {
			seen = "yes"
		}
		d.Reports = append(d.Reports, []string{
			id, in.ID, e.Article, e.Event, r.Outlet, r.Day, seen, r.URL, r.Title, strings.Join(e.Why, "; "), fmt.Sprintf("%.2f", e.Confidence), counted, by,
		})
	}
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

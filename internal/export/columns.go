package export

import (
	"slices"
	"time"

	"riwaya"
	"riwaya/internal/ledger"
)

// column is a column by its name, and what stands in it. said is true where that is in
// the language of the article: a sheet runs from right to left where most of it does.
type column struct {
	name string
	said bool
	get  func(*line) value
}

// The columns that kinds share. The names are a contract: they stay, and new ones may be
// added; docs/formats.md has each.
var (
	speaker = []column{
		{"said_by", true, func(l *line) value {
			if l.said == nil {
				return value{}
			}
			return str(l.gate.Source(l.said))
		}},
		{"said_by_name", false, func(l *line) value {
			if l.said == nil || hidden(l) {
				return value{}
			}
			return opt(l.said.Source.Name)
		}},
		{"said_by_kind", false, ofClaim(func(c *riwaya.Claim) value { return str(c.Source.Kind) })},
		{"anonymous", false, ofClaim(func(c *riwaya.Claim) value { return yes(c.Source.Anonymous) })},
		{"private", false, func(l *line) value {
			if l.said == nil {
				return value{}
			}
			return yes(hidden(l))
		}},
		{"left_out", false, ofClaim(func(c *riwaya.Claim) value { return yes(c.Source.Elided) })},
		{"cue", true, func(l *line) value {
			if l.said == nil {
				return value{}
			}
			return l.words(l.said.Cue.Spans)
		}},
		{"class", false, ofClaim(func(c *riwaya.Claim) value { return str(c.Cue.Class) })},
		{"negated", false, ofClaim(func(c *riwaya.Claim) value { return yes(c.Negated) })},
		{"chain", true, func(l *line) value { return many(chain(l)) }},
		{"chain_how", false, ofClaim(func(c *riwaya.Claim) value {
			var out []string
			for i := range c.Chain {
				out = append(out, c.Chain[i].Relation)
			}
			return many(out)
		})},
	}

	told = []column{
		{"told_by", false, func(l *line) value {
			if l.said == nil {
				return str("article")
			}
			return str("source")
		}},
		{"claim", false, func(l *line) value {
			if l.said == nil {
				return value{}
			}
			return str(l.said.ID)
		}},
	}

	setting = []column{
		{"place", true, func(l *line) value {
			if l.place == nil {
				return value{}
			}
			return l.words(l.place.Span)
		}},
		{"place_name", false, ofPlace(func(p *riwaya.Place) value { return opt(p.Name) })},
		{"place_relation", false, ofPlace(func(p *riwaya.Place) value { return str(p.Relation) })},
		{"country", false, ofPlace(func(p *riwaya.Place) value { return opt(p.Country) })},
		{"admin1", false, ofPlace(func(p *riwaya.Place) value { return opt(p.Admin1) })},
		{"admin2", false, ofPlace(func(p *riwaya.Place) value { return opt(p.Admin2) })},
		{"pcode", false, ofPlace(func(p *riwaya.Place) value { return opt(p.PCode) })},
		{"geonames", false, ofPlace(func(p *riwaya.Place) value {
			if p.GeoNames == nil {
				return value{}
			}
			return count(*p.GeoNames)
		})},
		{"lat", false, ofPlace(func(p *riwaya.Place) value { return optNum(p.Lat) })},
		{"lon", false, ofPlace(func(p *riwaya.Place) value { return optNum(p.Lon) })},
		{"place_precision", false, ofPlace(func(p *riwaya.Place) value { return str(p.Precision) })},
		{"time", true, func(l *line) value {
			if l.time == nil {
				return value{}
			}
			return l.words(l.time.Span)
		}},
		{"time_value", false, func(l *line) value {
			if l.time == nil {
				return value{}
			}
			return str(l.time.Value)
		}},
	}

	found = []column{
		{"start", false, func(l *line) value { return edge(l, func(s riwaya.Span) int { return s.Start }) }},
		{"end", false, func(l *line) value { return edge(l, func(s riwaya.Span) int { return s.End }) }},
		{"spans", false, func(l *line) value { return l.ranges(l.spans) }},
		{"rule", false, func(l *line) value { return str(l.rule) }},
		{"confidence", false, func(l *line) value { return optNum(l.sure) }},
	}

	report = []column{
		{"article_title", true, func(l *line) value { return str(l.from.Read.Article.Title) }},
		{"outlet", true, func(l *line) value { return opt(l.from.Read.Article.Outlet) }},
		{"published", false, func(l *line) value { return opt(l.from.Read.Article.Published) }},
		{"published_precision", false, func(l *line) value { return str(string(l.from.Read.Article.PublishedPrecision)) }},
		{"published_from", false, func(l *line) value { return str(l.from.Read.Article.PublishedFrom) }},
		{"url", false, func(l *line) value { return address(l, l.from.Read.Article.URL) }},
		{"language", false, func(l *line) value { return str(l.from.Read.Article.Language) }},
	}

	evidence = []column{
		{"article", false, func(l *line) value { return str(l.from.Article) }},
		{"capture", false, func(l *line) value { return str(l.from.From.ID) }},
		{"capture_sha256", false, func(l *line) value { return str(l.from.From.Sum) }},
		{"capture_place", false, func(l *line) value { return str(l.from.Place) }},
		{"stated_by", false, ofStated(func(_ *line, s *riwaya.Stated) value { return str(s.By) })},
		{"stated_url", false, ofStated(func(l *line, s *riwaya.Stated) value { return address(l, s.URL) })},
		{"stated_at", false, ofStated(func(_ *line, s *riwaya.Stated) value {
			if s.At == nil {
				return value{}
			}
			return str(s.At.UTC().Format(time.RFC3339))
		})},
		{"archive_url", false, ofStated(func(l *line, s *riwaya.Stated) value { return address(l, s.Archive) })},
		{"read_by", false, func(l *line) value { return str(l.from.ReadBy) }},
		{"review", false, func(l *line) value { return str(l.review) }},
	}
)

// table is the columns of a kind, and what makes its rows.
func table(kind string) ([]column, func(*ledger.Kept) []*line) {
	var all []column
	switch kind {
	case "claims":
		all = slices.Concat(claimColumns, speaker, report, found, evidence)
	case "figures":
		all = slices.Concat(figureColumns, told, speaker, setting, report, found, evidence)
	case "events":
		all = slices.Concat(eventColumns, told, speaker, setting, report, found, evidence)
	case "positions":
		all = slices.Concat(positionColumns, told, speaker, report, found, evidence)
	case "articles":
		all = slices.Concat(report, articleColumns, evidence)
	}
	return all, rowsOf(kind)
}

// address is an address as it may leave the ledger.
func address(l *line, u *string) value {
	if u == nil {
		return value{}
	}
	return str(l.gate.Address(*u))
}

// ofStated is something of what the file that an article came in states.
func ofStated(get func(*line, *riwaya.Stated) value) func(*line) value {
	return func(l *line) value {
		if s := l.from.Read.Article.Stated; s != nil {
			return get(l, s)
		}
		return value{}
	}
}

func ofClaim(get func(*riwaya.Claim) value) func(*line) value {
	return func(l *line) value {
		if l.said == nil {
			return value{}
		}
		return get(l.said)
	}
}

func ofPlace(get func(*riwaya.Place) value) func(*line) value {
	return func(l *line) value {
		if l.place == nil {
			return value{}
		}
		return get(l.place)
	}
}

// hidden reports whether who says it is a private person with a name.
func hidden(l *line) bool { return l.gate.Private(l.said) }

// chain is through whom it came, nearest the reader first.
func chain(l *line) []string {
	if l.said == nil {
		return nil
	}
	var out []string
	for i := range l.said.Chain {
		name := l.gate.Hop(&l.said.Chain[i])
		if name == "" {
			name = "(nobody named)"
		}
		out = append(out, name)
	}
	return out
}

// edge is where a finding begins or ends, in code points.
func edge(l *line, at func(riwaya.Span) int) value {
	if len(l.spans) == 0 {
		return value{}
	}
	return count(l.character(at(l.spans.Hull())))
}

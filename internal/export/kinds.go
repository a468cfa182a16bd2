package export

import (
	"unicode/utf8"

	"riwaya"
)

// The columns that a kind has of its own.
var (
	claimColumns = []column{
		{"id", false, func(l *line) value { return str(l.id) }},
		{"words", true, func(l *line) value { return l.words(l.spans) }},
		{"mode", false, func(l *line) value { return str(l.claim.Content.Mode) }},
		{"hedges", true, func(l *line) value { return many(l.claim.Hedges) }},
		{"medium", true, func(l *line) value { return opt(l.claim.Medium) }},
		{"addressee", true, func(l *line) value { return opt(l.claim.Addressee) }},
		{"within", false, func(l *line) value { return opt(l.claim.Parent) }},
		{"source_spans", false, func(l *line) value { return l.ranges(l.claim.Source.Spans) }},
		{"cue_spans", false, func(l *line) value { return l.ranges(l.claim.Cue.Spans) }},
	}

	figureColumns = []column{
		{"id", false, func(l *line) value { return str(l.id) }},
		{"words", true, func(l *line) value { return l.words(l.spans) }},
		{"op", false, func(l *line) value { return str(l.figure.Op) }},
		{"low", false, func(l *line) value { return optNum(l.figure.Low) }},
		{"high", false, func(l *line) value { return optNum(l.figure.High) }},
		{"unit", false, func(l *line) value { return opt(l.figure.Unit) }},
		{"total", false, func(l *line) value { return optNum(l.figure.Total) }},
		{"noun", true, func(l *line) value { return opt(l.figure.Noun) }},
		{"group", false, func(l *line) value { return str(l.figure.Group) }},
		{"predicate", false, func(l *line) value { return str(l.figure.Predicate) }},
		{"of", true, func(l *line) value { return opt(l.figure.Of) }},
		{"scope", false, func(l *line) value { return str(l.figure.Scope) }},
		{"since", false, func(l *line) value { return opt(l.figure.Since) }},
		{"part_of", false, func(l *line) value { return opt(l.figure.PartOf) }},
	}

	eventColumns = []column{
		{"id", false, func(l *line) value { return str(l.id) }},
		{"words", true, func(l *line) value { return l.words(l.spans) }},
		{"type", false, func(l *line) value { return str(l.event.Type) }},
		{"mode", false, func(l *line) value { return opt(l.event.Mode) }},
		{"acled_event", false, ofACLED(func(a *riwaya.ACLED) string { return a.EventType })},
		{"acled_sub_event", false, ofACLED(func(a *riwaya.ACLED) string { return a.SubEventType })},
		{"cameo", false, func(l *line) value { return opt(l.event.CAMEO) }},
		{"status", false, func(l *line) value { return str(l.event.Status) }},
		{"agents", true, parties("agent", called)},
		{"agents_standing", false, parties("agent", standing)},
		{"agents_by", true, parties("agent", namedBy)},
		{"targets", true, parties("target", called)},
		{"targets_standing", false, parties("target", standing)},
		{"targets_by", true, parties("target", namedBy)},
		{"figures", true, func(l *line) value {
			var out []string
			for _, id := range l.event.Figures {
				for i := range l.from.Read.Figures {
					if f := &l.from.Read.Figures[i]; f.ID == id {
						out = append(out, l.under(f.Span))
					}
				}
			}
			return many(out)
		}},
		{"figure_ids", false, func(l *line) value { return many(l.event.Figures) }},
		{"mentions", false, func(l *line) value { return count(len(l.event.Mentions)) }},
	}

	positionColumns = []column{
		{"id", false, func(l *line) value { return str(l.id) }},
		{"holder", true, func(l *line) value {
			name, written := l.actor(l.position.Actor)
			if written == "" {
				written = name
			}
			return str(written)
		}},
		{"holder_name", false, func(l *line) value {
			name, _ := l.actor(l.position.Actor)
			return str(name)
		}},
		{"holder_kind", false, ofHolder(func(a *riwaya.Actor) value { return str(a.Kind) })},
		{"holder_country", false, ofHolder(func(a *riwaya.Actor) value { return opt(a.Country) })},
		{"stance", false, func(l *line) value { return str(l.position.Stance) }},
		{"words", true, func(l *line) value { return l.words(l.position.Content.Spans) }},
		{"stance_words", true, func(l *line) value { return l.words(l.spans) }},
		{"conditions", true, func(l *line) value { return many(l.position.Conditions) }},
		{"words_spans", false, func(l *line) value { return l.ranges(l.position.Content.Spans) }},
	}

	articleColumns = []column{
		{"coverage", false, func(l *line) value { return str(string(l.from.Read.Article.Coverage)) }},
		{"credits", true, func(l *line) value {
			var out []string
			for _, c := range l.from.Read.Article.Credits {
				name := c.Text
				if c.Name != nil {
					name = *c.Name
				}
				out = append(out, name)
			}
			return many(out)
		}},
		{"characters", false, func(l *line) value { return count(utf8.RuneCountInString(l.from.Read.Article.Text)) }},
		{"claims", false, func(l *line) value { return count(len(l.from.Read.Claims)) }},
		{"figures", false, func(l *line) value { return count(len(l.from.Read.Figures)) }},
		{"events", false, func(l *line) value { return count(len(l.from.Read.Events)) }},
		{"positions", false, func(l *line) value { return count(len(l.from.Read.Positions)) }},
		{"text_sha256", false, func(l *line) value {
			const prefix = len("sha256:")
			if id := l.from.Read.Article.ID; len(id) > prefix {
				return str(id[prefix:])
			}
			return value{}
		}},
	}
)

func ofACLED(get func(*riwaya.ACLED) string) func(*line) value {
	return func(l *line) value {
		if l.event.ACLED == nil {
			return value{}
		}
		return str(get(l.event.ACLED))
	}
}

func ofHolder(get func(*riwaya.Actor) value) func(*line) value {
	return func(l *line) value {
		for i := range l.from.Read.Actors {
			if a := &l.from.Read.Actors[i]; a.ID == l.position.Actor {
				return get(a)
			}
		}
		return value{}
	}
}

// parties are something of each party of a role, in one order for all that is asked.
func parties(role string, get func(*line, *riwaya.Party) string) func(*line) value {
	return func(l *line) value {
		var out []string
		for i := range l.event.Parties {
			if p := &l.event.Parties[i]; p.Role == role {
				out = append(out, get(l, p))
			}
		}
		return many(out)
	}
}

// called is a party by the lexicon's name, since that takes no side, else by the article's.
func called(l *line, p *riwaya.Party) string {
	name, written := l.actor(p.Actor)
	switch {
	case name != "":
		return name
	case written != "":
		return written
	}
	return p.Actor
}

func standing(_ *line, p *riwaya.Party) string { return p.Standing }

// namedBy is who names a party.
func namedBy(l *line, p *riwaya.Party) string {
	for i := range l.from.Read.Claims {
		if c := &l.from.Read.Claims[i]; p.Claim != nil && c.ID == *p.Claim {
			if s := l.gate.Source(c); s != "" {
				return s
			}
			return "(nobody named)"
		}
	}
	return "the article"
}

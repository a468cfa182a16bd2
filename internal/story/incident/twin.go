package incident

import (
	"slices"

	"riwaya"
	"riwaya/internal/story/incident/sentence"
	"riwaya/internal/story/incident/span"
)

// In a copied passage what stands at the same place is the same telling. A passage is enough that has this
// many equal words, or stands in what is half the same text; and so far, in bytes, the two may be from one
// place, since words may differ before them.
const (
	twinWords = 20
	twinShare = 0.5
	twinDrift = 64
)

// twins are for each telling those that are the same words in another report.
func twins(all []*telling, copies []riwaya.Copy) map[*telling][]*telling {
	of := map[string][]*telling{}
	for _, t := range all {
		if len(t.event.Span) > 0 {
			of[t.rec.Article.ID] = append(of[t.rec.Article.ID], t)
		}
	}
	out := map[*telling][]*telling{}
	for i := range copies {
		c := &copies[i]
		if len(of[c.A]) == 0 || len(of[c.B]) == 0 {
			continue
		}
		for _, p := range c.Passages {
			if p.Words < twinWords && c.Containment < twinShare {
				continue
			}
			for _, a := range of[c.A] {
				b := nearest(a, p.A, p.B, of[c.B])
				if b != nil && nearest(b, p.B, p.A, of[c.A]) == a && !a.otherDay(b) {
					out[a], out[b] = append(out[a], b), append(out[b], a)
				}
			}
		}
	}
	return out
}

// nearest is the telling of the same kind that stands in a passage most nearly where t stands in the other,
// nil where none does, or two do.
func nearest(t *telling, in, there riwaya.Span, all []*telling) *telling {
	at := t.event.Span.Hull()
	if at.Start < in.Start || at.End > in.End {
		return nil
	}
	var best *telling
	least, again := twinDrift, false
	for _, o := range all {
		span := o.event.Span.Hull()
		if o.kind != t.kind || span.Start < there.Start || span.End > there.End {
			continue
		}
		off := (at.Start - in.Start) - (span.Start - there.Start)
		if off < 0 {
			off = -off
		}
		switch {
		case off < least:
			best, least, again = o, off, false
		case off == least && best != nil:
			again = true
		}
	}
	if again {
		return nil
	}
	return best
}

// retell notes for each telling those of other reports that are told in much the same words, and in somewhat the same.
func retell(all []*telling) {
	compared := make([]sentence.Telling, len(all))
	for i, t := range all {
		compared[i] = sentence.Telling{Report: t.at, Kind: t.kind, Words: t.sentence}
	}
	for _, p := range sentence.Pairs(compared, func(i, k int) bool { return all[i].apart(all[k]) }) {
		a, b := all[p.A], all[p.B]
		if p.Much {
			a.retold, b.retold = append(a.retold, b), append(b.retold, a)
		} else {
			a.alike, b.alike = append(a.alike, b), append(b.alike, a)
		}
	}
}

// recent is of how many days two reports are that tell of one day in the same sentence, where not both say of which: what is told
// in set phrases is told again the next week.
const recent = 3

// apart reports whether two tellings are of two days.
func (t *telling) apart(o *telling) bool {
	if t.said && o.said {
		_, meet := t.day.Meet(o.day)
		return !meet
	}
	return t.printed == span.Ever || o.printed == span.Ever || t.printed-o.printed > recent || o.printed-t.printed > recent
}

// has reports whether a happening is told by one of them.
func (h *happening) has(some []*telling) bool {
	return len(some) > 0 && slices.ContainsFunc(h.tellings, func(m member) bool { return slices.Contains(some, m.telling) })
}

// otherDay reports whether two tellings say days that are not even side by side.
func (t *telling) otherDay(o *telling) bool {
	if !t.said || !o.said {
		return false
	}
	_, meet := t.day.Meet(o.day)
	return !meet && !t.day.Beside(o.day)
}

// twin reports whether a happening is told in the very words of a telling.
func (h *happening) twin(t *telling) bool {
	for _, m := range h.tellings {
		for _, o := range t.twins {
			if m.telling == o {
				return true
			}
		}
	}
	return false
}

package fts

import (
	"context"
	"strings"

	"riwaya"
)

// addNames notes who speaks, who takes part, who published, what happened and how it was
// said. Private persons are left out: nothing brings them together across articles.
func (w *Writer) addNames(ctx context.Context, article int64, rec *riwaya.Record) error {
	seen := map[[2]string]bool{}
	var err error
	add := func(kind string, names ...*string) {
		for _, n := range names {
			if n == nil || err != nil {
				continue
			}
			key := [2]string{kind, w.termsOf(*n)}
			if key[1] == "" || seen[key] {
				continue
			}
			seen[key] = true
			err = w.name(ctx, article, key)
		}
	}
	add("outlet", rec.Article.Outlet)
	for i := range rec.Article.Credits {
		c := &rec.Article.Credits[i]
		add("outlet", &c.Text, c.Name, c.Actor)
	}
	for i := range rec.Claims {
		c := &rec.Claims[i]
		add("class", &c.Cue.Class)
		if s := &c.Source; !s.Private {
			add("speaker", &s.Text, s.Name, s.NameAr, s.Actor)
		}
	}
	for i := range rec.Actors {
		if a := &rec.Actors[i]; !a.Private {
			if a.Name != nil && !riwaya.OfArticle(a.ID) { // else the id is one of this article alone
				add("actor", &a.ID)
			}
			add("actor", a.Name, a.NameAr)
		}
	}
	for i := range rec.Events {
		e := &rec.Events[i]
		names := []*string{&e.Type, e.Mode, e.CAMEO}
		if e.ACLED != nil {
			names = append(names, &e.ACLED.EventType, &e.ACLED.SubEventType)
		}
		if e.Status != "happened" && e.Status != "ongoing" { // it is no such event: what it is stands before it
			for j, n := range names {
				if n != nil {
					name := e.Status + " " + *n
					names[j] = &name
				}
			}
		}
		add("event", names...)
	}
	return err
}

// name notes that an article has a name: its kind and its terms.
func (w *Writer) name(ctx context.Context, article int64, key [2]string) error {
	id, ok := w.names[key]
	if !ok {
		done, err := w.exec(ctx, `INSERT OR IGNORE INTO search_name (kind, terms) VALUES (?, ?)`, key[0], key[1])
		if err != nil {
			return err
		}
		switch n, err := done.RowsAffected(); {
		case err != nil:
			return err
		case n == 0:
			id, err = w.id(ctx, `SELECT id FROM search_name WHERE kind = ? AND terms = ?`, key[0], key[1])
			if err != nil {
				return err
			}
		default:
			if id, err = done.LastInsertId(); err != nil {
				return err
			}
			if w.named == 0 {
				w.named = id
			}
		}
		if len(w.names) > remembered {
			clear(w.names)
		}
		w.names[key] = id
	}
	return w.add(ctx, &w.has, id, article)
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (w *Writer) addPlaces(ctx context.Context, article int64, places []riwaya.Place) error {
	seen := map[placeName]bool{}
	for i := range places {
		p := &places[i]
		key := place{country: text(p.Country), admin1: w.termsOf(text(p.Admin1)), admin2: w.termsOf(text(p.Admin2)), name: w.termsOf(text(p.Name)), precision: p.Precision, known: p.Name != nil}
		if key.name == "" { // known by what the article calls it only
			key.name = w.termsOf(p.Text)
		}
		if p.Lat != nil && p.Lon != nil {
			key.located, key.lat, key.lon = true, *p.Lat, *p.Lon
		}
		id, err := w.place(ctx, key)
		if err != nil {
			return err
		}
		for _, called := range []string{w.termsOf(p.Text), key.name} {
			n := placeName{called, id}
			if called == "" || seen[n] {
				continue
			}
			seen[n] = true
			if w.placeNames[n] {
				continue
			}
			w.placeNames[n] = true
			if err := w.add(ctx, &w.called, called, id); err != nil {
				return err
			}
		}
		at := placeName{"", id}
		if seen[at] {
			continue
		}
		seen[at] = true
		if err := w.add(ctx, &w.at, id, article); err != nil {
			return err
		}
	}
	return nil
}

// place is the row of a place, made if there is none.
func (w *Writer) place(ctx context.Context, p place) (int64, error) {
	if id, ok := w.places[p]; ok {
		return id, nil
	}
	var lat, lon any
	if p.located {
		lat, lon = p.lat, p.lon
	}
	id, err := w.id(ctx, `SELECT id FROM search_place WHERE country = ? AND admin1 = ? AND admin2 = ? AND name = ? AND known = ? AND precision = ?
		AND coalesce(lat, 999) = coalesce(?, 999) AND coalesce(lon, 999) = coalesce(?, 999)`, p.country, p.admin1, p.admin2, p.name, p.known, p.precision, lat, lon)
	if err != nil {
		return 0, err
	}
	if id == 0 {
		done, err := w.exec(ctx, `INSERT INTO search_place (country, admin1, admin2, name, known, precision, lat, lon) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			p.country, p.admin1, p.admin2, p.name, p.known, p.precision, lat, lon)
		if err != nil {
			return 0, err
		}
		if id, err = done.LastInsertId(); err != nil {
			return 0, err
		}
	}
	w.places[p] = id
	return id, nil
}

// addFigures notes the figures that say what happened to those they count. What is measured
// in a unit counts nobody, but for an age.
func (w *Writer) addFigures(ctx context.Context, article int64, figures []riwaya.Figure) error {
	for i := range figures {
		f := &figures[i]
		if f.Predicate == "" || f.Predicate == "other" || f.Unit != nil && f.Predicate != "age" {
			continue
		}
		err := w.add(ctx, &w.figures, article, strings.ToLower(f.Predicate), f.Low, f.High, f.Op == "more_than", f.Op == "less_than")
		if err != nil {
			return err
		}
	}
	return nil
}

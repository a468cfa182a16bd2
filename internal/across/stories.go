package across

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"riwaya"
	"riwaya/internal/across/result"
	"riwaya/internal/story"
)

// Asked says which stories are wanted. Empty fields ask for nothing.
type Asked struct {
	From, To string // days, 2006-01-02: stories with a report on or between them
	Reports  int    // at least so many
	Outlets  int    // at least so many
	Limit    int    // at most so many; 0: all
	Skip     int    // of those that fulfil the rest
	After    *Place // only those behind it in the order; stories that are added before it change nothing
}

// Place is where in the order of a list something stands: by day, how many reports, and ID.
type Place struct {
	Day     string // 2006-01-02, "" of what has none
	Reports int
	ID      string
}

// PlaceOf is where a story stands.
func PlaceOf(s *riwaya.Story) Place { return Place{s.Last, len(s.Reports), s.ID} }

// behind is the condition that a row stands behind a place, with its parameters from number n on.
func (p *Place) behind(day string, n int) (string, []any) {
	if p == nil {
		return "1", nil
	}
	d, _ := story.ParseDay(p.Day) // of what has none, the day of what has none
	return fmt.Sprintf("(%s, many) < (?%d, ?%d) OR (%s, many) = (?%d, ?%d) AND id > ?%d", day, n, n+1, day, n, n+1, n+2), []any{d, p.Reports, p.ID}
}

// Stories are the stories that are asked for, those with the latest report first, and how many
// there are without limit.
func (x *Across) Stories(ctx context.Context, a Asked) (out []riwaya.Story, count int, err error) {
	from, to := -1<<31, 1<<31-1
	if d, ok := story.ParseDay(a.From); ok {
		from = d
	}
	if d, ok := story.ParseDay(a.To); ok {
		to = d
	}
	limit := a.Limit
	if limit <= 0 {
		limit = -1
	}
	behind, place := a.After.behind("last", 7)
	var ids []string
	err = result.Rows(ctx, x.Read, func(scan func(...any) error) error {
		var id string
		err := scan(&id, &count)
		ids = append(ids, id)
		return err
	}, `WITH s AS MATERIALIZED (SELECT story AS id, max(day) AS last, count(*) AS many, count(DISTINCT outlet) AS outlets, max(day BETWEEN ?1 AND ?2) AS inside
		FROM reports WHERE newer = '' AND story <> '' GROUP BY story HAVING inside AND many >= ?3 AND outlets >= ?4)
		SELECT id, (SELECT count(*) FROM s) FROM s WHERE `+behind+` ORDER BY last DESC, many DESC, id LIMIT ?5 OFFSET ?6`,
		append([]any{from, to, a.Reports, a.Outlets, limit, a.Skip}, place...)...)
	if err != nil {
		return nil, 0, explain(err)
	}
	for _, id := range ids {
		s, err := x.story(ctx, id)
		if err != nil {
			return nil, 0, explain(err)
		}
		out = append(out, s)
	}
	return out, count, nil
}

// Story is the story of an ID, of an ID that it had, or of an article.
func (x *Across) Story(ctx context.Context, id string) (riwaya.Story, error) {
	var is string
	err := x.Read.QueryRowContext(ctx, `SELECT story FROM reports WHERE story = ?1 AND newer = '' UNION ALL SELECT story FROM aliases WHERE id = ?1
		UNION ALL SELECT o.story FROM reports r JOIN reports o ON o.article = CASE r.newer WHEN '' THEN r.article ELSE r.newer END WHERE r.article = ?1 LIMIT 1`, id).Scan(&is)
	if errors.Is(err, sql.ErrNoRows) {
		return riwaya.Story{}, fmt.Errorf("%s: %w", id, ErrUnknown)
	}
	if err != nil {
		return riwaya.Story{}, explain(err)
	}
	s, err := x.story(ctx, is)
	return s, explain(err)
}

func (x *Across) story(ctx context.Context, id string) (riwaya.Story, error) {
	var placed []riwaya.StoryReport
	err := result.Rows(ctx, x.Read, result.Decoded(&placed), "SELECT placed FROM reports WHERE story = ? AND newer = '' ORDER BY n", id)
	if err != nil {
		return riwaya.Story{}, err
	}
	var aliases []string
	err = result.Rows(ctx, x.Read, func(scan func(...any) error) error {
		var alias string
		err := scan(&alias)
		aliases = append(aliases, alias)
		return err
	}, "SELECT id FROM aliases WHERE story = ? ORDER BY id", id)
	return story.Assemble(id, aliases, placed), err
}

// Asking are the stories with figures that answer a question.
func (x *Across) Asking(ctx context.Context, question string) (out []string, err error) {
	err = result.Rows(ctx, x.Read, func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		out = append(out, id)
		return err
	}, "SELECT story FROM questions WHERE id = ? ORDER BY story", question)
	return out, explain(err)
}

// Copies are the copies that have any of the articles on one side, and on both the version of a
// report that counts.
func (x *Across) Copies(ctx context.Context, articles []string) (out []riwaya.Copy, err error) {
	list, err := json.Marshal(articles)
	if err != nil {
		return nil, err
	}
	err = result.Rows(ctx, x.Read, result.Decoded(&out), `WITH asked AS MATERIALIZED (SELECT value AS id FROM json_each(?)), k AS MATERIALIZED (
		SELECT c.a, c.b FROM asked CROSS JOIN copies c ON c.a = asked.id UNION SELECT c.a, c.b FROM asked CROSS JOIN copies c ON c.b = asked.id)
		SELECT c.data FROM k CROSS JOIN copies c ON c.a = k.a AND c.b = k.b
		WHERE NOT EXISTS (SELECT 1 FROM reports WHERE article IN (k.a, k.b) AND newer <> '') ORDER BY k.a, k.b`, string(list))
	return out, explain(err)
}

// Versions are the other versions of reports, by the article that counts, in the order in which
// they came in.
func (x *Across) Versions(ctx context.Context, articles []string) (map[string][]string, error) {
	list, err := json.Marshal(articles)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	err = result.Rows(ctx, x.Read, func(scan func(...any) error) error {
		var newer, article string
		err := scan(&newer, &article)
		out[newer] = append(out[newer], article)
		return err
	}, "SELECT r.newer, r.article FROM json_each(?) i CROSS JOIN reports r ON r.newer = i.value AND r.newer <> '' ORDER BY r.n", string(list))
	return out, explain(err)
}

// Outlets are the outlets of all reports that count, by article, "" where none is stated.
func (x *Across) Outlets(ctx context.Context) (map[string]string, error) {
	out := map[string]string{}
	err := result.Rows(ctx, x.Read, func(scan func(...any) error) error {
		var article, outlet string
		err := scan(&article, &outlet)
		out[article] = outlet
		return err
	}, "SELECT article, outlet FROM reports NOT INDEXED WHERE newer = ''") // by an index the rows would be read in no order
	return out, explain(err)
}

// EachCopy gives every copy.
func (x *Across) EachCopy(ctx context.Context, see func(*riwaya.Copy) error) error {
	return explain(result.Rows(ctx, x.Read, func(scan func(...any) error) error {
		var data string
		var one riwaya.Copy
		if err := scan(&data); err != nil {
			return err
		}
		return errors.Join(json.Unmarshal([]byte(data), &one), see(&one))
	}, "SELECT data FROM copies ORDER BY a, b"))
}

// OutletDay is how many reports an outlet has of a day.
type OutletDay struct {
	Outlet  string
	Day     string // 2006-01-02, of publication, else of when they were first seen
	Reports int
}

// OutletDays are those of all outlets that reports state, each outlet's in the order of days.
// Reports of no known day are of none.
func (x *Across) OutletDays(ctx context.Context) (out []OutletDay, err error) {
	err = result.Rows(ctx, x.Read, func(scan func(...any) error) error {
		var one OutletDay
		var day int
		if err := scan(&one.Outlet, &day, &one.Reports); err != nil {
			return err
		}
		if one.Day = story.FormatDay(day); one.Day != "" {
			out = append(out, one)
		}
		return nil
	}, "SELECT outlet, day, count(*) FROM reports WHERE newer = '' AND outlet <> '' GROUP BY outlet, day ORDER BY outlet, day")
	return out, explain(err)
}

// ReportsOf are reports of an outlet, of several versions of one the newest, the latest first, and how
// many there are without limit. "" asks for those that state none.
func (x *Across) ReportsOf(ctx context.Context, outlet string, limit, skip int) (out []riwaya.StoryReport, count int, err error) {
	err = result.Rows(ctx, x.Read, func(scan func(...any) error) error {
		var data string
		var one riwaya.StoryReport
		if err := scan(&data, &count); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(data), &one)
		out = append(out, one)
		return err
	}, `WITH s AS MATERIALIZED (SELECT n, day FROM reports WHERE newer = '' AND outlet = ?1)
		SELECT r.placed, (SELECT count(*) FROM s) FROM (SELECT n FROM s ORDER BY day DESC, n DESC LIMIT ?2 OFFSET ?3) s CROSS JOIN reports r ON r.n = s.n
		ORDER BY r.day DESC, r.n DESC`, outlet, limit, skip)
	return out, count, explain(err)
}

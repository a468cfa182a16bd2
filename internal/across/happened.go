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

// Happened says which incidents are wanted. Empty fields ask for nothing.
type Happened struct {
	Story    string // told in it
	From, To string // days, 2006-01-02, of the last on which it can have happened
	Type     string // of PLOVER's
	Reports  int    // told by at least so many
	Limit    int    // at most so many; 0: all
	Skip     int    // of those that fulfil the rest
	After    *Place // only those behind it in the order
}

// PlaceOfIncident is where an incident stands.
func PlaceOfIncident(in *riwaya.Incident) Place {
	told := map[string]bool{}
	for i := range in.Events {
		told[in.Events[i].Article] = true
	}
	return Place{in.Last, len(told), in.ID}
}

// Incidents are the incidents that are asked for, the latest first, and how many there are
// without limit.
func (x *Across) Incidents(ctx context.Context, h Happened) (out []riwaya.Incident, count int, err error) {
	where, args := "i.stands = 1", []any{}
	also := func(condition string, arg any) { where, args = where+" AND "+condition, append(args, arg) }
	if h.Story != "" {
		where, args = "i.rowid IN ("+told("= ?1")+")", append(args, h.Story)
	}
	if d, ok := story.ParseDay(h.From); ok {
		also("i.day >= ?", d)
	}
	if d, ok := story.ParseDay(h.To); ok {
		also("i.day <= ?", d)
	}
	if h.Type != "" {
		also("i.type = ?", h.Type)
	}
	if h.Reports > 1 {
		also("i.many >= ?", h.Reports)
	}
	limit := h.Limit
	if limit <= 0 {
		limit = -1
	}
	const day = "ifnull(day, -2147483648)" // of what has none, the day of what has none
	behind, place := h.After.behind(day, len(args)+1)
	args = append(args, place...)
	err = result.Rows(ctx, x.Read, func(scan func(...any) error) error {
		var data string
		var one riwaya.Incident
		if err := scan(&data, &count); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(data), &one)
		out = append(out, one)
		return err
	}, `WITH s AS MATERIALIZED (SELECT i.rowid AS n, i.id AS id, i.day AS day, i.many AS many FROM incidents i WHERE `+where+`)
		SELECT i.data, (SELECT count(*) FROM s) FROM (SELECT * FROM s WHERE `+behind+` ORDER BY day DESC, many DESC, id LIMIT ? OFFSET ?) s CROSS JOIN incidents i ON i.rowid = s.n
		ORDER BY s.day DESC, s.many DESC, s.id`, append(args, limit, h.Skip)...)
	return out, count, explain(err)
}

// Incident is the incident of an ID, or of one that it had.
func (x *Across) Incident(ctx context.Context, id string) (in riwaya.Incident, err error) {
	var data string
	err = x.Read.QueryRowContext(ctx, `SELECT data FROM incidents WHERE stands = 1 AND id = ?1 UNION ALL SELECT data FROM incidents i WHERE joined = 1 AND town <> ''
		AND town = (SELECT town FROM incidents WHERE id = ?1 AND joined = 0) AND EXISTS (SELECT 1 FROM json_each(i.data, '$.aliases') WHERE value = ?1) LIMIT 1`, id).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return in, fmt.Errorf("%s: %w", id, ErrUnknown)
	}
	if err != nil {
		return in, explain(err)
	}
	return in, json.Unmarshal([]byte(data), &in)
}

package across

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"riwaya"
	"riwaya/internal/story"
)

// Happened says which incidents are wanted. Empty fields ask for nothing.
type Happened struct {
	Story    string   // told in it
	From, To string   // days, 2006-01-02, of the last on which it can have happened
	Type     string   // of PLOVER's
	Reports  int      // told by at least so many
	Articles []string // told by one of these; nil: all
	Limit    int      // at most so many; 0: all
	Skip     int      // of those that fulfil the rest
}

// Incidents are the incidents that are asked for, the latest first, and how many there are
// without limit.
func (x *Across) Incidents(ctx context.Context, h Happened) (out []riwaya.Incident, count int, err error) {
	from, to := any(nil), any(nil)
	if d, ok := story.ParseDay(h.From); ok {
		from = d
	}
	if d, ok := story.ParseDay(h.To); ok {
		to = d
	}
	articles := any(nil)
	if h.Articles != nil {
		b, err := json.Marshal(h.Articles)
		if err != nil {
			return nil, 0, err
		}
		articles = string(b)
	}
	limit := h.Limit
	if limit <= 0 {
		limit = -1
	}
	err = rows(ctx, x.Read, func(scan func(...any) error) error {
		var data string
		var one riwaya.Incident
		if err := scan(&data, &count); err != nil {
			return err
		}
		err := json.Unmarshal([]byte(data), &one)
		out = append(out, one)
		return err
	}, `WITH s AS MATERIALIZED (SELECT id, day, many FROM incidents i WHERE (?1 = '' OR id IN (SELECT incident FROM tellings WHERE story = ?1)) AND (?2 IS NULL OR day >= ?2) AND (?3 IS NULL OR day <= ?3)
		AND (?4 = '' OR type = ?4) AND many >= ?5 AND (?6 IS NULL OR EXISTS (SELECT 1 FROM json_each(i.data, '$.events') e WHERE e.value ->> 'article' IN (SELECT value FROM json_each(?6)))))
		SELECT i.data, (SELECT count(*) FROM s) FROM (SELECT * FROM s ORDER BY day DESC, many DESC, id LIMIT ?7 OFFSET ?8) s JOIN incidents i ON i.id = s.id ORDER BY s.day DESC, s.many DESC, s.id`,
		h.Story, from, to, h.Type, h.Reports, articles, limit, h.Skip)
	return out, count, explain(err)
}

// Incident is the incident of an ID, or of one that it had.
func (x *Across) Incident(ctx context.Context, id string) (in riwaya.Incident, err error) {
	var data string
	err = x.Read.QueryRowContext(ctx, `SELECT data FROM incidents WHERE id = ?1 UNION ALL
		SELECT data FROM incidents i WHERE EXISTS (SELECT 1 FROM json_each(i.data, '$.aliases') WHERE value = ?1) LIMIT 1`, id).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return in, fmt.Errorf("%s: %w", id, ErrUnknown)
	}
	if err != nil {
		return in, explain(err)
	}
	return in, json.Unmarshal([]byte(data), &in)
}

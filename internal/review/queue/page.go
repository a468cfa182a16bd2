package queue

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riwaya/internal/review"
)

// Asked says what of the queue is wanted. Empty fields ask for nothing.
type Asked struct {
	Layer string
	Kind  Kind
	// Second asks for what one other reviewer has decided and this one has not: agreement can only
	// be measured where two decide.
	Second string
	After  string // a page's Next
	Limit  int
}

// Item is a finding that should be looked at.
type Item struct {
	review.Ref
	Layer   string
	Weight  int
	Day     string // 2006-01-02, "" where nobody knows
	Reasons []Reason
}

// Page is a part of the queue.
type Page struct {
	Items []Item
	Count int    // of all that is asked for and not decided
	Next  string // where the next page begins, "" where there is none
}

// decided is what the log says of findings, as a page needs it.
type decided struct {
	log      *review.Log
	disputed map[review.Ref][]string
}

func decidedIn(log *review.Log) decided {
	d := decided{log, map[review.Ref][]string{}}
	for _, x := range log.Disagreements() {
		d.disputed[x.Ref] = x.Fields
	}
	return d
}

// Page is the part of the queue that comes after one: first what reviewers disagree on, then by
// weight, the latest reports first.
func (q *Queue) Page(ctx context.Context, log *review.Log, a Asked) (Page, error) {
	d := decidedIn(log)
	if a.Second != "" {
		return d.second(a), nil
	}
	p, err := q.page(ctx, d, a)
	return p, meaning.Explain(err)
}

func (q *Queue) page(ctx context.Context, d decided, a Asked) (p Page, err error) {
	tx, err := q.Read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return p, err
	}
	defer func() {
		if e := tx.Rollback(); !errors.Is(e, sql.ErrTxDone) {
			err = errors.Join(err, e)
		}
	}()
	first := d.first(a)
	if p.Count, err = count(ctx, tx, d, a); err != nil {
		return p, err
	}
	p.Count += len(first)
	skip, at, err := parseAfter(a.After)
	if err != nil {
		return p, err
	}
	if at == nil {
		p.Items = first[min(skip, len(first)):]
		if len(p.Items) >= a.Limit {
			p.Items = p.Items[:a.Limit]
			p.Next = "d" + strconv.Itoa(skip+a.Limit)
			return p, nil
		}
	}
	rest, more, err := listed(ctx, tx, d, a, at, a.Limit-len(p.Items), false)
	if err != nil {
		return p, err
	}
	if err := reasons(ctx, tx, rest); err != nil {
		return p, err
	}
	if p.Items = append(p.Items, rest...); more {
		p.Next = rest[len(rest)-1].place()
	}
	return p, nil
}

// first are the findings that reviewers disagree on.
func (d decided) first(a Asked) (out []Item) {
	if a.Kind != "" && a.Kind != Disputed {
		return nil
	}
	for ref, fields := range d.disputed {
		layer, _ := d.log.Opinions(ref)
		if a.Layer == "" || a.Layer == layer {
			out = append(out, Item{Ref: ref, Layer: layer, Weight: 1000, Reasons: []Reason{{Kind: Disputed, Weight: 1000, Fields: fields}}})
		}
	}
	slices.SortFunc(out, func(a, b Item) int { return cmp.Compare(a.Ref.String(), b.Ref.String()) })
	return out
}

// second are the findings that one other reviewer has decided.
func (d decided) second(a Asked) (p Page) {
	skip, _, err := parseAfter(a.After)
	if err != nil {
		return p
	}
	var all []Item
	for _, article := range d.log.Articles() {
		for _, id := range d.log.Findings(article) {
			ref := review.Ref{Article: article, Finding: id}
			layer, opinions := d.log.Opinions(ref)
			if len(opinions) == 1 && opinions[0].Who != a.Second && (a.Layer == "" || a.Layer == layer) {
				all = append(all, Item{Ref: ref, Layer: layer})
			}
		}
	}
	p.Count = len(all)
	p.Items = all[min(skip, len(all)):]
	if len(p.Items) > a.Limit {
		p.Items, p.Next = p.Items[:a.Limit], "d"+strconv.Itoa(skip+a.Limit)
	}
	return p
}

// place is where an item stands in the queue, as an address has it.
func (i *Item) place() string { return fmt.Sprintf("%d~%s~%s", i.Weight, i.Day, i.Ref) }

// parseAfter reads where a page begins: so many of the first, or behind an item.
func parseAfter(s string) (skip int, at *Item, err error) {
	wrong := fmt.Errorf("%.80q is no place in the queue", s)
	if s == "" {
		return 0, nil, nil
	}
	if n, ok := strings.CutPrefix(s, "d"); ok {
		skip, err = strconv.Atoi(n)
		if err != nil || skip < 0 {
			return 0, nil, wrong
		}
		return skip, nil, nil
	}
	f := strings.Split(s, "~")
	if len(f) != 3 {
		return 0, nil, wrong
	}
	weight, err := strconv.Atoi(f[0])
	if err != nil {
		return 0, nil, wrong
	}
	ref, err := review.ParseRef(f[2])
	if err != nil {
		return 0, nil, wrong
	}
	return 0, &Item{Ref: ref, Weight: weight, Day: f[1]}, nil
}

// open reports whether a finding of the file is still to be decided: nobody has, or what was decided
// was about a reading that changed and nobody has since.
func (d decided) open(ref review.Ref, changed int64) bool {
	if _, ok := d.disputed[ref]; ok {
		return false // it stands at the top already
	}
	_, opinions := d.log.Opinions(ref)
	for i := range opinions {
		if leaves := opinions[i].Leaves; leaves[len(leaves)-1] > changed {
			return false
		}
	}
	return true
}

// known are the findings about which anything holds, as JSON for SQLite.
func (d decided) known() (string, error) {
	all := [][2]string{}
	for _, article := range d.log.Articles() {
		for _, id := range d.log.Findings(article) {
			all = append(all, [2]string{article, id})
		}
	}
	b, err := json.Marshal(all)
	return string(b), err
}

// from is the part of the query that says which findings are asked for.
func (a *Asked) from() (string, []any) {
	where, args := []string{"1"}, []any{}
	if a.Layer != "" {
		where, args = append(where, "q.layer = ?"), append(args, a.Layer)
	}
	if a.Kind != "" {
		where, args = append(where, "EXISTS (SELECT 1 FROM reasons r WHERE r.article = q.article AND r.finding = q.finding AND r.kind = ?)"), append(args, string(a.Kind))
	}
	return " FROM queue q WHERE " + strings.Join(where, " AND "), args
}

// count is how many findings of the file are asked for and open.
func count(ctx context.Context, tx *sql.Tx, d decided, a Asked) (n int, err error) {
	query, args := "SELECT count(*) FROM queue", []any{}
	switch { // a finding has a reason of a kind once: its article is of one story
	case a.Kind != "" && a.Layer != "":
		query, args = "SELECT count(*) FROM reasons WHERE kind = ? AND layer = ?", []any{string(a.Kind), a.Layer}
	case a.Kind != "":
		query, args = "SELECT count(*) FROM reasons WHERE kind = ?", []any{string(a.Kind)}
	case a.Layer != "":
		query, args = query+" WHERE layer = ?", []any{a.Layer}
	}
	if err := tx.QueryRowContext(ctx, query, args...).Scan(&n); err != nil {
		return 0, err
	}
	known, err := d.known()
	if err != nil {
		return 0, err
	}
	from, args := a.from()
	all, err := tx.QueryContext(ctx, "SELECT q.article, q.finding, "+leaf+from+" AND (q.article, q.finding) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", append(args, known)...)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, all.Close()) }()
	for all.Next() {
		var ref review.Ref
		var changed int64
		if err := all.Scan(&ref.Article, &ref.Finding, &changed); err != nil {
			return 0, err
		}
		if !d.open(ref, changed) {
			n--
		}
	}
	return n, all.Err()
}

// leaf is the latest decision that was known when the reading had changed.
const leaf = "coalesce((SELECT c.args ->> 'leaf' FROM reasons c WHERE c.article = q.article AND c.finding = q.finding AND c.kind = 'changed'), -1)"

// listed are the findings of the file that are open, next behind an item, or, back, next before it.
// Behind it are those of its weight and day, those of its weight on other days, those of other weights: each
// is a stretch of the index, which one condition for all three would not be.
func listed(ctx context.Context, tx *sql.Tx, d decided, a Asked, at *Item, limit int, back bool) (out []Item, more bool, err error) {
	from, args := a.from()
	less, greater, down, up := "<", ">", "DESC", ""
	if back {
		less, greater, down, up = ">", "<", "", "DESC"
	}
	type stretch struct {
		where string
		args  []any
	}
	stretches := []stretch{{}}
	if at != nil {
		stretches = []stretch{
			{fmt.Sprintf(" AND q.weight = ? AND q.day = ? AND (q.article, q.finding) %s (?, ?)", greater), []any{at.Weight, at.Day, at.Article, at.Finding}},
			{fmt.Sprintf(" AND q.weight = ? AND q.day %s ?", less), []any{at.Weight, at.Day}},
			{fmt.Sprintf(" AND q.weight %s ?", less), []any{at.Weight}}}
	}
	order := fmt.Sprintf(" ORDER BY q.weight %[1]s, q.day %[1]s, q.article %[2]s, q.finding %[2]s", down, up)
	for _, s := range stretches {
		all, err := tx.QueryContext(ctx, "SELECT q.article, q.finding, q.layer, q.weight, q.day, "+leaf+from+s.where+order, slices.Concat(args, s.args)...)
		if err != nil {
			return nil, false, err
		}
		more, err := d.take(all, &out, limit)
		if err != nil || more {
			return out, more && limit > 0, err
		}
	}
	return out, false, nil
}

// take takes the rows of findings that are open, and reports whether there are more than may be.
func (d decided) take(rows *sql.Rows, out *[]Item, limit int) (more bool, err error) {
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var i Item
		var changed int64
		if err := rows.Scan(&i.Article, &i.Finding, &i.Layer, &i.Weight, &i.Day, &changed); err != nil {
			return false, err
		}
		if !d.open(i.Ref, changed) {
			continue
		}
		if len(*out) == limit {
			return true, nil
		}
		*out = append(*out, i)
	}
	return false, rows.Err()
}

// reasons fills in why.
func reasons(ctx context.Context, tx *sql.Tx, items []Item) error {
	for i := range items {
		all, err := tx.QueryContext(ctx, "SELECT kind, weight, args FROM reasons WHERE article = ? AND finding = ? ORDER BY weight DESC, kind", items[i].Article, items[i].Finding)
		if err != nil {
			return err
		}
		for all.Next() {
			var r Reason
			var args string
			err = all.Scan(&r.Kind, &r.Weight, &args)
			if err == nil {
				err = json.Unmarshal([]byte(args), &r)
			}
			if err != nil {
				break
			}
			items[i].Reasons = append(items[i].Reasons, r)
		}
		if err := errors.Join(err, all.Err(), all.Close()); err != nil {
			return err
		}
	}
	return nil
}

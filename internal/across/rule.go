package across

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"riwaya"
	"riwaya/internal/ledger"
	"riwaya/internal/story"
)

// rulings are the reviews that are about stories.
func rulings(all []ledger.Review) (out []riwaya.Ruling, err error) {
	for i := range all {
		r := &all[i]
		ruling := riwaya.Ruling{ID: fmt.Sprint(r.Leaf), By: r.Who, At: r.At.UTC().Format("2006-01-02T15:04:05Z"), Note: r.Note}
		switch r.Verdict {
		case ledger.VerdictMerge:
			ruling.Kind = riwaya.RulingMerge
		case ledger.VerdictSplit:
			ruling.Kind = riwaya.RulingSplit
		case ledger.VerdictUndo:
			ruling.Kind = riwaya.RulingUndo
			if r.Undoes != nil {
				ruling.Undoes = fmt.Sprint(*r.Undoes)
			}
		default:
			continue
		}
		if len(r.Value) > 0 {
			if err := json.Unmarshal(r.Value, &ruling.Reports); err != nil {
				return nil, fmt.Errorf("review of leaf %d: %w", r.Leaf, err)
			}
		}
		out = append(out, ruling)
	}
	return out, nil
}

// rule lets what persons decided hold, and makes the incidents of the stories that changed.
func (t *taking) rule() error {
	all, err := t.store.Reviews(t.ctx)
	if err != nil {
		return err
	}
	decided, err := rulings(all)
	if err != nil {
		return err
	}
	affected, err := t.affected(decided)
	if err != nil {
		return err
	}
	if len(affected) > 0 {
		if err := t.apply(affected, decided); err != nil {
			return err
		}
	}
	return t.incidents()
}

// affected are the stories, as they were grouped, that rulings hold for or held for.
func (t *taking) affected(decided []riwaya.Ruling) (out []string, err error) {
	add := func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		if id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
		return err
	}
	err = t.rows(add, "SELECT DISTINCT grouped FROM reports INDEXED BY reports_ruled WHERE story <> grouped AND newer = ''")
	for i := range decided {
		for _, id := range decided[i].Reports {
			err = errors.Join(err, t.rows(add, "SELECT grouped FROM reports WHERE article = (SELECT CASE newer WHEN '' THEN article ELSE newer END FROM reports WHERE article = ?)", id))
		}
	}
	return out, err
}

// apply makes the stories that rulings touch anew.
func (t *taking) apply(affected []string, decided []riwaya.Ruling) error {
	before := map[string]string{}
	var made []riwaya.Story
	for _, id := range affected {
		var placed []riwaya.StoryReport
		err := t.rows(func(scan func(...any) error) error {
			var article, in, data string
			var one riwaya.StoryReport
			if err := scan(&article, &in, &data); err != nil {
				return err
			}
			err := json.Unmarshal([]byte(data), &one)
			before[article] = in
			placed = append(placed, one)
			return err
		}, "SELECT article, story, placed FROM reports WHERE n IN ("+grouped+") ORDER BY n", id)
		if err != nil {
			return err
		}
		made = append(made, story.Assemble(id, nil, placed))
	}
	slices.SortFunc(made, func(a, b riwaya.Story) int { return slices.Compare([]string{a.First, a.ID}, []string{b.First, b.ID}) })
	for _, s := range story.Apply(made, decided) {
		for _, r := range s.Reports {
			if before[r.Article] == s.ID {
				continue
			}
			err := errors.Join(t.exec("UPDATE reports SET story = ? WHERE article = ?", s.ID, r.Article), t.touch(before[r.Article]), t.touch(s.ID))
			if err != nil {
				return err
			}
		}
		for _, id := range s.Aliases {
			if err := t.exec("INSERT OR REPLACE INTO aliases (id, story) VALUES (?, ?)", id, s.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

package queue

import (
	"errors"
	"slices"

	"riwaya"
	"riwaya/internal/across"
)

// stories looks into the stories of articles that wait, so many at most, and says whether more wait.
func (f *filling) stories(most int) (more bool, err error) {
	for range most {
		var article string
		rows, err := f.tx.QueryContext(f.ctx, "SELECT article FROM waiting ORDER BY article LIMIT 1")
		if err != nil {
			return false, err
		}
		found := rows.Next()
		if found {
			err = rows.Scan(&article)
		}
		if err = errors.Join(err, rows.Err(), rows.Close()); err != nil || !found {
			return false, err
		}
		if err := f.story(article); err != nil {
			return false, err
		}
	}
	return true, nil
}

// story looks into the story of an article. One that nobody has found yet, or a single report, gives
// no reasons.
func (f *filling) story(article string) error {
	s, err := f.maker.Found.Story(f.ctx, article)
	if errors.Is(err, across.ErrUnknown) {
		return f.told(&riwaya.Story{}, article, nil)
	}
	if err != nil {
		return err
	}
	reasons := map[string][]reason{}
	if len(s.Reports) > 1 {
		m, err := f.maker.Of(f.ctx, s)
		if err != nil {
			return err
		}
		reasons = contested(m.Questions())
		outlets := map[string]string{}
		for _, r := range s.Reports {
			outlets[r.Article] = r.Outlet
		}
		for id, more := range copied(m.Statements(), func(id string) string { return outlets[id] }) {
			reasons[id] = append(reasons[id], more...)
		}
	}
	return f.told(&s, article, reasons)
}

// told enters what a story says of the findings of its reports. article may be another version of one
// of them.
func (f *filling) told(s *riwaya.Story, article string, reasons map[string][]reason) error {
	ids := []string{article}
	for _, r := range s.Reports {
		if r.Article != article {
			ids = append(ids, r.Article)
		}
	}
	days, err := f.store.Days(f.ctx, ids)
	if err != nil {
		return err
	}
	versions, err := f.maker.Found.Versions(f.ctx, ids)
	if err != nil {
		return err
	}
	for _, r := range s.Reports { // of several versions of a report the newest counts
		for _, older := range versions[r.Article] {
			if err := errors.Join(f.exec("DELETE FROM reasons WHERE article = ? AND kind <> ?", older, string(Changed)), f.sum(older, "")); err != nil {
				return err
			}
			delete(reasons, older)
			ids = slices.DeleteFunc(ids, func(id string) bool { return id == older })
			if err := f.exec("DELETE FROM waiting WHERE article = ?", older); err != nil {
				return err
			}
		}
	}
	for _, id := range ids {
		err := errors.Join(f.clear(id), f.insert(id, s.ID, reasons[id]), f.sum(id, days[id]), f.exec("DELETE FROM waiting WHERE article = ?", id))
		if err != nil {
			return err
		}
	}
	return nil
}

// clear takes out what stories said of the findings of an article: it is of one story.
func (f *filling) clear(article string) error {
	return f.exec("DELETE FROM reasons WHERE article = ? AND per <> ''", article)
}

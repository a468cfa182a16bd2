package api

import (
	"context"
	"slices"
	"time"

	"riwaya/internal/desk/api/operation"
	"riwaya/internal/desk/work"
	"riwaya/internal/ledger"
	"riwaya/internal/show/privacy"
)

// Source is an address that a person gave: a feed, a sitemap, a page.
type Source struct {
	URL   string     `json:"url"`
	First *time.Time `json:"first" doc:"when it first answered; null where it never did"`
	Last  *time.Time `json:"last" doc:"when it last answered"`
	// Status is the last answer's, of HTTP.
	Status    int        `json:"status"`
	GoneSince *time.Time `json:"gone_since" doc:"when it was first found gone, where it is still"`
	Error     string     `json:"error,omitempty" doc:"why the last try failed, where none succeeded since"`
	Tries     int        `json:"tries,omitempty" doc:"that failed in a row"`
}

// Failure is an article, or a capture, that could not be read, and why.
type Failure struct {
	Capture string    `json:"capture"`
	Place   string    `json:"place" doc:"where in it: line 12; empty of the whole"`
	Stage   string    `json:"stage" doc:"article: captures are cut into articles; record: articles are read"`
	Error   string    `json:"error"`
	At      time.Time `json:"at"`
	Tries   int       `json:"tries"`
}

// Status counts what there is.
type Status struct {
	Edition   int64            `json:"edition" doc:"leaves of the log that answers are made from"`
	Captures  int64            `json:"captures"`
	Reports   int64            `json:"reports"`
	Articles  int64            `json:"articles" doc:"versions of reports"`
	Findings  map[string]int64 `json:"findings" doc:"by layer"`
	Languages map[string]int64 `json:"languages"`
	Failures  int64            `json:"failures"`
	Withdrawn int64            `json:"withdrawn"`
	Gone      int64            `json:"gone" doc:"addresses"`
	Missed    int64            `json:"missed" doc:"addresses"`
	Absent    int64            `json:"absent" doc:"messages that a later export lacks"`
	First     string           `json:"first"`
	Last      string           `json:"last"`
	Version   string           `json:"version" doc:"of program and lexicon"`
}

// Job is something that the desk does in the background.
type Job struct {
	ID     int            `json:"id"`
	Kind   string         `json:"kind" doc:"add, retry, watch"`
	By     string         `json:"by" doc:"a pseudonym"`
	State  string         `json:"state" doc:"waiting, running, done, failed, stopped"`
	At     time.Time      `json:"at"`
	Ended  *time.Time     `json:"ended"`
	Counts map[string]int `json:"counts" doc:"what happened, by kind"`
}

func (a *API) sources() {
	operation.Look(a.Set, "/status", "status", "sources", "What the ledger holds", "",
		func(ctx context.Context, _ *struct{}) (*operation.Body[Status], error) {
			s, err := a.o.Shelf.Status(ctx)
			return operation.Answer(Status{Edition: a.o.Shelf.Edition(), Captures: s.Captures, Reports: s.Reports, Articles: s.Articles, Findings: s.Findings, Languages: s.Languages, Failures: s.Failures,
				Withdrawn: s.Withdrawn, Gone: s.Gone, Missed: s.Missed, Absent: s.Absent, First: s.First, Last: s.Last, Version: a.o.Version}), err
		})
	operation.Look(a.Set, "/sources", "sources", "sources", "Addresses that persons gave, with their last success and their last error", "",
		func(ctx context.Context, _ *struct{}) (*operation.Body[[]Source], error) {
			out := []Source{}
			const ever = 1 << 62 * time.Nanosecond // whatever time is between two looks
			err := a.o.Shelf.Store.Addresses(ctx, ever, func(x ledger.Address) error {
				if x.Found == "" {
					out = append(out, sourceOf(&x))
				}
				return nil
			})
			return operation.Answer(out), err
		})
	type most struct {
		Limit int `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"how many at most"`
	}
	operation.Look(a.Set, "/failures", "failures", "sources", "What could not be read, and why", "",
		func(ctx context.Context, in *most) (*operation.Body[[]Failure], error) {
			out := []Failure{}
			err := a.o.Shelf.Store.Failures(ctx, func(f ledger.Failure) error {
				if len(out) < in.Limit {
					out = append(out, Failure{f.Capture, f.Place, f.Stage, f.Error, f.At, f.Tries})
				}
				return nil
			})
			return operation.Answer(out), err
		})
	operation.Look(a.Set, "/jobs", "jobs", "sources", "What the desk is doing in the background, and has done since it was opened", "",
		func(context.Context, *struct{}) (*operation.Body[[]Job], error) {
			out := []Job{}
			if a.o.Board != nil {
				for _, j := range a.o.Board.Jobs() {
					out = append(out, jobOf(&j))
				}
			}
			return operation.Answer(out), nil
		})
}

func sourceOf(x *ledger.Address) Source {
	s := Source{URL: x.URL, First: moment(x.First), Last: moment(x.Last), Status: x.Status, GoneSince: moment(x.GoneSince)}
	if x.Missed != nil {
		s.Error, s.Tries = x.Missed.Error, x.Missed.Tries
	}
	return s
}

func jobOf(j *work.Job) Job {
	return Job{ID: j.ID, Kind: j.Kind, By: j.By, State: j.State, At: j.At, Ended: moment(j.Ended), Counts: j.Counts}
}

// moment is a time, nil where there is none.
func moment(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	u := t.UTC()
	return &u
}

// Evidence is what is kept of a capture.
type Evidence struct {
	Capture   string    `json:"capture"`
	SHA256    string    `json:"sha256" doc:"of the bytes as they came, in hex"`
	Size      int64     `json:"size" doc:"in bytes"`
	Media     string    `json:"media" doc:"its content type, as declared or found out"`
	URL       string    `json:"url" doc:"where it was got; empty of a file"`
	Leaf      int64     `json:"leaf" doc:"of the log"`
	At        time.Time `json:"at" doc:"when it first came in"`
	How       string    `json:"how" doc:"file, address, stdin"`
	Status    int       `json:"status" doc:"what the server answered, of HTTP; 0 where none did"`
	Collector string    `json:"collector" doc:"a pseudonym"`
	Program   string    `json:"program" doc:"the version that took it in"`
	Articles  []string  `json:"articles" doc:"that are in it"`
	Records   []int64   `json:"records" doc:"the leaves of what was read of them"`
	Custody   []int64   `json:"custody" doc:"the leaves of each time that it came in"`
}

func (a *API) evidence() {
	operation.Get(a.Set, "/evidence/{id}", "evidence", "evidence", "What is kept of a capture, or of the one that an article was read in", "By a capture's ID (cap-…) or an article's.",
		func(ctx context.Context, in *ByID) (*operation.Body[Evidence], error) {
			out, err := a.kept(ctx, in.ID)
			return operation.Answer(out), err
		})
}

func (a *API) kept(ctx context.Context, id string) (out Evidence, err error) {
	s := a.o.Shelf.Store
	found, err := s.Find(ctx, id)
	if err != nil {
		return out, err
	}
	c, err := s.Capture(ctx, found.Capture)
	if err != nil {
		return out, err
	}
	first, err := s.FirstSighting(ctx, c.ID)
	if err != nil {
		return out, err
	}
	out = Evidence{Capture: c.ID, SHA256: c.Sum, Size: c.Size, Media: c.Media, URL: c.URL, Leaf: c.Leaf, At: first.At.UTC(), How: first.How, Status: first.Status,
		Collector: first.Collector, Program: first.Program, Articles: notNull(found.Articles), Records: notNull(found.Records), Custody: notNull(found.Custody)}
	// The address of a page may name whom its article names.
	for some := range slices.Chunk(found.Articles, 128) {
		all, err := s.Readings(ctx, some, "claims", "actors")
		if err != nil {
			return out, err
		}
		for i := range all {
			out.URL = privacy.NewGate(&all[i].Read).Address(out.URL)
		}
	}
	return out, nil
}

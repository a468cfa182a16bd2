package shelf

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"time"

	"riwaya"
	"riwaya/internal/across"
	"riwaya/internal/ledger"
)

// Outlet is how much of an outlet there is, and when.
type Outlet struct {
	Name        string
	Reports     int
	First, Last string // days, 2006-01-02
	Days        int    // with a report
	Gaps        []Gap
}

// Gap is a stretch of days without a report of an outlet that seldom is silent so long: it was
// hardly silent, the ledger has not what it wrote.
type Gap struct {
	Outlet   string
	From, To string // the first and the last day without a report
	Days     int
	Usual    int // days between two with reports, as they mostly are
}

// A gap is told of an outlet with so many days with reports, and is so many times as long as usual
// and so many days at least: two days without a report are a weekend.
const (
	daysKnown   = 5
	timesUsual  = 3
	leastSilent = 3
)

// Outlets are all that reports state, in the order of their names.
func (s *Shelf) Outlets(ctx context.Context) ([]Outlet, error) {
	return s.outlets.get(ctx, s.key(), func() ([]Outlet, error) {
		days, err := s.Found.OutletDays(ctx)
		return outlets(days), err
	})
}

// Gaps are those of all outlets.
func (s *Shelf) Gaps(ctx context.Context) (out []Gap, err error) {
	all, err := s.Outlets(ctx)
	for i := range all {
		out = append(out, all[i].Gaps...)
	}
	return out, err
}

// Status counts what there is.
func (s *Shelf) Status(ctx context.Context) (ledger.Status, error) {
	return s.status.get(ctx, s.key(), func() (ledger.Status, error) { return s.Store.Status(ctx, s.Version) })
}

// Incidents are as [across.Across.Incidents] gives them; who gets them must not change them.
func (s *Shelf) Incidents(ctx context.Context, asked across.Happened) ([]riwaya.Incident, int, error) {
	got, err := s.incidents.get(ctx, fmt.Sprintf("%s %v", s.key(), asked), func() (got incidents, err error) {
		got.all, got.count, err = s.Found.Incidents(ctx, asked)
		return got, err
	})
	return got.all, got.count, err
}

// incidents are some of how many.
type incidents struct {
	all   []riwaya.Incident
	count int
}

// key names what is shown now.
func (s *Shelf) key() string { return strconv.FormatInt(s.Edition(), 10) }

// outlets counts days, which come outlet by outlet in their order.
func outlets(days []across.OutletDay) (out []Outlet) {
	for from := 0; from < len(days); {
		to := from
		for to < len(days) && days[to].Outlet == days[from].Outlet {
			to++
		}
		out = append(out, outlet(days[from:to]))
		from = to
	}
	return out
}

func outlet(days []across.OutletDay) Outlet {
	o := Outlet{Name: days[0].Outlet, First: days[0].Day, Last: days[len(days)-1].Day, Days: len(days)}
	var at []time.Time
	for _, d := range days {
		o.Reports += d.Reports
		if t, err := time.Parse(time.DateOnly, d.Day); err == nil {
			at = append(at, t)
		}
	}
	if len(at) < daysKnown {
		return o
	}
	pauses := make([]int, len(at)-1)
	for i := range pauses {
		pauses[i] = int(at[i+1].Sub(at[i]).Hours() / 24)
	}
	sorted := slices.Sorted(slices.Values(pauses))
	usual := sorted[len(sorted)/2]
	for i, p := range pauses {
		if silent := p - 1; silent >= leastSilent && p > timesUsual*usual {
			o.Gaps = append(o.Gaps, Gap{Outlet: o.Name, From: at[i].AddDate(0, 0, 1).Format(time.DateOnly),
				To: at[i+1].AddDate(0, 0, -1).Format(time.DateOnly), Days: silent, Usual: usual})
		}
	}
	return o
}

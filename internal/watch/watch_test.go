package watch

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"riwaya/internal/ledger"
	"riwaya/internal/pipeline"
)

var noon = time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)

const hour, day = time.Hour, 24 * time.Hour

func TestNext(t *testing.T) {
	at := func(d time.Duration) time.Time { return noon.Add(d) }
	for name, c := range map[string]struct {
		first, last time.Duration // -1: never
		missed      *ledger.Missed
		want        time.Duration // -1: never
	}{
		"new":                     {-1, -1, nil, -2},
		"seen once":               {0, 0, nil, hour},
		"seen again at once":      {0, time.Minute, nil, hour},
		"after the first look":    {0, hour, nil, 6 * hour},
		"after a late first look": {0, 7 * hour, nil, day},
		"off for a week":          {0, 8 * day, nil, -1},
		"all looks made":          {0, 7 * day, nil, -1},
		"never answered":          {-1, -1, &ledger.Missed{Again: true, First: at(0), At: at(hour), Tries: 2}, hour + 10*time.Minute},
		"never will":              {-1, -1, &ledger.Missed{First: at(0), At: at(hour), Tries: 1}, -1},
		"did not for a week":      {-1, -1, &ledger.Missed{Again: true, First: at(0), At: at(7 * day), Tries: 40}, -1},
		"missed once":             {0, 0, &ledger.Missed{Again: true, First: at(hour), At: at(hour), Tries: 1}, hour + 5*time.Minute},
		"missed often":            {0, 0, &ledger.Missed{Again: true, First: at(hour), At: at(20 * hour), Tries: 9}, 26 * hour},
		"forbidden":               {0, 0, &ledger.Missed{First: at(hour), At: at(hour), Tries: 1}, 6 * hour},
		"forbidden at the last":   {0, day, &ledger.Missed{First: at(7 * day), At: at(7 * day), Tries: 1}, -1},
	} {
		a := ledger.Address{Missed: c.missed}
		if c.first >= 0 {
			a.First, a.Last = at(c.first), at(c.last)
		}
		got, ever := Next(a)
		want := at(c.want)
		if c.want == -2 {
			want = time.Time{}
		}
		if ever != (c.want != -1) || ever && !got.Equal(want) {
			t.Errorf("%s: %v, %v; want %v", name, got, ever, want)
		}
	}
	for tries, want := range map[int]time.Duration{0: 5 * time.Minute, 1: 5 * time.Minute, 3: 20 * time.Minute, 8: 6 * hour, 1 << 30: 6 * hour} {
		if got := Pause(tries); got != want {
			t.Errorf("after %d tries: %v, want %v", tries, got, want)
		}
	}
}

// TestLooks follows pages through what pages do: stay, change, go, come back, fail.
func TestLooks(t *testing.T) {
	w := newWorld(t, func(url string, since time.Duration) (int, string) {
		switch strings.TrimPrefix(url, site) {
		case "/rss":
			if since >= 2*hour {
				return 200, rss("stays", "edited", "gone", "down", "late", "forbidden")
			}
			return 200, rss("stays", "edited", "gone", "down", "forbidden")
		case "/edited":
			if since >= 5*hour {
				return 200, article("Eleven")
			}
		case "/gone":
			if since >= 5*hour && since < 2*day {
				return 410, "gone"
			}
		case "/down":
			if since < 3*hour {
				return 503, ""
			}
		case "/forbidden":
			return 403, ""
		}
		return 200, article("Ten")
	})
	must(t, w.run(9*day, 15*time.Minute, site+"/rss"))
	w.want(site+"/stays", 0, hour, 6*hour, day, 7*day)
	w.want(site+"/edited", 0, hour, 6*hour, day, 7*day)
	w.want(site+"/gone", 0, hour, 6*hour, day, 7*day)
	w.want(site+"/late", 2*hour, 3*hour, 8*hour, 26*hour, 2*hour+7*day)
	w.want(site+"/forbidden", 0)
	const m = time.Minute
	w.want(site+"/down", 0, 5*m, 15*m, 35*m, 75*m, 155*m, 315*m, 375*m, 675*m, 315*m+day, 315*m+7*day)
	if a := w.address(site + "/gone"); !a.GoneSince.IsZero() || a.Status != 304 {
		t.Errorf("%+v", a)
	}
	if a := w.address(site + "/forbidden"); a.Missed == nil || a.Missed.Again || a.Missed.Tries != 1 {
		t.Errorf("%+v", a)
	}
	// The feed, its change, five pages, the edited one's second text, the answer that one is gone.
	if st := w.status(); st.Captures != 2+5+1+1 || st.Articles != 6 || st.Reports != 5 || st.Gone != 0 || st.Missed != 1 {
		t.Errorf("%+v", st)
	}
	if n := len(w.asked[site+"/rss"]); n != 9*24*4+1 {
		t.Errorf("the feed was asked for %d times", n)
	}
	w.sound()
	last := w.rounds[len(w.rounds)-1]
	if last.Pages != 0 || last.Lists != 1 || last.Next.Before(noon.Add(9*day)) {
		t.Errorf("%+v", last)
	}
}

// TestOff misses looks: each page is looked at once, at the next start. The schedule is the same
// after the store was made anew.
func TestOff(t *testing.T) {
	for _, anew := range []bool{false, true} {
		w := newWorld(t, func(url string, _ time.Duration) (int, string) {
			if strings.HasSuffix(url, "/rss") {
				return 200, rss("1")
			}
			return 200, article("Ten")
		})
		again := func() {
			if anew {
				w.store += "x"
				must(t, w.ledger().Close())
			}
		}
		must(t, w.run(30*time.Minute, 15*time.Minute, site+"/rss"))
		again()
		w.now = noon.Add(7 * hour) // 1 h and 6 h have passed
		must(t, w.run(10*hour, 15*time.Minute, site+"/rss"))
		again()
		w.now = noon.Add(9 * day) // 24 h and 7 d have
		must(t, w.run(10*day, 15*time.Minute, site+"/rss"))
		w.want(site+"/1", 0, 7*hour, 9*day)
		w.sound()
	}
}

// TestCrash fails to write what was got: the next run takes it up, though the feed says nothing
// new and its server that it is unmodified.
func TestCrash(t *testing.T) {
	for failAt := 2; failAt <= 4; failAt++ {
		w := newWorld(t, func(url string, _ time.Duration) (int, string) {
			if strings.HasSuffix(url, "/rss") {
				var all []string
				for n := range 100 {
					all = append(all, fmt.Sprint(n))
				}
				return 200, rss(all...)
			}
			return 200, article(url)
		})
		w.failAt = failAt
		err := w.run(30*time.Minute, 15*time.Minute, site+"/rss")
		if (err != nil) != (failAt <= 3) || err != nil && !errors.Is(err, errPower) {
			t.Fatal(failAt, err, w.wrote)
		}
		w.failAt = 0
		must(t, w.run(31*time.Minute, 15*time.Minute, site+"/rss"))
		if st := w.status(); st.Articles != 100 {
			t.Errorf("%+v, %v", st, w.wrote)
		}
	}
}

// TestLists watches a file that is edited, lists in lists, a list with more than is taken, a page by
// itself, and a list that is gone.
func TestLists(t *testing.T) {
	w := newWorld(t, func(url string, since time.Duration) (int, string) {
		switch path := strings.TrimPrefix(url, site); path {
		case "/rss":
			return 200, rss("1", "2", "3", "4", "5")
		case "/moving": // only what is no entry changes
			return 200, strings.Replace(rss("6"), "<channel>", fmt.Sprint("<channel><pubDate>", since, "</pubDate>"), 1)
		case "/none":
			return 404, ""
		case "/map":
			return 200, `<urlset><url><loc>` + site + `/new</loc><lastmod>2026-11-25</lastmod></url><url><loc>` + site + `/old</loc><lastmod>2020-01-01</lastmod></url></urlset>`
		default:
			return 200, article(path)
		}
	})
	opml := func(paths ...string) string {
		s := "<opml><body>"
		for _, p := range paths {
			s += `<outline xmlUrl="` + site + p + `"/>`
		}
		return s + "</body></opml>"
	}
	w.files["feeds.opml"] = opml("/rss", "/moving", "/map", "/none")
	o := func(until time.Duration) {
		t.Helper()
		must(t, w.run(until, hour, "feeds.opml", site+"/page", "none.opml"))
	}
	o(30 * time.Minute)
	w.want(site+"/page", 0)
	w.want(site + "/old")
	w.want(site+"/new", 0)
	w.files["feeds.opml"] = opml("/rss", "/moving", "/map", "/none", "/other")
	o(2 * hour)
	w.want(site+"/page", 0, hour)
	w.want(site+"/none", 0)
	o(8 * hour)
	w.want(site+"/none", 0, 6*hour)
	w.sound()
	if got := w.events[pipeline.Captured]; got != 2+3+7+1 {
		t.Errorf("%d captures: %v", got, w.events)
	}
}

// TestYear watches for a year.
func TestYear(t *testing.T) {
	w := newWorld(t, func(url string, since time.Duration) (int, string) {
		if strings.HasSuffix(url, "/rss") {
			return 200, rss(fmt.Sprint(int(since / (3 * day))))
		}
		return 200, article(url)
	})
	began := time.Now()
	must(t, w.run(365*day, day, site+"/rss"))
	t.Logf("%v, %d requests", time.Since(began), len(w.asked))
	for n := range 365/3 - 3 {
		d := time.Duration(n) * 3 * day
		w.want(fmt.Sprint(site, "/", n), d, d+hour, d+6*hour, d+day, d+7*day)
	}
	w.sound()
}

// TestWithdrawn leaves alone what was withdrawn, though the feed leads there, the page is another by
// now, and a look is due.
func TestWithdrawn(t *testing.T) {
	w := newWorld(t, func(url string, since time.Duration) (int, string) {
		switch {
		case strings.HasSuffix(url, "/rss"):
			return 200, strings.Replace(rss("1", "2"), "<link>", fmt.Sprint("<title>", since, "</title><link>"), 1)
		case since >= hour && since < 2*hour:
			return 404, ""
		}
		return 200, article(url) + since.String()
	})
	must(t, w.run(90*time.Minute, 15*time.Minute, site+"/rss"))
	l := w.ledger()
	_, _, err := l.Withdraw(context.Background(), w.address(site+"/1").Capture, "", "a court's order")
	must(t, errors.Join(err, l.Close()))
	must(t, w.run(10*day, hour, site+"/rss"))
	w.want(site+"/1", 0, hour)
	w.want(site+"/2", 0, hour, 6*hour, day, 7*day)
	w.sound()
}

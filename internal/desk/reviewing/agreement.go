package reviewing

import (
	"fmt"

	"riwaya/internal/desk/site"
	"riwaya/internal/review"
	"riwaya/internal/review/queue"
)

// agreementPage is what the template shows of how far reviewers agree.
type agreementPage struct {
	course
	Least   int
	All     []agreement
	Differ  []queued
	Count   int
	Reviews int // decisions that hold
}

type agreement struct {
	review.Agreement
	Number, Interval string
}

// mostListed is how many disagreements the page lists; the queue has all.
const mostListed = 50

func showAgreement(r *site.Request) error {
	c := courseOf(r)
	log, err := r.Shelf().Decisions(r.Context())
	if err != nil {
		return err
	}
	p := agreementPage{course: c, Least: review.Least}
	for _, a := range log.Agreements() {
		one := agreement{Agreement: a}
		if a.Alpha != nil {
			one.Number, one.Interval = fmt.Sprintf("%.2f", *a.Alpha), fmt.Sprintf("%.2f – %.2f", *a.Low, *a.High)
		}
		p.All = append(p.All, one)
	}
	for _, e := range log.Entries() {
		if e.Undoes == nil && e.By == 0 {
			p.Reviews++
		}
	}
	var differ []queue.Item
	for _, d := range log.Disagreements() {
		if p.Count++; p.Count <= mostListed {
			differ = append(differ, queue.Item{Ref: d.Ref, Layer: d.Layer, Reasons: []queue.Reason{{Kind: queue.Disputed, Fields: d.Fields}}})
		}
	}
	if p.Differ, err = items(r, c, differ); err != nil {
		return err
	}
	return r.Show("review-agreement", r.Say("agreement.title"), p)
}

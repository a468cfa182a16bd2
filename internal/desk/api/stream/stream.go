// Package stream is the answer of the API that stays open: what is happening, as it happens.
//
// It promises that who does not take what is sent is dropped, that only so many look on at once, and that who
// was logged out hears no more.
package stream

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"riwaya/internal/desk/api/operation"
	"riwaya/internal/desk/guard"
	"riwaya/internal/desk/login"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/work"
)

// What an open answer may take.
const (
	beat     = 15 * time.Second // between two signs of life
	slow     = 10 * time.Second // who does not take an event in that time is dropped
	streams  = 64               // at once
	longest  = 2 * time.Hour    // then a client comes anew, and says who it is
	lookOnce = 2 * time.Second  // between two looks whether the ledger has more
)

// Add adds it to the operations of the API.
func Add(set *operation.Set, s *site.Site) {
	open := make(chan struct{}, streams)
	stream200 := &huma.Response{Description: "A stream that stays open", Content: map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Type: huma.TypeString}}}}
	operation.Add(set, operation.Operation{Method: http.MethodGet, Path: "/events", ID: "events", Tag: "events", Summary: "What is happening, as it happens", Least: login.Reader, Open: true,
		About: "Server-sent events (HTML, 9.2). edition: the ledger has more, {\"edition\": leaves of its log}; step: something happened in a job, {\"job\", \"state\", \"kind\", \"id\"}. " +
			"A comment comes every 15 seconds. Events have no numbers: after a break, ask for the lists anew. Who does not take them is dropped.",
		Answers: map[string]*huma.Response{"200": stream200}}, func(ctx context.Context, _ *struct{}) (*huma.StreamResponse, error) {
		select {
		case open <- struct{}{}:
		default:
			return nil, huma.Error503ServiceUnavailable("too many look on")
		}
		var steps <-chan work.Step
		end := func() {}
		if s.Board != nil {
			var err error
			if steps, end, err = s.Board.Look(); err != nil {
				<-open
				return nil, huma.Error503ServiceUnavailable("too many look on")
			}
		}
		return &huma.StreamResponse{Body: func(c huma.Context) {
			defer func() { end(); <-open }()
			r, w := humago.Unwrap(c)
			guard.Unhold(r)
			(&stream{site: s, r: r, w: w, control: http.NewResponseController(w)}).run(steps)
		}}, nil
	})
}

// stream is one open answer.
type stream struct {
	site    *site.Site
	r       *http.Request
	w       http.ResponseWriter
	control *http.ResponseController
}

func (s *stream) run(steps <-chan work.Step) {
	s.w.Header().Set("Content-Type", "text/event-stream")
	s.w.Header().Set("X-Accel-Buffering", "no")
	s.w.WriteHeader(http.StatusOK)
	beats, looks, end := time.NewTicker(beat), time.NewTicker(lookOnce), time.NewTimer(longest)
	defer beats.Stop()
	defer looks.Stop()
	defer end.Stop()
	edition := s.site.Shelf.Edition()
	ok := s.send("edition", edited{edition})
	for ok {
		select {
		case <-s.r.Context().Done():
			return
		case <-end.C:
			return
		case step := <-steps:
			ok = s.send("step", step)
		case <-looks.C:
			if now := s.site.Shelf.Edition(); now != edition {
				edition = now
				ok = s.send("edition", edited{now})
			}
		case <-beats.C:
			// Who was logged out, or is a reader no more, hears no more.
			ok = (s.site.Gate == nil || s.site.Gate.Still(s.r, login.Reader)) && s.write(": \n\n")
		}
	}
}

type edited struct {
	Edition int64 `json:"edition"`
}

func (s *stream) send(event string, data any) bool {
	b, err := json.Marshal(data) // on one line, as an event's data must be
	return err == nil && s.write(fmt.Sprintf("event: %s\ndata: %s\n\n", event, b))
}

// write is false where the client takes nothing any more.
func (s *stream) write(text string) bool {
	if err := s.control.SetWriteDeadline(s.site.Now().Add(slow)); err != nil && s.r.ProtoMajor > 0 {
		return false
	}
	if _, err := s.w.Write([]byte(text)); err != nil {
		return false
	}
	return s.control.Flush() == nil
}

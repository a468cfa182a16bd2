package riwaya

// Time is an expression that places something in calendar or clock time.
type Time struct {
	ID    string `json:"id"`
	Span  Spans  `json:"span"`
	Text  string `json:"text"`
	Value string `json:"value"` // as in TIMEX3
	Type  string `json:"type"`  // DATE, TIME, DURATION, SET
	Rule  string `json:"rule"`
}

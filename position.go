package riwaya

// Position is where an institution stands, in its own words or the article's.
type Position struct {
	ID         string   `json:"id"`
	Actor      string   `json:"actor"`
	Span       Spans    `json:"span"`
	Stance     string   `json:"stance"`
	Content    Matter   `json:"content"`
	Conditions []string `json:"conditions"`
	Claim      *string  `json:"claim"`
	Confidence float64  `json:"confidence"`
	Rule       string   `json:"rule"`
}

// Matter is what a position is about.
type Matter struct {
	Spans Spans  `json:"spans"`
	Text  string `json:"text"`
}

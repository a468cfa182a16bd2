package riwaya

// Figure is one quantity of people or things, as the text prints it. Nothing is
// ever added up or averaged.
type Figure struct {
	ID         string   `json:"id"`
	Span       Spans    `json:"span"`
	Text       string   `json:"text"`
	Noun       *string  `json:"noun"`
	Op         string   `json:"op"`    // exact, about, at_least, more_than, at_most, less_than, range, vague
	Low        *float64 `json:"low"`   // as printed; null = open
	High       *float64 `json:"high"`  // as printed; null = open
	Unit       *string  `json:"unit"`  // for what is no count: %, USD, km, km2, m, tonne, year, month, day, hour
	Total      *float64 `json:"total"` // Y of "X out of Y"
	Group      string   `json:"group"`
	Predicate  string   `json:"predicate"`
	Of         *string  `json:"of"`
	Scope      string   `json:"scope"` // incident, cumulative, stock
	Since      *string  `json:"since"`
	PartOf     *string  `json:"part_of"`
	Place      *string  `json:"place"`
	Time       *string  `json:"time"`
	Claim      *string  `json:"claim"`
	Confidence float64  `json:"confidence"`
	Rule       string   `json:"rule"`
}

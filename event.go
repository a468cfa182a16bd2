package riwaya

// Event is something that an actor does to or with another; told several times in
// one article it is one event with several mentions.
type Event struct {
	ID         string    `json:"id"`
	Span       Spans     `json:"span"`
	Text       string    `json:"text"`
	Type       string    `json:"type"`
	Mode       *string   `json:"mode"`
	ACLED      *ACLED    `json:"acled"`
	CAMEO      *string   `json:"cameo"`
	Actors     []string  `json:"actors"`
	Targets    []string  `json:"targets"`
	Parties    []Party   `json:"parties"`
	Place      *string   `json:"place"`
	Time       *string   `json:"time"`
	Figures    []string  `json:"figures"`
	Status     string    `json:"status"`
	Claim      *string   `json:"claim"`
	Mentions   []Mention `json:"mentions"`
	Confidence float64   `json:"confidence"`
	Rule       string    `json:"rule"`
}

// ACLED is the event's place in the ACLED codebook.
type ACLED struct {
	EventType    string `json:"event_type"`
	SubEventType string `json:"sub_event_type"`
}

// Party is an actor's part in an event, and who says so.
type Party struct {
	Actor    string  `json:"actor"`
	Role     string  `json:"role"`     // agent, target
	Standing string  `json:"standing"` // reported, self-claimed, accused, denied
	Claim    *string `json:"claim"`
}

// Mention is one telling of an event.
type Mention struct {
	Span   Spans   `json:"span"`
	Text   string  `json:"text"`
	Claim  *string `json:"claim"`
	Status string  `json:"status"`
}

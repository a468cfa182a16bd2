package riwaya

// Question is what figures of several reports answer in common: how many of whom something
// happened to, where, and in which happening or since when. The toll of one attack, the toll
// since a date and how many there are at a time are different questions, and so are a whole
// and a part of it.
type Question struct {
	ID        string `json:"id"` // "q-" and ten characters, by what is asked and not by the answers
	Predicate string `json:"predicate"`
	Group     string `json:"group"`
	// Scope is that of its figures: incident, cumulative, stock.
	Scope string         `json:"scope"`
	Part  bool           `json:"part"` // of a larger figure ("among them 5 children")
	Unit  *string        `json:"unit"` // for what is no count, else null
	Of    *string        `json:"of"`   // whose: the lexicon's id, else null
	Place *QuestionPlace `json:"place"`
	// From and To are the first and the last day of what is counted (2006-01-02), as the texts
	// or the incident have it; null where they do not say.
	From      *string    `json:"from"`
	To        *string    `json:"to"`
	Since     *string    `json:"since"`    // of a toll since a date: the date as TIMEX3 has it, else null
	Incident  *string    `json:"incident"` // whose events join the figures, else null
	Accounts  []Account  `json:"accounts"` // by what they first gave: the earliest first
	Relations []Relation `json:"relations"`
	Summary   Summary    `json:"summary"`
}

// QuestionPlace is where: one place under all its spellings.
type QuestionPlace struct {
	Name      string   `json:"name"` // in English where the gazetteer has it, else as a text spells it
	GeoNames  *int     `json:"geonames"`
	Country   *string  `json:"country"` // ISO 3166-1 alpha-2
	Lat       *float64 `json:"lat"`     // WGS 84, degrees
	Lon       *float64 `json:"lon"`
	Precision string   `json:"precision"` // as Place.Precision
	Spelled   []string `json:"spelled"`   // as the texts write it, in the order of the alphabet
}

// Account is what one teller answers to one question over time.
type Account struct {
	By Teller `json:"by"`
	// Figures are what it gave, the latest last; the same figure in several reports is in it
	// once for each of them.
	Figures []Given `json:"figures"`
}

// The kinds of teller beside those of [SourceKinds].
const (
	TellerOutlet = "outlet" // an outlet's own narration, with no credit
	TellerCredit = "credit" // narration of a report that credits whom it has it from
)

// Teller is who gives a figure. A private person is "a witness" and has no name.
type Teller struct {
	Key   string  `json:"key"`   // what joins its figures: the lexicon's id, or a name without its spelling's variants
	Name  string  `json:"name"`  // the lexicon's, else as the first report has it
	Actor *string `json:"actor"` // the lexicon's id, else null
	Kind  string  `json:"kind"`
	// Named says that it is somebody in particular. Of the others one may be several, or
	// several one.
	Named bool `json:"named"`
}

// Where the time of a figure is from.
const (
	GivenStated    = "stated"    // the text says when it was said
	GivenPublished = "published" // the report's publication
	GivenSeen      = "seen"      // only when the report was first met: it was given no later
)

// Given is one figure of one report as an answer.
type Given struct {
	Article string   `json:"article"`
	Figure  string   `json:"figure"` // its ID in the article's record: there it has its place in the text
	Span    Spans    `json:"-"`      // in the article's text
	Text    string   `json:"text"`   // as printed
	Op      string   `json:"op"`
	Low     *float64 `json:"low"` // as printed; null = open
	High    *float64 `json:"high"`
	Total   *float64 `json:"total"` // Y of "X out of Y"
	Noun    *string  `json:"noun"`
	Group   string   `json:"group"` // the record's, where the question joins several
	At      string   `json:"at"`    // when it was given, as exactly as known: 2006-01-02 or RFC 3339; "" where nothing says
	AtFrom  string   `json:"at_from"`
	Claim   *string  `json:"claim"`   // null: the report's own narration
	Hedged  bool     `json:"hedged"`  // its claim is hedged, or one of believing or expecting
	Outlet  string   `json:"outlet"`  // whose report it is; "" where nobody knows
	Through []string `json:"through"` // whom the report has it through, nearest the reader first: agencies, papers
	Spelled string   `json:"spelled"` // the place as the text has it, "" where the figure has none of its own
	Why     string   `json:"why"`     // how it comes to the question
}

// How a figure comes to a question.
const (
	WhyIncident = "incident"         // an event that the figure belongs to is one of the incident's
	WhyPlaceDay = "place and day"    // its text has both
	WhyReport   = "same report"      // its report counts such people of no other happening, and a figure there allows it
	WhySame     = "same figure"      // the same figure of the same report, there with its place
	WhyFigure   = "place and figure" // the only question of that place and those days with this very figure
	WhyNamed    = "named"            // it has neither place nor day, and of the places that its report names one has a question with this very figure
	WhyArea     = "area"             // a toll or a stock of that place
)

// FigureRef is figure Figure of account Account, both from 0.
type FigureRef struct {
	Account int `json:"account"`
	Figure  int `json:"figure"`
}

// Relation is how two accounts stand to one another, by the figures named, or two figures of
// one account.
type Relation struct {
	A    FigureRef `json:"a"`
	B    FigureRef `json:"b"`
	Kind string    `json:"kind"`
	// Cause is, of a contradiction, the likely one; else "".
	Cause string `json:"cause"`
	Why   string `json:"why"` // what shows it
}

// The kinds of relation.
const (
	RelationAgree      = "agree"  // their bounds overlap
	RelationRefine     = "refine" // the bounds of B lie inside those of A
	RelationUpdate     = "update" // the same teller, B later
	RelationContradict = "contradict"
)

// The likely causes of a contradiction.
const (
	CauseTime        = "another time"
	CauseScope       = "another scope"      // dead with or without attackers, dead with injured
	CauseDefinition  = "another definition" // civilians for people, bodies for dead
	CauseUnexplained = "unexplained"
)

// Summary is a question at a glance. Nothing in it is added up or averaged: each figure is one
// that somebody gave.
type Summary struct {
	Lowest  *FigureRef `json:"lowest"`  // by its lower bound; vague figures only where no other is given
	Highest *FigureRef `json:"highest"` // by its upper bound, open ones by their lower
	Newest  *FigureRef `json:"newest"`  // of those given last, by the most direct teller
	// NewestBySeen says that the newest is so only by when its report was first met.
	NewestBySeen bool `json:"newest_by_seen"`
	Reports      int  `json:"reports"`
	Outlets      int  `json:"outlets"`
	Tellers      int  `json:"tellers"` // named ones; the others may be one or several
	Unnamed      int  `json:"unnamed"`
}

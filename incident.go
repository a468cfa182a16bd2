package riwaya

// Incident is one happening as one report or several tell it: events of the same kind, day, place and
// parties. Nothing in it is added up or averaged: each value is one that a report states.
type Incident struct {
	// ID is "i-" and ten base-32 characters made from the event that founded it.
	ID string `json:"id"`
	// Aliases are the IDs of incidents that turned out to be this one.
	Aliases []string `json:"aliases"`
	// Story is the ID of the story that most of its reports are of; Stories are all.
	Story   string   `json:"story"`
	Stories []string `json:"stories"`

	// Type, Mode and ACLED are those of its events that say most exactly what happened, as most
	// of these have them.
	Type   string  `json:"type"`
	Mode   *string `json:"mode"`
	ACLED  *ACLED  `json:"acled"`
	Status string  `json:"status"` // happened; ongoing where no report says it is over

	// First and Last are the days (2006-01-02) between which it happened, the same where the day is
	// known; First is "" where only the latest is known, both where nothing is.
	First string `json:"first"`
	Last  string `json:"last"`
	// Seen says that the days are counted from when reports were first seen, and that these may have
	// appeared days before.
	Seen bool `json:"seen"`
	// TimePrecision is ACLED's: 1 a day, 2 a week, 3 a month; 0 where it is less exact.
	TimePrecision int `json:"time_precision"`
	// DatePrec is that of UCDP's GED: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year; 0
	// where it is less exact.
	DatePrec int `json:"date_prec"`

	// Place is where, nil where no report says.
	Place *IncidentPlace `json:"place"`
	// GeoPrecision is ACLED's: 1 a town, 2 near a town or part of a region, 3 a larger region.
	GeoPrecision int `json:"geo_precision"`
	// WherePrec is that of UCDP's GED: 1 the place itself, 2 within some 25 km of it, 3 a district, 4
	// a province, 5 another region, 6 a country; 0 where nothing is known.
	WherePrec int `json:"where_prec"`

	Events  []IncidentEvent  `json:"events"`  // in the order of their reports
	Parties []IncidentParty  `json:"parties"` // those that most reports name first
	Figures []IncidentFigure `json:"figures"`
	// Left are numbers that reports state beside it and that are none of its figures, and why.
	Left []IncidentLeft `json:"left"`

	// Confidence is how sure it is that all of it is one happening, from 0 to 1: that of its
	// least sure event; 1 of a single one.
	Confidence float64 `json:"confidence"`
}

// IncidentPlace is where an incident happened, as the report says that says it most exactly.
type IncidentPlace struct {
	Key       string   `json:"key"`     // what spellings of one place have in common: its name and country
	Name      string   `json:"name"`    // as a source of places has it, else as the report
	NameAr    string   `json:"name_ar"` // a spelling of it in a report
	Country   *string  `json:"country"`
	Admin1    *string  `json:"admin1"`
	Admin2    *string  `json:"admin2"`
	Lat       *float64 `json:"lat"`
	Lon       *float64 `json:"lon"`
	GeoNames  *int     `json:"geonames"`
	Precision string   `json:"precision"` // as of [Place]
	Spellings []string `json:"spellings"` // all that its reports have, in order
	Article   string   `json:"article"`   // where it stands
	Place     string   `json:"place"`     // the ID of the finding
}

// IncidentEvent is one report's telling, and why it is of the incident.
type IncidentEvent struct {
	Article string `json:"article"`
	Event   string `json:"event"` // the ID of the finding
	// Why names what it has in common with the incident: see the constants. Empty of the first.
	Why        []string `json:"why"`
	Confidence float64  `json:"confidence"`
}

// Why an event is of an incident.
const (
	SamePlace  = "same place"
	NearPlace  = "place nearby"
	InPlace    = "one place inside the other"
	SameDay    = "same day"
	DayFits    = "day fits"
	SameFigure = "same figure"
	SameParty  = "same party"
	SameKind   = "same kind"
	SameStory  = "same story"
	SameWords  = "same words"          // of a copied passage
	LikeWords  = "much the same words" // of a sentence that was rewritten
	OnlyOne    = "nothing else fits"   // in its report or its story
)

// IncidentParty is an actor's part in an incident as one or more reports have it.
type IncidentParty struct {
	Actor    string   `json:"actor"` // its ID; of an actor that is in no lexicon that of one article
	Name     string   `json:"name"`  // as the lexicon has it, else as the article
	Kind     string   `json:"kind"`
	Country  *string  `json:"country"`
	Role     string   `json:"role"`     // agent, target
	Standing string   `json:"standing"` // reported, self-claimed, accused, denied
	Articles []string `json:"articles"`
	By       []string `json:"by"` // who says so, where reports do not say it themselves
}

// IncidentFigure is what reports count of one group of people in an incident under one predicate: the lowest and the
// highest number, vague ones ("tens") left aside where there are others. A part of another figure ("among them five
// children") is none of them. Policemen and civilians killed are two, and no number of the one disputes one of the other.
type IncidentFigure struct {
	Predicate string         `json:"predicate"`
	Group     string         `json:"group"` // as of [Figure]
	Of        string         `json:"of"`    // whose armed men or police they are, by name; "" where that is not said
	Lowest    IncidentNumber `json:"lowest"`
	Highest   IncidentNumber `json:"highest"`
	// Numbers are all that there are, in the order of the reports.
	Numbers []IncidentNumber `json:"numbers"`
}

// IncidentLeft is a number that a report gives in telling of an incident and that is not taken for one of it.
type IncidentLeft struct {
	Predicate string         `json:"predicate"`
	Group     string         `json:"group"`
	Number    IncidentNumber `json:"number"`
	Why       string         `json:"why"` // in English
}

// All reports whether all are counted to whom it happened, and no group of them.
func (f *IncidentFigure) All() bool { return f.Group == "people" }

// IncidentNumber is a number that a report states.
type IncidentNumber struct {
	Value   float64 `json:"value"` // the figure's bound: low, or high where that is all there is
	Op      string  `json:"op"`    // as of [Figure]
	Text    string  `json:"text"`
	Article string  `json:"article"`
	Figure  string  `json:"figure"` // the ID of the finding
	By      string  `json:"by"`     // who gave it, "" where the report says it itself
}

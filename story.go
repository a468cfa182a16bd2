package riwaya

// Story is the reports about one matter within a span of time, in any language. It is made by
// what the reports have in common, and a person may split and merge it: see [Ruling].
type Story struct {
	// ID is "s-" and ten base-32 characters made from the report that founded it: it stays when
	// others join.
	ID string `json:"id"`
	// Aliases are the IDs of stories that turned out to be this one, oldest first.
	Aliases []string `json:"aliases"`
	// Reports are in the order in which they came in; the first founded the story.
	Reports []StoryReport `json:"reports"`
	// First and Last are the days (2006-01-02) of its earliest and its latest report, each as
	// good as [StoryReport.Seen] says; "" where no report has a day.
	First string `json:"first"`
	Last  string `json:"last"`
	// Outlets are in alphabetical order, each once; reports that state none have none here.
	Outlets []string `json:"outlets"`
	// About is what most of its reports have in common and few others around them do: why it is
	// one story. The most telling come first; empty for a single report.
	About []Mark `json:"about"`
}

// StoryReport is a report in a story, and why it is there.
type StoryReport struct {
	Article string `json:"article"`
	Outlet  string `json:"outlet"` // "" where none is stated
	// Day is when it appeared, 2006-01-02; where that is unknown it is when it was first seen and
	// Seen is true: the report may be days older. "" where neither is known.
	Day  string `json:"day"`
	Seen bool   `json:"seen"`
	// With is the report of the story that it is most like, "" for the one that founded it.
	With string `json:"with"`
	// Likeness is how alike the two are, from 0 to 1: what they share, copied passages and what happened
	// counted in.
	Likeness float64 `json:"likeness"`
	// Why are the constants below that apply.
	Why string `json:"why"`
	// Shared is what the two have in common, the most telling first.
	Shared []Mark `json:"shared"`
	// Marks are what tells this report from the others of its days.
	Marks []Mark `json:"marks"`
}

// Why a report is in a story.
const (
	StoryFounded = "founded" // it is like none before it
	StoryCopy    = "copy"    // it shares most of its text with one of the story
	StoryLike    = "like"    // it shares what is rare in its days
	StoryRuled   = "ruled"   // a person said so
)

// Mark is one thing that a report is about.
type Mark struct {
	Kind string `json:"kind"` // one of the constants
	// Value is the word as it is compared; the place's name; the actor's ID; the event's type and
	// place; the figure's predicate and number.
	Value string `json:"value"`
}

// The kinds of a mark.
const (
	MarkTerm   = "term"
	MarkPlace  = "place"
	MarkActor  = "actor"
	MarkEvent  = "event"
	MarkFigure = "figure"
)

// Ruling is what a person decided about stories. It names reports and not stories, so that it
// holds however the stories are made anew.
type Ruling struct {
	ID   string `json:"id"`   // whoever keeps it gives it; unlike all others
	Kind string `json:"kind"` // one of the constants
	// Reports are article IDs: those that are split off, to be one story by themselves; or those
	// whose stories are one.
	Reports []string `json:"reports"`
	Undoes  string   `json:"undoes"` // of an undoing: the ID of the ruling that holds no more
	By      string   `json:"by"`     // a pseudonym, "" where none was given
	At      string   `json:"at"`     // RFC 3339, as it was noted; never looked at
	Note    string   `json:"note"`
}

// The kinds of a ruling.
const (
	RulingSplit = "split"
	RulingMerge = "merge"
	RulingUndo  = "undo"
)

package riwaya

// ClaimRef names one claim of one report: the article's ID in the ledger, and the claim's ID.
type ClaimRef struct {
	Article string `json:"article"`
	Claim   string `json:"claim"`
}

// Statement is one saying, as several reports have it: claims with the same source and the same
// content, or the same quote up to wording.
type Statement struct {
	ID       string     `json:"id"`       // "st-", of its claim that comes first by IDs
	Source   Source     `json:"source"`   // as the claim that says most about it has it
	Claims   []ClaimRef `json:"claims"`   // every one, in the order of IDs
	Variants []Variant  `json:"variants"` // the commonest wording first
}

// Variant is one wording of a statement. Wordings that differ only in spelling, clitics and
// punctuation are one.
type Variant struct {
	Text   string     `json:"text"` // as its first claim has it
	Mode   string     `json:"mode"` // of the content: direct, indirect, mixed
	Claims []ClaimRef `json:"claims"`
}

// Evidence is a place in the ledger: words of one article.
type Evidence struct {
	Article string `json:"article"` // its ID in the ledger
	Spans   Spans  `json:"spans"`   // in its text
}

// Node is one stop of a chain: a report, an outlet or an agency, or a source.
type Node struct {
	Kind    string  `json:"kind"`    // one of the constants
	Name    string  `json:"name"`    // the lexicon's, else what the text says; "" where nobody is named
	Actor   *string `json:"actor"`   // the lexicon's id, else null
	Article *string `json:"article"` // of a report; null where none of it is in the ledger
	Private bool    `json:"private"` // a private person, not to be shown by name
}

// What a stop of a chain is.
const (
	NodeReport = "report"
	NodeOutlet = "outlet" // an outlet or an agency of which the ledger has no report of this
	NodeSource = "source"
)

// ChainHop is one hop of a chain, from what is nearer the reader to what is nearer the origin,
// with the words it was read from.
type ChainHop struct {
	Relation string     `json:"relation"` // publishes, credits, copies, attributes, cites
	From     Node       `json:"from"`
	To       Node       `json:"to"`
	Evidence []Evidence `json:"evidence"` // none for publishes: there it is the capture
	// Uncredited: the text is that of To, and From does not say so.
	Uncredited bool `json:"uncredited"`
	// Undirected: the two share text, and nothing says which had it first.
	Undirected bool   `json:"undirected"`
	Why        string `json:"why"` // of a copy, as in Copy; how it was said, for cites: told, wrote, said, medium
	// Also are other reports that From may as well have copied from.
	Also []string `json:"also"`
}

// The relations of a chain's hops.
const (
	RelationPublishes  = "publishes"
	RelationCredits    = "credits"
	RelationCopies     = "copies"
	RelationAttributes = "attributes"
	RelationCites      = "cites"
)

// Chain is the way from a report, or from a claim in it, to an origin.
type Chain struct {
	Article string     `json:"article"`
	Claim   *string    `json:"claim"` // null: of what the report tells in its own words
	Hops    []ChainHop `json:"hops"`
	End     Origin     `json:"end"`
}

// Origin is where chains end.
type Origin struct {
	// Key is the same for what is the same origin in any report: by the lexicon's id, else by
	// name. "" where that cannot be told, as of unnamed sources and private persons.
	Key   string  `json:"key"`
	Kind  string  `json:"kind"` // one of the constants
	Name  string  `json:"name"` // "" where nobody is named
	Actor *string `json:"actor"`
	// Of is whose speaker it is: the name of the institution, where the text says so.
	Of    *string `json:"of"`
	OfKey string  `json:"of_key"` // the Key that the institution has as an origin
	// Medium is through what it was said, as the text has it: a statement, an interview.
	Medium *string `json:"medium"`
	// Source is the record's kind of source (government, witness, …); "" for an outlet.
	Source  string `json:"source"`
	Private bool   `json:"private"` // a private person, not to be shown by name
	// Known: the chain ends here. Otherwise the text does, and this is the last known hop.
	Known bool `json:"known"`
	// Shared: it may be another of the list, so that it counts in AtMost only.
	Shared   bool       `json:"shared"`
	Articles []string   `json:"articles"` // whose chains end here, in the order of IDs
	Claims   []ClaimRef `json:"claims"`   // by which they do
}

// The kinds of an origin.
const (
	OriginSpeaker     = "speaker" // a named person
	OriginInstitution = "institution"
	OriginDocument    = "document"
	OriginEyewitness  = "eyewitness" // a journalist of a named outlet who was there
	OriginUnnamed     = "unnamed"
	OriginOutlet      = "outlet" // never a true end: an outlet's or agency's own narration
)

// Origins says from how many independent origins something comes. Never print the numbers
// without the scope.
type Origins struct {
	AtLeast int      `json:"at_least"` // what could be one is taken as one
	AtMost  int      `json:"at_most"`  // each its own, but for what surely is one
	List    []Origin `json:"list"`     // named ones first
	Named   int      `json:"named"`    // how many of the list are named and a true end
	Merges  []Merge  `json:"merges"`
	Scope   Scope    `json:"scope"`
}

// Merge is a reason for counting ends of chains as one.
type Merge struct {
	What   []string `json:"what"`   // the names of what was merged, or what was said of them
	Surely bool     `json:"surely"` // they are one; otherwise they only could be
	Why    string   `json:"why"`    // the reason's key in the texts
	Args   []string `json:"args"`   // what stands in the reason: {0}, {1} …
	Reason string   `json:"reason"` // in plain words
}

// Scope is among what was counted.
type Scope struct {
	Reports int      `json:"reports"`
	Outlets int      `json:"outlets"`
	Nowhere int      `json:"nowhere"` // reports of no known outlet
	From    *string  `json:"from"`    // the first and the last day of publication, 2006-01-02,
	To      *string  `json:"to"`      // null where no report has one
	Undated int      `json:"undated"` // reports without
	Cited   []string `json:"cited"`   // outlets and agencies named as sources, with no report here
	Words   string   `json:"words"`   // all that in a sentence
}

// Change is a difference between two wordings of the same thing, from the one nearer the
// origin to the one nearer the reader.
type Change struct {
	Kind string `json:"kind"` // one of the constants
	// Edge says between what it stands: a passage of two copies, two claims of one statement,
	// two versions of one report, or sentences that run alike.
	Edge      string   `json:"edge"`
	Statement *string  `json:"statement"` // the statement's ID, for its edges
	Directed  bool     `json:"directed"`  // From is surely the older; otherwise neither is known to be
	From      Evidence `json:"from"`
	To        Evidence `json:"to"`
	FromText  string   `json:"from_text"` // the words; "" where they were added
	ToText    string   `json:"to_text"`   // "" where they were dropped
	Was       string   `json:"was"`       // what they say, as it was compared: a number, a class, a day; may be ""
	Is        string   `json:"is"`
	Weight    float64  `json:"weight"` // from 0 to 1: the more telling, the higher
	Why       string   `json:"why"`    // the reason's key in the texts
	Args      []string `json:"args"`   // what stands in the reason: {0}, {1} …
	Reason    string   `json:"reason"` // in plain words
}

// The kinds of a change.
const (
	ChangeNumber      = "number"
	ChangeUnit        = "unit"
	ChangeDate        = "date"
	ChangePlace       = "place"
	ChangeName        = "name"
	ChangePredicate   = "predicate" // under the same number
	ChangeHedge       = "hedge"
	ChangeAttribution = "attribution" // dropped or added
	ChangeClass       = "class"       // said, confirmed, claimed
	ChangeQuote       = "quote"       // altered or cut
	ChangeSpeaker     = "speaker"     // the same words, said by another
	ChangeLoaded      = "loaded"
)

// Between what a change stands.
const (
	EdgeCopy      = "copy"
	EdgeStatement = "statement"
	EdgeVersion   = "version"
	EdgeAlike     = "alike" // sentences in much the same words, too short or too loose to be a copy
)

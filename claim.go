package riwaya

import "strings"

// Claim is one stretch of content that a text attributes to a source.
type Claim struct {
	ID         string   `json:"id"`
	Source     Source   `json:"source"`
	Cue        Cue      `json:"cue"`
	Content    Content  `json:"content"`
	Hedges     []string `json:"hedges"`
	Negated    bool     `json:"negated"`
	Medium     *string  `json:"medium"`    // how or to whom it was said, as the text has it
	Addressee  *string  `json:"addressee"` // whom a demand, warning or accusation is put to
	Parent     *string  `json:"parent"`    // the claim in whose content this one stands
	Chain      []Hop    `json:"chain"`     // nearest the reader first
	Confidence float64  `json:"confidence"`
	Rule       string   `json:"rule"`
}

// PutTo is the length of the words of whom the claim is put to, where they stand in the text at that offset, between its cue and its
// content; 0 where they do not.
func (c *Claim) PutTo(text string, at int) int {
	if c.Addressee == nil || len(c.Cue.Spans) == 0 || len(c.Content.Spans) == 0 || at < c.Cue.Spans[0].End || at >= c.Content.Spans[0].Start || !strings.HasPrefix(text[at:], *c.Addressee) {
		return 0
	}
	return len(*c.Addressee)
}

// ClaimOf is the claim of a record with that ID, nil where there is none.
func (r *Record) ClaimOf(id *string) *Claim {
	for i := range r.Claims {
		if id != nil && r.Claims[i].ID == *id {
			return &r.Claims[i]
		}
	}
	return nil
}

// ActorOf is the actor of a record with that ID, nil where there is none.
func (r *Record) ActorOf(id *string) *Actor {
	for i := range r.Actors {
		if id != nil && r.Actors[i].ID == *id {
			return &r.Actors[i]
		}
	}
	return nil
}

// Teller is the claim by whose source the numbers of a claim are told. Of a document that has no name in the lexicon, and of which another
// claim tells ("first findings show, said the minister"), it is that one; of who condemns something as known it is none: how the thing is described,
// with its toll, is the report's.
func (r *Record) Teller(c *Claim) *Claim {
	for range r.Claims {
		parent := (*Claim)(nil)
		if c != nil && c.Source.Kind == "document" && c.Source.Actor == nil {
			parent = r.ClaimOf(c.Parent)
		}
		if parent == nil {
			break
		}
		c = parent
	}
	if c != nil && c.Cue.Class == "condemn" {
		return nil
	}
	return c
}

// Source is who a claim is attributed to. An elided source has no spans; its
// names are those of the source it was resolved to, empty where that is unsure.
type Source struct {
	Spans     Spans   `json:"spans"`
	Text      string  `json:"text"`
	Kind      string  `json:"kind"`
	Anonymous bool    `json:"anonymous"`
	Private   bool    `json:"private"`
	Elided    bool    `json:"elided"`
	Name      *string `json:"name"`    // from the lexicon, else null
	NameAr    *string `json:"name_ar"` // what the article calls it
	Actor     *string `json:"actor"`   // the lexicon's id, or that of the record's actor, else null
}

// Cue is the shortest word that attributes, with its clitics as written.
type Cue struct {
	Spans Spans  `json:"spans"`
	Text  string `json:"text"`
	Lemma string `json:"lemma"`
	Class string `json:"class"`
}

// Content is what is attributed, without the complementiser and without the
// outer quotation marks.
type Content struct {
	Spans Spans  `json:"spans"`
	Text  string `json:"text"`
	Mode  string `json:"mode"`
}

// The modes of a content.
const (
	ModeDirect   = "direct"
	ModeIndirect = "indirect"
	ModeMixed    = "mixed"
)

// Classes are the values of a cue's class.
var Classes = []string{"assert", "announce", "confirm", "claim", "deny", "accuse", "warn", "expect",
	"believe", "demand", "promise", "threaten", "ask", "agree", "reject", "condemn", "cite", "other"}

// SourceKinds are the values of a source's kind.
var SourceKinds = []string{"person", "government", "military", "police", "armed_group", "party", "igo",
	"ngo", "media", "medical", "court", "company", "document", "witness", "unnamed", "other"}

package riwaya

// Actor is who takes part, once for each article, at its mentions.
type Actor struct {
	ID       string  `json:"id"`
	Name     *string `json:"name"`
	NameAr   *string `json:"name_ar"`
	Kind     string  `json:"kind"`
	Country  *string `json:"country"`
	Role     *string `json:"role"`
	Private  bool    `json:"private"`
	Mentions Spans   `json:"mentions"`
	Wikidata *string `json:"wikidata"`
	Rule     string  `json:"rule"`
}

// Unnamed reports whether an actor is a person whom the article gives no name: then the role is the
// words that the article has for it ("a driver"), and so is the name.
func (a *Actor) Unnamed() bool {
	return a.Kind == "person" && a.Name == nil && a.NameAr != nil && a.Role != nil && *a.Role == *a.NameAr
}

// Withheld reports whether an actor is not to be shown by name unless that is asked for: a private
// person who has one. What an unnamed person is called is what the person is.
func (a *Actor) Withheld() bool { return a.Private && !a.Unnamed() }

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

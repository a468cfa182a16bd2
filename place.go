package riwaya

// Place is a mention of a place used as a place. Coordinates are WGS 84 degrees,
// null where no source gives them.
type Place struct {
	ID         string   `json:"id"`
	Span       Spans    `json:"span"`
	Text       string   `json:"text"`
	Name       *string  `json:"name"`
	GeoNames   *int     `json:"geonames"`
	Country    *string  `json:"country"` // ISO 3166-1 alpha-2
	Admin1     *string  `json:"admin1"`
	Admin2     *string  `json:"admin2"`
	PCode      *string  `json:"pcode"`
	Lat        *float64 `json:"lat"`
	Lon        *float64 `json:"lon"`
	Relation   string   `json:"relation"`
	Precision  string   `json:"precision"`
	Confidence float64  `json:"confidence"`
	Rule       string   `json:"rule"`
}

package feed

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
)

// parseJSON reads a JSON Feed (jsonfeed.org/version/1.1).
func parseJSON(b []byte, o Options) (*Feed, error) {
	var in struct {
		Title string            `json:"title"`
		Home  string            `json:"home_page_url"`
		Self  string            `json:"feed_url"`
		Items []json.RawMessage `json:"items"`
	}
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(b), "\ufeff")), &in); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	f := &Feed{Kind: JSON, Title: clip(in.Title)}
	sum := newSum()
	var all []found
	for i, raw := range in.Items {
		if i >= MaxEntries {
			f.More = len(in.Items) - MaxEntries
			break
		}
		sum.add(string(raw))
		var e struct {
			URL       string `json:"url"`
			Elsewhere string `json:"external_url"`
			Title     string `json:"title"`
			HTML      string `json:"content_html"`
			Text      string `json:"content_text"`
			Published string `json:"date_published"`
			Modified  string `json:"date_modified"`
		}
		one := found{}
		if err := json.Unmarshal(raw, &e); err != nil {
			one.why = "its entry is broken"
		}
		one.address, one.title, one.text = e.URL, clip(e.Title), e.HTML+e.Text != ""
		if e.URL == "" {
			one.address = e.Elsewhere
		}
		if one.at = parseTime(e.Modified); one.at.IsZero() {
			one.at = parseTime(e.Published)
		}
		all = append(all, one)
	}
	self := in.Self
	if self == "" {
		self = in.Home
	}
	f.Sum = hex.EncodeToString(sum.Sum(nil))
	f.Links = resolve(all, o.Base, self)
	return f, nil
}

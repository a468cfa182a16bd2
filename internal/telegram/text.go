package telegram

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode"
)

// entity is a part of a text that is marked: bold, a link, a mention. What it is called is
// no part of the text, and neither is whom it mentions; where a text_link leads is kept.
type entity struct {
	Type loose `json:"type"`
	Text loose `json:"text"`
	Href loose `json:"href"`
}

// joined puts a text together: one string, or a list of strings and entities.
func joined(raw json.RawMessage) (text string, links []string, err error) {
	if len(raw) == 0 || string(raw) == "null" {
		return "", nil, nil
	}
	if raw[0] == '"' {
		err = json.Unmarshal(raw, &text)
		return text, nil, err
	}
	var all []json.RawMessage
	if raw[0] != '[' || json.Unmarshal(raw, &all) != nil {
		return "", nil, errors.New("its text is " + kindOf(raw))
	}
	var b strings.Builder
	for _, one := range all {
		var e entity
		var s string
		switch {
		case json.Unmarshal(one, &s) == nil && one[0] == '"':
			b.WriteString(s)
		case one[0] == '{' && json.Unmarshal(one, &e) == nil:
			b.WriteString(string(e.Text))
			if e.Type == "text_link" && e.Href != "" {
				links = append(links, string(e.Href))
			}
		default:
			return "", nil, errors.New("a part of its text is " + kindOf(one))
		}
	}
	return b.String(), links, nil
}

// poll is a poll's question, and its answers, one a line.
func poll(raw json.RawMessage) (string, error) {
	if len(raw) == 0 || raw[0] != '{' {
		return "", nil
	}
	var p struct {
		Question json.RawMessage `json:"question"`
		Answers  []struct {
			Text json.RawMessage `json:"text"`
		} `json:"answers"`
	}
	if json.Unmarshal(raw, &p) != nil {
		return "", errors.New("a broken poll")
	}
	out, _, err := joined(p.Question)
	for _, a := range p.Answers {
		var one string
		if err == nil {
			one, _, err = joined(a.Text)
			out = Lined(out, one)
		}
	}
	return out, err
}

// Lined are texts below one another; what is empty takes no line.
func Lined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

// Blank reports whether a text shows nothing.
func Blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf) }) < 0
}

// squeezed is a name on one line.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

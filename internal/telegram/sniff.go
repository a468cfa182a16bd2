package telegram

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
)

// IsExport reports whether an input that starts so is an export of Telegram Desktop in JSON:
// an object with "messages" that are Telegram's, or with the sections of an account.
func IsExport(head []byte) bool {
	s := newScanner(bytes.NewReader(head), MaxMessage)
	found, about := false, false
	_ = s.bom()
	// An error is the end of the head, or that it is no JSON: what was found till then counts.
	_ = s.object(func(key string) error {
		object, err := s.is('{')
		if err != nil {
			return err
		}
		array, err := s.is('[')
		if err != nil {
			return err
		}
		switch key {
		case "about":
			about = true
		case "personal_information", "contacts", "frequent_contacts", "sessions", "web_sessions", "other_data":
			found = found || about && object
		case "profile_pictures", "stories":
			found = found || about && array
		case "chats", "left_chats":
			if object {
				return s.object(func(key string) error {
					if is, err := s.is('['); err != nil {
						return err
					} else if key != "list" || !is {
						return s.skip()
					}
					return s.array(func() error { return s.chat(&found) })
				})
			}
		case "messages":
			if array {
				return s.array(func() error { return s.message(&found) })
			}
		}
		return s.skip()
	})
	return found
}

// chat takes a chat of a list.
func (s *scanner) chat(found *bool) error {
	if is, err := s.is('{'); err != nil {
		return err
	} else if !is {
		return s.skip()
	}
	kind := ""
	return s.object(func(key string) error {
		if key == "type" {
			var err error
			kind, err = s.text()
			return err
		}
		if is, err := s.is('['); err != nil {
			return err
		} else if key != "messages" || !is {
			return s.skip()
		}
		*found = *found || kind != ""
		return s.array(func() error { return s.message(found) })
	})
}

// message takes what may be a message.
func (s *scanner) message(found *bool) error {
	raw, err := s.value(true)
	if err != nil {
		return err
	}
	var w struct {
		ID   loose `json:"id"`
		Type loose `json:"type"`
	}
	if json.Unmarshal(mended(raw), &w) == nil && w.ID != "" {
		switch w.Type {
		case KindMessage, KindService, "unsupported":
			*found = true
			return io.EOF // enough
		}
	}
	return nil
}

// IsHTMLExport reports whether a web page that starts so is what Telegram Desktop exports
// as HTML: messages.html and its like.
func IsHTMLExport(head []byte) bool {
	s := string(head)
	return strings.Contains(s, `class="page_wrap"`) && strings.Contains(s, "css/style.css") && strings.Contains(s, "js/script.js")
}

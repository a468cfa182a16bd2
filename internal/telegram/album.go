package telegram

import "iter"

// mostAlbum is how many messages an album has at most.
const mostAlbum = 10

// Albums joins messages of one album: those with files and without a text that follow a
// message with a text and files, each with the next id, at the same second and from the same sender.
// An export does not state albums; what fits this by chance belongs together too. What was
// joined comes no more by itself.
func Albums(in iter.Seq2[Message, error]) iter.Seq2[Message, error] {
	return func(yield func(Message, error) bool) {
		var held *Message
		flush := func() bool {
			if held == nil {
				return true
			}
			m := *held
			held = nil
			return yield(m, nil)
		}
		for m, err := range in {
			if err == nil && held != nil && held.joins(&m) {
				held.Album = append(held.Album, m.ID)
				held.Files = append(held.Files, m.Files...)
				continue
			}
			if !flush() {
				return
			}
			if err == nil && m.Text != "" && len(m.Files) > 0 && !m.Date.IsZero() {
				held = &m
				continue
			}
			if !yield(m, err) {
				return
			}
		}
		flush()
	}
}

func (m *Message) joins(next *Message) bool {
	return next.Chat == m.Chat && next.ID == m.ID+int64(len(m.Album))+1 && len(m.Album)+1 < mostAlbum && next.Kind == KindMessage &&
		next.Text == "" && len(next.Files) > 0 && next.Date.Equal(m.Date) && next.Sender == m.Sender && (next.Forward == nil) == (m.Forward == nil)
}

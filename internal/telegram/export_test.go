package telegram

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

const channel = `{
 "name": "شبكة نهر بوست",
 "type": "public_channel",
 "id": 1234567890,
 "messages": [
  {"id": 1, "type": "service", "date": "2024-01-05T12:00:00", "date_unixtime": "1704448800", "actor": "x", "action": "create_channel", "text": "", "text_entities": []},
  {"id": 2, "type": "message", "date": "2024-01-05T12:00:01", "date_unixtime": "1704448801", "edited": "2024-01-05T12:05:00", "edited_unixtime": "1704449100",
   "from": "شبكة نهر بوست", "from_id": "channel1234567890", "author": "A signature", "photo": "photos/photo_1.jpg", "width": 10, "height": 10,
   "text": ["عاجل | ", {"type": "bold", "text": "وصل عشرة جرحى"}, " إلى حلب.\n", {"type": "text_link", "text": "المزيد", "href": "https://outlet.example/1"}, {"type": "mention_name", "text": " x", "user_id": 5}],
   "text_entities": []},
  {"id": 3, "type": "message", "date": "2024-01-05T12:00:01", "date_unixtime": "1704448801", "from_id": "channel1234567890", "photo": "photos/photo_2.jpg", "text": ""},
  {"id": 4, "type": "message", "date": "2024-01-05T12:00:02", "date_unixtime": "1704448802", "from_id": "channel1234567890", "file": "(File not included. Change data exporting settings to download.)", "media_type": "video_file", "mime_type": "video/mp4", "text": ""},
  {"id": 5, "type": "message", "date_unixtime": 1704448900, "from_id": "channel1234567890", "forwarded_from": "وكالة  النهر", "forwarded_from_id": "channel77", "reply_to_message_id": 2, "text": "منقول\x0B هنا", "text_entities": []},
  {"id": 6, "type": "message", "date_unixtime": "1704448901", "forwarded_from": "سامر", "forwarded_from_id": "user5", "text": "x"},
  {"id": 7, "type": "message", "date": "2019-02-20T23:10:00", "forwarded_from": "unknown kind", "text": "", "text_entities": [{"type": "plain", "text": "from its "}, {"type": "hashtag", "text": "#entities"}]},
  {"id": 8, "type": "unsupported"},
  {"id": 9, "type": "message", "date_unixtime": "1704448903", "text": "", "poll": {"question": "سؤال؟", "closed": false, "total_voters": 1, "answers": [{"text": "نعم", "voters": 1, "chosen": false}, {"text": "لا", "voters": 0, "chosen": false}]}},
  {"id": 8, "type": "message", "date_unixtime": "1704448903", "text": "out of order"}
 ]
}`

// all are the messages of an export as lines, and the error that ended it.
func all(t testing.TB, r *Reader, in io.Reader) (out []Message, bad []string, end error) {
	t.Helper()
	for m, err := range Albums(r.Messages(in)) {
		var b *Bad
		switch {
		case errors.As(err, &b):
			bad = append(bad, err.Error())
		case err != nil:
			if end != nil {
				t.Fatalf("two ends: %v, %v", end, err)
			}
			end = err
		default:
			out = append(out, m)
		}
	}
	return out, bad, end
}

func TestExport(t *testing.T) {
	got, bad, end := all(t, &Reader{}, iotest.OneByteReader(strings.NewReader(channel)))
	if len(bad) > 0 || end != nil || len(got) != 9 {
		t.Fatalf("%d messages, %v, %v", len(got), bad, end)
	}
	m := got[1]
	if m.Text != "عاجل | وصل عشرة جرحى إلى حلب.\nالمزيد x" || len(m.Links) != 1 || m.Links[0] != "https://outlet.example/1" {
		t.Errorf("text %q, links %q", m.Text, m.Links)
	}
	if !m.Date.Equal(time.Unix(1704448801, 0)) || !m.Edited.Equal(time.Unix(1704449100, 0)) || m.Date.Location() != time.UTC || !m.Changed {
		t.Errorf("times %v, %v", m.Date, m.Edited)
	}
	if m.Author != "A signature" || m.Chat.Link(m.ID) != "https://t.me/c/1234567890/2" || m.Place(false) != "message 2" || m.Place(true) != "chat 1234567890, message 2" {
		t.Errorf("%+v", m)
	}
	if len(m.Album) != 1 || len(m.Files) != 2 || m.Files[1].Message != 3 || m.Files[1].Name != "photos/photo_2.jpg" {
		t.Errorf("album %v, files %+v", m.Album, m.Files)
	}
	if v := got[2]; v.ID != 4 || v.Files[0].Name != "" || v.Files[0].Missing != "file not included" || v.Files[0].Media != "video/mp4" {
		t.Errorf("video %+v", v)
	}
	if f := got[3]; f.Forward == nil || f.Forward.Name != "وكالة النهر" || !f.Forward.Channel || f.Forward.Link != "https://t.me/c/77" || f.Reply != "https://t.me/c/1234567890/2" || f.Text != "منقول\v هنا" {
		t.Errorf("forward %+v of %+v", f.Forward, f)
	}
	if f := got[4].Forward; f == nil || f.Name != "" || f.Channel {
		t.Errorf("a person's forward: %+v", f)
	}
	if o := got[5]; o.Forward.Name != "unknown kind" || o.Forward.Channel || o.Day != "2019-02-20" || !o.Date.IsZero() || o.Text != "from its #entities" {
		t.Errorf("an old message: %+v %+v", o, o.Forward)
	}
	if p := got[7]; p.Text != "سؤال؟\nنعم\nلا" {
		t.Errorf("poll %q", p.Text)
	}
	if o := got[8]; o.Ordered || o.Place(false) != "message 8, item 10" {
		t.Errorf("%+v: %s", o, o.Place(false))
	}
}

// TestFiles tells a path from the sentence that stands where a file was left out.
func TestFiles(t *testing.T) {
	for in, want := range map[string]string{
		"(File not included. Change data exporting settings to download.)":         "|file not included",
		"(File exceeds maximum size. Change data exporting settings to download.)": "|file exceeds maximum size",
		"clip.mp4 (File unavailable, please try again later)":                      "|file unavailable, please try again later",
		"files/report (final).pdf":                                                 "files/report (final).pdf|", "files/a (1)": "files/a (1)|", `files\b.pdf`: "files/b.pdf|",
	} {
		if f := file(1, in, ""); f.Name+"|"+f.Missing != want {
			t.Errorf("%q is %+v", in, f)
		}
	}
}

func TestAlbums(t *testing.T) {
	c := &Chat{}
	at := time.Unix(1704448801, 0)
	text := Message{Chat: c, ID: 5, Kind: KindMessage, Date: at, Text: "x", Files: []File{{Message: 5}}}
	follows := func(change func(*Message)) Message {
		m := Message{Chat: c, ID: 6, Kind: KindMessage, Date: at, Files: []File{{Message: 6}}}
		change(&m)
		return m
	}
	for name, m := range map[string]Message{
		"": follows(func(*Message) {}), "another second": follows(func(m *Message) { m.Date = at.Add(time.Second) }),
		"another sender": follows(func(m *Message) { m.Sender = "user1" }), "a gap": follows(func(m *Message) { m.ID = 7 }),
		"a text": follows(func(m *Message) { m.Text = "y" }), "no file": follows(func(m *Message) { m.Files = nil }),
		"another chat": follows(func(m *Message) { m.Chat = &Chat{} }),
	} {
		n := 0
		for range Albums(func(yield func(Message, error) bool) { _ = yield(text, nil) && yield(m, nil) }) {
			n++
		}
		if want := map[bool]int{true: 1, false: 2}[name == ""]; n != want {
			t.Errorf("%q: %d messages, want %d", name, n, want)
		}
	}
}

const account = `{"about": "Here is the data", "personal_information": {"user_id": 5, "first_name": "Planted", "phone_number": "+1"},
 "contacts": {"about": "x", "list": [{"first_name": "Planted"}]},
 "chats": {"about": "x", "list": [
  {"name": "Planted", "type": "personal_chat", "id": 5, "messages": [{"id": 1, "type": "message", "text": "secret {]"}]},
  {"name": "A", "type": "public_channel", "id": 10, "messages": [{"id": 1, "type": "message", "date_unixtime": "1704448801", "text": "one \"}]"}]},
  {"type": "saved_messages", "id": 5, "messages": [{"id": 2, "type": "message", "text": "secret"}]},
  {"id": 6, "messages": [{"id": 2, "type": "message", "text": "secret"}], "type": "public_channel"}]},
 "left_chats": {"about": "x", "list": [{"name": "B", "type": "public_supergroup", "id": 11, "messages": [{"id": 3, "type": "message", "from": "Planted", "from_id": "user5", "author": "Planted", "text": "two"}]}]}}`

func TestAccount(t *testing.T) {
	r := &Reader{}
	if err := r.Survey(strings.NewReader(account)); err != nil || !r.Account || len(r.Chats) != 2 || r.Passed != 3 || strings.Join(r.Kinds, ",") != "personal_chat,saved_messages," {
		t.Fatalf("%+v, %v", r, err)
	}
	r = &Reader{}
	got, bad, end := all(t, r, strings.NewReader(account))
	if len(got) != 2 || len(bad) > 0 || end != nil || r.Passed != 3 || got[0].Text != `one "}]` || got[1].Place(r.Account) != "chat 11, message 3" || got[1].Author != "" {
		t.Fatalf("%+v, %v, %v", got, bad, end)
	}
	if got, _, _ := all(t, &Reader{Private: true}, strings.NewReader(account)); len(got) != 5 {
		t.Fatalf("%d messages of all chats", len(got))
	}

	// The copy without what is private.
	f := PublicOnly(iotest.HalfReader(strings.NewReader(account)))
	b, err := io.ReadAll(f)
	if err != nil || f.Close() != nil {
		t.Fatal(err)
	}
	for _, not := range []string{"secret", "Here is", "+1", "personal", "contacts", "saved"} {
		if bytes.Contains(b, []byte(not)) {
			t.Errorf("%q in %s", not, b)
		}
	}
	for _, is := range []string{`{"name": "A", "type": "public_channel", "id": 10, "messages": [{"id": 1, "type": "message", "date_unixtime": "1704448801", "text": "one \"}]"}]}`} {
		if !bytes.Contains(b, []byte(is)) {
			t.Errorf("%q not in %s", is, b)
		}
	}
	r = &Reader{}
	if again, _, end := all(t, r, bytes.NewReader(b)); len(again) != 2 || end != nil || r.Passed != 0 {
		t.Errorf("of the copy: %+v, %v", again, end)
	}
	// Where a bracket is lost, what follows is not taken for the public chat's.
	lost := strings.Replace(account, `"text": "one \"}]"}]}`, `"text": "one", "x": [}]}`, 1)
	if b, err := io.ReadAll(PublicOnly(strings.NewReader(lost))); err != nil || lost == account || bytes.Contains(b, []byte("secret")) || bytes.Contains(b, []byte("saved_messages")) {
		t.Errorf("%s, %v", b, err)
	}
	// Cut short, it is cut there too; closed early, it ends.
	cut := strings.Index(account, `"one \"`)
	if b, err := io.ReadAll(PublicOnly(strings.NewReader(account[:cut]))); err != nil || !bytes.HasSuffix(b, []byte(`"messages": [`)) {
		t.Errorf("%s, %v", b, err)
	}
	f = PublicOnly(strings.NewReader(account))
	if _, err := io.ReadFull(f, make([]byte, 10)); err != nil || f.Close() != nil {
		t.Error(err)
	}
	if _, err := io.ReadAll(PublicOnly(iotest.ErrReader(io.ErrClosedPipe))); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("a reader's error: %v", err)
	}
}

func TestIsExport(t *testing.T) {
	for in, want := range map[string]bool{
		channel: true, channel[:600]: true, account: true, account[:120]: true, "\xef\xbb\xbf" + channel: true,
		`{"id": 1, "messages": [{"id": 1, "type": "message"`:               false, // cut before it can be told
		`{"id": 1, "messages": [{"id": 1, "type": "message"}`:              true,
		`{"messages": [{"role": "user", "content": "x"}]}`:                 false,
		`{"url": "https://outlet.example", "text": "x"}`:                   false,
		`{"about": "x", "contacts": 5}`:                                    false,
		`{"chats": {"list": [{"type": "personal_chat", "messages": []}]}}`: true,
		`[]`: false, ``: false, `{"messages": [5, null]}`: false, "{\n \"a\": 1}": false,
	} {
		if got := IsExport([]byte(in)); got != want {
			t.Errorf("%.60q: %v", in, got)
		}
	}
}

// TestWithout leaves every byte as it was but those of the messages that go.
func TestWithout(t *testing.T) {
	from := strings.Index(channel, `{"id": 5,`)
	to := from + strings.Index(channel[from:], "},\n") + 1
	for in, c := range map[string]struct{ place, want string }{
		channel:                {"message 5", channel[:from] + `{"id": 5, "type": "withdrawn"}` + channel[to:]},
		channel + "\n":         {"nothing", channel + "\n"},
		channel[:from+50]:      {"message 5", channel[:from+50]},
		account:                {"chat 11, message 3", account[:strings.Index(account, `{"id": 3`)] + `{"id": 3, "type": "withdrawn"}]}]}}`},
		channel[:from] + "5]}": {"message 5", channel[:from] + "5]}"},
	} {
		var out bytes.Buffer
		if err := Without(iotest.HalfReader(strings.NewReader(in)), &out, func(place string) bool { return place == c.place }); err != nil || out.String() != c.want {
			t.Errorf("without %s: %v\n%s\nwant\n%s", c.place, err, out.String(), c.want)
		}
	}
	var out bytes.Buffer
	if err := Without(iotest.ErrReader(io.ErrClosedPipe), &out, func(string) bool { return false }); !errors.Is(err, io.ErrClosedPipe) {
		t.Error(err)
	}
	if err := Without(strings.NewReader(`{"a" 1}`), &out, func(string) bool { return false }); err == nil {
		t.Error("no JSON is copied")
	}
}

func TestIsHTMLExport(t *testing.T) {
	if !IsHTMLExport([]byte(`<link href="css/style.css" rel="stylesheet"/><script src="js/script.js"></script></head><body><div class="page_wrap">`)) || IsHTMLExport([]byte("<html>")) {
		t.Error("messages.html")
	}
}

// TestHostile wants that a bad message is one, and that what stands before the end of what breaks off is read.
func TestHostile(t *testing.T) {
	one := `{"id": %d, "type": "message", "date_unixtime": "1704448801", "text": "x"}`
	good := func(n int) string { return fmt.Sprintf(one, n) }
	deep := strings.Repeat("[", 20000) + strings.Repeat("]", 20000)
	for name, c := range map[string]struct {
		in       string
		n        int
		bad, end string
	}{
		"wrong types":      {`{"type": "public_channel", "id": "7", "messages": [5, "x", null, [1], {"id": {}}, {"id": 1, "type": "message", "text": 7}, ` + good(2) + `]}`, 1, "item 1: not a message but a number; item 2: not a message but a text; item 3: not a message but null; item 4: not a message but a list; item 5: a message without an id; item 6: its text is a number", ""},
		"lenient":          {`{"type": "public_channel", "messages": [{"id": "1", "type": "message", "from_id": [], "photo": {}, "poll": 7, "date_unixtime": {}, "forwarded_from": 8, "reply_to_message_id": "y", "text": "x"}]}`, 1, "", ""},
		"deep":             {`{"type": "public_channel", "a": ` + deep + `, "messages": [{"id": 1, "type": "message", "text": ` + deep + `}, ` + good(2) + `]}`, 1, "item 1: not JSON: invalid character '[' exceeded max depth", ""},
		"huge":             {`{"type": "public_channel", "messages": [{"id": 1, "text": "` + strings.Repeat("x", MaxMessage) + `"}, ` + good(2) + `]}`, 1, "item 1: it is larger than 1024 KiB", ""},
		"a huge name":      {`{"` + strings.Repeat("x", MaxMessage) + `": 1, "type": "public_channel", "messages": [` + good(2) + `]}`, 1, "", ""},
		"broken UTF-8":     {"{\"type\": \"public_channel\", \"messages\": [{\"id\": 1, \"type\": \"message\", \"text\": \"\xff\"}, " + good(2) + `]}`, 1, "item 1: broken UTF-8", ""},
		"half a character": {`{"type": "public_channel", "messages": [{"id": 1, "type": "message", "text": "\ud83d"}]}`, 0, "item 1: half a character", ""},
		"cut":              {`{"type": "public_channel", "messages": [` + good(1) + `, ` + good(2)[:40], 1, "", "the file breaks off"},
		"cut between":      {`{"type": "public_channel", "messages": [` + good(1) + `,`, 1, "", "the file breaks off"},
		"not JSON":         {`{"type": "public_channel", "messages": [` + good(1) + ` ` + good(2) + `]}`, 1, "", `byte 113: not JSON: '{' where ',' is wanted`},
		"the kind behind":  {`{"messages": [` + good(1) + `], "type": "public_channel"}`, 0, "", ""},
		"not the kind":     {`{"type": ["public_channel"], "messages": [` + good(1) + `]}`, 0, "", ""},
		"the same twice":   {`{"type": "public_channel", "messages": [` + good(1) + `,` + good(1) + `]}`, 2, "", ""},
		"two of them":      {`{"type": "public_channel", "messages": [` + good(1) + `]}{}`, 1, "", "something stands behind"},
		"empty":            {"", 0, "", "byte 0: the file breaks off"},
	} {
		got, bad, end := all(t, &Reader{}, strings.NewReader(c.in))
		if len(got) != c.n || !strings.HasPrefix(strings.Join(bad, "; "), c.bad) || (c.bad == "") != (len(bad) == 0) || (end == nil) != (c.end == "") ||
			end != nil && !strings.Contains(end.Error(), c.end) {
			t.Errorf("%s: %d messages, %q, %v", name, len(got), bad, end)
		}
		places := map[string]bool{}
		for _, m := range got {
			if places[m.Place(false)] {
				t.Errorf("%s: %s twice", name, m.Place(false))
			}
			places[m.Place(false)] = true
		}
	}
	_, _, end := all(t, &Reader{}, io.MultiReader(strings.NewReader(`{"type": "public_channel", "messages": [`), iotest.ErrReader(io.ErrUnexpectedEOF)))
	if !errors.Is(end, io.ErrUnexpectedEOF) {
		t.Errorf("a reader's error: %v", end)
	}
}

// FuzzExport wants an end, places that are unlike, and that the public copy has what the original has.
func FuzzExport(f *testing.F) {
	for _, s := range []string{channel, account, account[:300], `{"messages": [{"id": 1, "type": "message", "text": ["x", {"text": "\x0B"}]}]}`, `{"type": "public_channel", "messages": [1]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		IsExport(b)
		r := &Reader{}
		got, bad, end := all(t, r, bytes.NewReader(b))
		if len(got)+len(bad) > len(b) {
			t.Fatal("more messages than bytes")
		}
		places := map[string]bool{}
		for _, m := range got {
			if m.Chat.Public() != true {
				t.Fatal("of a chat that is not public")
			}
			p := fmt.Sprintf("%p %s", m.Chat, m.Place(r.Account))
			if places[p] && m.Ordered {
				t.Fatalf("%s twice", p)
			}
			places[p] = true
		}
		looked := &Reader{}
		if err := looked.Survey(bytes.NewReader(b)); err == nil && end == nil && (looked.Passed != r.Passed || len(looked.Chats) != len(r.Chats)) {
			t.Fatalf("surveyed %d and %d chats, read %d and %d", len(looked.Chats), looked.Passed, len(r.Chats), r.Passed)
		}
		var whole bytes.Buffer
		if err := Without(bytes.NewReader(b), &whole, func(string) bool { return false }); !bytes.HasPrefix(b, whole.Bytes()) || err == nil && whole.Len() != len(b) {
			t.Fatalf("a copy without nothing: %q, %v", whole.Bytes(), err)
		}
		copied, err := io.ReadAll(PublicOnly(bytes.NewReader(b)))
		if err != nil {
			t.Fatal(err)
		}
		r = &Reader{}
		for _, err := range r.Messages(bytes.NewReader(copied)) {
			_ = err // it may be as broken as what it was made of
		}
		if r.Passed > 0 {
			t.Fatalf("a private chat in %s", copied)
		}
	})
}

package widget

import (
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"riwaya/internal/telegram"
)

func widget(post, class, inside string) string {
	view := base64.RawURLEncoding.EncodeToString([]byte(`{"c":-1234567890,"p":7,"t":1,"h":"x"}`))
	return `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message ` + class +
		`" data-post="` + post + `" data-view="` + view + `"><div class="tgme_widget_message_bubble">` + inside + `</div></div></div>`
}

const (
	owner  = `<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/nahrpost"><span dir="auto">نهر بوست</span></a></div>`
	footer = `<div class="tgme_widget_message_footer"><div class="tgme_widget_message_info"><span class="tgme_widget_message_views">1.2K</span>
<span class="tgme_widget_message_meta">edited &nbsp;<a class="tgme_widget_message_date" href="https://t.me/nahrpost/7"><time datetime="2024-01-05T13:00:01+03:00" class="time">10:00</time></a></span></div></div>`
)

func page(messages ...string) string {
	return `<!DOCTYPE html><html><head><title>x</title><link href="//telegram.org/css/telegram-web.css"></head><body class="widget_frame_base tgme_widget body_widget_bubbles">
<div class="tgme_channel_info_header_title"><span dir="auto">نهر بوست</span></div><section class="tgme_channel_history js-message_history">` + strings.Join(messages, "\n") + `</section></body></html>`
}

func TestPage(t *testing.T) {
	got, err := Page(page(
		widget("nahrpost/6", "service_message", `<div class="tgme_widget_message_text js-message_text">Channel created</div>`),
		widget("nahrpost/7", "", owner+`<a class="tgme_widget_message_reply" href="https://t.me/nahrpost/5"><div class="tgme_widget_message_text js-message_text">an older one</div></a>
<time class="message_video_duration">0:15</time>
<div class="tgme_widget_message_text js-message_text" dir="auto"><div class="tgme_widget_message_text js-message_text">عاجل | <b>وصل عشرة</b> جرحى<br/><br/><i class="emoji" style="x"><b>🚑</b></i> <a href="https://outlet.example/1" target="_blank">المزيد</a> <a href="https://outlet.example/2/">outlet.example/2</a> <a href="?q=%23x">#x</a><blockquote>quoted
line</blockquote>after<pre>a
b</pre></div></div>`+footer),
		widget("nahrpost/8", "", owner+`<div class="tgme_widget_message_forwarded_from accent_color">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/other_one/45"><span dir="auto">قناة أخرى</span></a></div><div class="tgme_widget_message_text js-message_text">x</div>`+footer),
		widget("nahrpost/9", "", owner+`<div class="tgme_widget_message_forwarded_from">Forwarded from <span class="tgme_widget_message_forwarded_from_name">Planted</span></div><div class="tgme_widget_message_text js-message_text">y</div>`),
		widget("nahrpost/10", "", owner+`<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/planted">Planted</a></div>
<div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">سؤال؟</div><div class="tgme_widget_message_poll_option_text">نعم</div><div class="tgme_widget_message_poll_option_text">لا</div></div>`),
	))
	if err != nil || len(got) != 5 {
		t.Fatalf("%d messages, %v", len(got), err)
	}
	m := got[1]
	if want := "عاجل | وصل عشرة جرحى\n\n🚑 المزيد outlet.example/2 #x\nquoted line\nafter\na\nb"; m.Text != want {
		t.Errorf("text %q\nwant %q", m.Text, want)
	}
	if len(m.Links) != 1 || m.Links[0] != "https://outlet.example/1" || m.Reply != "https://t.me/nahrpost/5" || !m.Changed || !m.Date.Equal(time.Date(2024, 1, 5, 10, 0, 1, 0, time.UTC)) {
		t.Errorf("%+v", m)
	}
	if c := m.Chat; !c.Public() || !c.Speaks() || c.Name != "نهر بوست" || c.ID != 1234567890 || c.Link(7) != "https://t.me/nahrpost/7" {
		t.Errorf("%+v", c)
	}
	if f := got[2].Forward; f == nil || f.Name != "قناة أخرى" || !f.Channel || f.Link != "https://t.me/other_one/45" {
		t.Errorf("forward %+v", f)
	}
	for _, m := range got[3:] {
		if f := m.Forward; f == nil || f.Name != "" || f.Channel {
			t.Errorf("a person's forward: %+v", f)
		}
	}
	if got[0].Kind != telegram.KindService || got[4].Text != "سؤال؟\nنعم\nلا" {
		t.Errorf("%+v", got)
	}
}

// TestGroup wants that who wrote in a group is not taken for the group.
func TestGroup(t *testing.T) {
	got, err := Page(widget("some_group/7", "", `<a class="tgme_widget_message_owner_name" href="https://t.me/planted">Planted</a><div class="tgme_widget_message_text js-message_text">x</div>
<span class="tgme_widget_message_meta"><span class="tgme_widget_message_from_author">Planted</span></span>`))
	if err != nil || len(got) != 1 || got[0].Chat.Speaks() || !got[0].Chat.Public() || got[0].Chat.Name != "" || got[0].Author != "" {
		t.Fatalf("%+v, %v", got, err)
	}
}

func TestNoPost(t *testing.T) {
	for in, want := range map[string]string{
		`<html><body><p>x`: "no page of t.me",
		page():             "without a message",
		`<div class="tgme_widget_message_error">Post not found</div>`:                                                        `it says "Post not found"`,
		`<div class="tgme_page"><div class="tgme_page_widget"><script data-telegram-post="nahrpost/7"></script></div></div>`: "add https://t.me/nahrpost/7?embed=1",
		`<div class="tgme_page"><div class="tgme_page_title">x</div></div>`:                                                  "https://t.me/s/NAME",
		`<p>the words tgme_widget_message</p><blockquote data-telegram-post="x/1"></blockquote>`:                             "no page of t.me",
		widget("no number/x", "", ""): "no page of t.me",
		strings.Repeat("<div>", 2000): "512",
	} {
		if _, err := Page(in); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", in, err, want)
		}
	}
	if !errors.Is(ErrNoPost, ErrNoPost) || !Is([]byte(page())) || Is([]byte("<html>")) {
		t.Error("what a page begins with")
	}
}

// FuzzPage wants an end, and messages that have an id.
func FuzzPage(f *testing.F) {
	f.Add(page(widget("nahrpost/7", "", owner+footer)))
	f.Add(`<div class="tgme_widget_message" data-post="abc/1"><div class="js-message_text"><pre>x</pre>y<blockquote>`)
	f.Fuzz(func(t *testing.T, s string) {
		got, err := Page(s)
		if err != nil && len(got) > 0 {
			t.Fatal(err)
		}
		for _, m := range got {
			if m.ID <= 0 || m.Chat == nil || !strings.HasPrefix(m.Chat.Link(m.ID), "https://t.me/") {
				t.Fatalf("%+v", m)
			}
		}
	})
}

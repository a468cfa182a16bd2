package incident_test

import (
	"strings"
	"testing"

	"riwaya"
	"riwaya/internal/story/incident"
	"riwaya/internal/story/incident/joint"
)

// words are compared as they are written here.
func words(text string, see func(string, riwaya.Span)) {
	at := 0
	for w := range strings.FieldsSeq(text) {
		at += strings.Index(text[at:], w)
		see(w, riwaya.Span{Start: at, End: at + len(w)})
		at += len(w)
	}
}

// begins gives a report a title and a text that begins with what is given.
func begins(rec *riwaya.Record, title, text string) *riwaya.Record {
	rec.Article.Title = title
	rec.Article.Text = title + "\n" + text + " " + strings.Repeat("of-"+rec.Article.ID+" ", 300)
	return rec
}

func TestReportsThatBeginAlike(t *testing.T) {
	const text = "the patrol stopped a lorry behind the old mill at dawn and found two crates under the straw"
	for _, test := range []struct {
		name, want string
		a, b       *riwaya.Record
	}{
		{"much the same title and lines", "a:e0 b:e0",
			begins(told("a", "2019-03-05", "arrest @ Tarvik"), "Patrol seizes smuggler behind mill", text),
			begins(told("b", "2019-03-06", "arrest @ Tarvik"), "Smuggler behind mill in custody", "yesterday "+text)},
		{"another title", "a:e0 | b:e0",
			begins(told("a", "2019-03-05", "arrest @ Tarvik"), "Patrol seizes smuggler behind mill", text),
			begins(told("b", "2019-03-06", "arrest @ Tarvik"), "Forger of stamps in custody", "he had printed them in a cellar of the harbour for years")},
		{"days later", "a:e0 | b:e0",
			begins(told("a", "2019-03-02", "arrest @ Tarvik"), "Patrol seizes smuggler behind mill", "a word "+text[:40]),
			begins(told("b", "2019-03-07", "arrest @ Tarvik"), "Smuggler behind mill in custody", text[:40]+" and more")},
		{"of two towns", "a:e0 | b:e0",
			begins(told("a", "2019-03-05", "arrest @ Tarvik"), "Patrol seizes smuggler behind mill", text),
			begins(told("b", "2019-03-06", "arrest @ Sollum"), "Smuggler behind mill in custody", "yesterday "+text)},
		{"much the same title, told by the weapon and without", "a:e0 b:e0",
			begins(told("a", "2019-03-05", "attack @ Tarvik"), "Smuggler slain behind old mill", "the smuggler was found behind the old mill at dawn, two crates at his side"),
			begins(told("b", "2019-03-06", "explosion @ Tarvik"), "Smuggler of old mill slain by mine", "behind the old mill lay a smuggler at dawn whom two crates had not saved")},
		{"in a quarter that no source knows", "a:e0 b:e0",
			unknown(begins(told("a", "2019-03-05", "arrest @ Millside"), "Patrol seizes smuggler behind mill", text)),
			begins(told("b", "2019-03-06", "arrest @ Tarvik"), "Smuggler behind mill in custody", "yesterday "+text)},
		{"executions are told in set phrases", "a:e0 | b:e0",
			begins(targeted(told("a", "2019-03-05", "attack @ Tarvik")), "Sentence carried out on smuggler of mill", text[:30]+" he had been caught at the border with a sack of resin and was sent to the court"),
			begins(targeted(told("b", "2019-03-06", "attack @ Tarvik")), "Sentence carried out on smuggler of port", text[:30]+" after two years of trial another confessed that pills were hidden under his lorry by friends")},
	} {
		if got := grouped(incident.Within("s-1", []*riwaya.Record{test.a, test.b}, nil, words)); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
		if got := grouped(incident.Within("s-1", []*riwaya.Record{test.b, test.a}, nil, words)); got != test.want {
			t.Errorf("%s, the other way round: %s, want %s", test.name, got, test.want)
		}
	}
}

// unknown makes a report's places such as no source knows.
func unknown(rec *riwaya.Record) *riwaya.Record {
	for i := range rec.Places {
		rec.Places[i].Name = nil
	}
	return rec
}

func targeted(rec *riwaya.Record) *riwaya.Record {
	for i := range rec.Events {
		rec.Events[i].Mode, rec.Events[i].ACLED = text("targeted"), nil
	}
	return rec
}

// TestSameWords wants what two stories tell in the same words to be one, where its days and places allow it, and to say so.
func TestSameWords(t *testing.T) {
	passage := strings.Repeat("x ", 3) + "before the bridge fell the guards had left the post to the men from the hills who came down at night"
	at := strings.Index(passage, "fell")
	report := func(id, day, line string) *riwaya.Record {
		rec := begins(told(id, day, line), "Report "+id, passage)
		start := len("Report "+id) + 1 + at
		rec.Events[0].Span = riwaya.Spans{{Start: start, End: start + len("fell")}}
		return rec
	}
	for _, test := range []struct{ name, a, b, want string }{
		{"in one town, nothing counted", "attack @ Tarvik 2019-03-04", "attack @ Tarvik 2019-03-04", "a:e0 b:e0"},
		{"without a town", "attack @ country:XA 2019-03-04", "attack @ country:XA 2019-03-04", "a:e0 b:e0"},
		{"on other days", "attack @ Tarvik 2019-03-04", "attack @ Tarvik 2019-03-03", "a:e0 | b:e0"},
		{"in other countries", "attack @ country:XA 2019-03-04", "attack @ country:XB 2019-03-04", "a:e0 | b:e0"},
		{"as something else", "attack @ Tarvik 2019-03-04", "arrest @ Tarvik 2019-03-04", "a:e0 | b:e0"},
	} {
		in := append(incident.Of("s-1", []*riwaya.Record{report("a", "2019-03-05", test.a)}, nil, words), incident.Of("s-2", []*riwaya.Record{report("b", "2019-03-05", test.b)}, nil, words)...)
		got := joint.Join(in)
		if grouped(got) != test.want {
			t.Errorf("%s: %s, want %s", test.name, grouped(got), test.want)
		}
		if len(got) == 1 && got[0].Events[1].Why[0] != riwaya.SameWords {
			t.Errorf("%s: because of %v", test.name, got[0].Events[1].Why)
		}
	}
}

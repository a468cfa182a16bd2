package table_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"riwaya"
	"riwaya/internal/question/table"
	"riwaya/internal/question/track"
)

func ptr[T any](v T) *T { return &v }

// asked is a question with two accounts whose names a spreadsheet or a terminal could trip on.
func asked() *riwaya.Question {
	given := func(n float64, at, from string) riwaya.Given {
		return riwaya.Given{Article: "art-1", Figure: "f-1", Text: "27 قتيلا", Op: "exact", Low: &n, High: &n, Group: "people", At: at, AtFrom: from, Outlet: "one", Through: []string{"وكالة النهر"}, Spelled: "النهر", Why: riwaya.WhyPlaceDay}
	}
	return &riwaya.Question{ID: "q-1", Predicate: "killed", Group: "people", Scope: "incident", From: ptr("2020-03-01"), To: ptr("2020-03-01"),
		Place: &riwaya.QuestionPlace{Name: "Nahr", Country: ptr("SY"), GeoNames: ptr(7), Spelled: []string{"النهر", "نهر"}},
		Accounts: []riwaya.Account{
			{By: riwaya.Teller{Key: "x", Name: "=وزارة الداخلية في بلد بعيد له اسم طويل جدا لا يتسع له سطر واحد من سطور الشاشة", Kind: "government", Named: true}, Figures: []riwaya.Given{given(27, "2020-03-01", riwaya.GivenPublished), given(30, "2020-03-02", riwaya.GivenPublished)}},
			{By: riwaya.Teller{Key: "witness", Name: "a witness", Kind: "witness"}, Figures: []riwaya.Given{given(40, "2020-03-03T10:00:00Z", riwaya.GivenSeen)}}},
		Relations: []riwaya.Relation{{B: riwaya.FigureRef{Figure: 1}, Kind: riwaya.RelationUpdate, Why: "later"}, {A: riwaya.FigureRef{Figure: 1}, B: riwaya.FigureRef{Account: 1}, Kind: riwaya.RelationContradict, Cause: riwaya.CauseUnexplained}},
		Summary:   riwaya.Summary{Lowest: &riwaya.FigureRef{}, Highest: &riwaya.FigureRef{Account: 1}, Newest: &riwaya.FigureRef{Account: 1}, NewestBySeen: true, Reports: 3, Outlets: 1, Tellers: 1, Unnamed: 1}}
}

func rows() []track.Row {
	q := asked()
	return []track.Row{{Key: "DE", Name: "Germany", Predicate: "returned", Group: "fighters", Figure: q.Accounts[0].Figures[0], By: q.Accounts[0].By, Title: "@عنوان", URL: "https://one.example/1", Others: 2, Lowest: &q.Accounts[0].Figures[0], Highest: &q.Accounts[0].Figures[1]}}
}

func write(t *testing.T, format string, width int) (question, tracker []byte) {
	t.Helper()
	var a, b bytes.Buffer
	o := table.Options{Format: format, Width: width}
	if err := table.Question(&a, asked(), o); err != nil {
		t.Fatal(err)
	}
	if err := table.Tracker(&b, "fighters", rows(), table.Scope{Reports: 3, From: "2020-03-01", To: "2020-03-03"}, o); err != nil {
		t.Fatal(err)
	}
	return a.Bytes(), b.Bytes()
}

// TestText wants lines that fit, isolates that pair on each, and the words that count.
func TestText(t *testing.T) {
	for _, width := range []int{60, 80, 120} {
		q, tr := write(t, "text", width)
		for _, line := range strings.Split(string(q)+string(tr), "\n") {
			shown := strings.NewReplacer("\u2068", "", "\u2069", "").Replace(line)
			if n := utf8.RuneCountInString(shown); n > width {
				t.Errorf("%d columns: %q", n, line)
			}
			if strings.Count(line, "\u2068") != strings.Count(line, "\u2069") {
				t.Errorf("isolates do not pair: %q", line)
			}
		}
	}
	q, tr := write(t, "text", 80)
	for _, want := range []string{"3 reports of 1 outlet in this ledger", "~2020-03-03", "no later than 2020-03-03", "unexplained", "Nothing is added up"} {
		if !strings.Contains(strings.Join(strings.Fields(string(q)), " "), want) {
			t.Errorf("the question lacks %q:\n%s", want, q)
		}
	}
	for _, want := range []string{"Germany", "2 other figures from 27 to 30", "Nothing is added up", "art-1"} {
		if !strings.Contains(strings.Join(strings.Fields(string(tr)), " "), want) {
			t.Errorf("the tracker lacks %q:\n%s", want, tr)
		}
	}
}

func TestCSV(t *testing.T) {
	q, tr := write(t, "csv", 0)
	for name, b := range map[string][]byte{"question": q, "tracker": tr} {
		all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff")))).ReadAll()
		if err != nil {
			t.Fatal(name, err)
		}
		for _, row := range all {
			for _, cell := range row {
				if strings.IndexAny(cell, "=+-@") == 0 {
					t.Errorf("%s: the cell %q is a formula", name, cell)
				}
			}
		}
		if want := map[string]int{"question": 4, "tracker": 2}[name]; len(all) != want {
			t.Errorf("%s has %d rows, want %d", name, len(all), want)
		}
	}
}

func TestXLSX(t *testing.T) {
	q, tr := write(t, "xlsx", 0)
	for name, b := range map[string][]byte{"question": q, "tracker": tr} {
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(name, err)
		}
		f, err := z.Open("xl/worksheets/sheet1.xml")
		if err != nil {
			t.Fatal(name, err)
		}
		sheet, err := io.ReadAll(f)
		if err != nil || !strings.Contains(string(sheet), "<v>27</v>") || !strings.Contains(string(sheet), ` s="2"`) {
			t.Errorf("%s: %v: no number 27, or what begins like a formula is not quoted", name, err)
		}
	}
}

func TestJSON(t *testing.T) {
	q, tr := write(t, "json", 0)
	var back riwaya.Question
	if err := json.Unmarshal(q, &back); err != nil || len(back.Accounts) != 2 || *back.Accounts[0].Figures[1].Low != 30 {
		t.Error(err, back)
	}
	var got struct {
		Rows []track.Row `json:"rows"`
		Note string      `json:"note"`
	}
	if err := json.Unmarshal(tr, &got); err != nil || len(got.Rows) != 1 || got.Note != table.Note {
		t.Error(err, got)
	}
}

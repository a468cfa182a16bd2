package riwaya

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"
)

// reference is what encoding/json makes of a record: the contract that the hand-written
// encoder is held to.
func reference(r Record) ([]byte, error) {
	w := wire(r)
	w.move(newCodePoints(r.Article.Text).points)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(&w)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// oddStrings are what JSON writes in more than one way, or not as it stands.
var oddStrings = []string{"", "قال الوزير: «نعم»", "plain", "\x00\x01\b\t\n\v\f\r\x1f\x7f", `"\/`, "<>&", "\u2028\u2029\u2027\u202a", "\xff", "قا\xd9", "\xd9\xd9",
	"\xc0\xaf", "\xc1\x81", "\xe2\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\ufffd", "🔴 ﷺ", "\u0080\u07ff\u0800\uffff\U0010ffff", "a\xe2\x80\xa8\xe2\x80\xa9", "\xe2\x80\xa8", "\xc3\x28"}

var oddFloats = []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 0.95, 1.0 / 3, 1e-6, 9.99e-7, 1e-7, -1e-9, 1e-10, 5e-324, 1e20, 1e21, 1e22, -1e100, math.MaxFloat64, 123456789.125}

// fill gives every field below v a value, some missing.
func fill(r *rand.Rand, v reflect.Value) {
	switch v.Interface().(type) {
	case time.Time:
		zone := time.FixedZone("", (r.IntN(48)-24)*1800)
		v.Set(reflect.ValueOf(time.Unix(r.Int64N(4e9), r.Int64N(2)*r.Int64N(1e9)).In(zone)))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i))
		}
	case reflect.Pointer:
		if r.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem())
		}
	case reflect.Slice:
		n := r.IntN(5) - 1
		if n < 0 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			fill(r, v.Index(i))
		}
	case reflect.String:
		v.SetString(oddStrings[r.IntN(len(oddStrings))] + oddStrings[r.IntN(len(oddStrings))])
	case reflect.Int:
		v.SetInt(int64(r.IntN(400) - 20))
	case reflect.Float64:
		v.SetFloat(oddFloats[r.IntN(len(oddFloats))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	default:
		panic("a field of a kind that no record had: " + v.Type().String())
	}
}

// TestRecordJSONIsThatOfEncodingJSON fills records with odd values, every field of every
// type among them: one that the encoder forgets shows here.
func TestRecordJSONIsThatOfEncodingJSON(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var again []byte
	for n := range 3000 {
		var rec Record
		if n > 0 {
			fill(r, reflect.ValueOf(&rec).Elem())
			rec.Article.Text = strings.Repeat(rec.Article.Text, r.IntN(9))
		}
		want, err := reference(rec)
		if err != nil {
			t.Fatal(err)
		}
		got, err := rec.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if again, err = rec.AppendJSON(append(again[:0], '#')); err != nil || again[0] != '#' || !bytes.Equal(again[1:], got) {
			t.Fatalf("record %d appended: %v\n got %.200q\nwant #%.200q", n, err, again, got)
		}
		if !bytes.Equal(got, want) {
			i := 0
			for i < min(len(got), len(want)) && got[i] == want[i] {
				i++
			}
			i = max(0, i-40)
			t.Fatalf("record %d, byte %d:\n got %.200q\nwant %.200q", n, i, got[i:], want[i:])
		}
	}
}

// TestRecordJSONRefusesWhatJSONLacks: such a value is an error, not broken JSON.
func TestRecordJSONRefusesWhatJSONLacks(t *testing.T) {
	far := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, r := range []Record{
		{Claims: []Claim{{Confidence: math.NaN()}}},
		{Claims: []Claim{{Confidence: math.Inf(-1)}}},
		{Article: Article{Seen: &far}},
	} {
		if _, err := reference(r); err == nil {
			t.Error("encoding/json takes it")
		}
		if b, err := r.MarshalJSON(); err == nil {
			t.Errorf("%s", b)
		}
	}
}

// FuzzString writes any string as encoding/json does.
func FuzzString(f *testing.F) {
	for _, s := range oddStrings {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(s); err != nil {
			t.Fatal(err)
		}
		var w writer
		w.str(s)
		if want := strings.TrimSuffix(b.String(), "\n"); string(w.out) != want {
			t.Fatalf("%q: got %s, want %s", s, w.out, want)
		}
	})
}

// TestAsItStands asks for the lettering of the news, which must go by in whole steps, and
// for what must not.
func TestAsItStands(t *testing.T) {
	for s, want := range map[string]int{
		"وصل عشر": 7, "لهم هنا": 7, "، 2015 ": 8, "ا ب ج .": 8, "plain 1~": 8, "ىةيه": 8,
		"a \"b\" c ": 0, "a\\bcdefg": 0, "abc\nefgh": 0, "abc\x80efgh": 0, "abcd\xd8fgh": 0, "ab€defgh": 0, "é abcdefg": 0,
	} {
		for len(s) < 8 {
			s += " "
		}
		if got := asItStands(eight(s)); got != want {
			t.Errorf("%q: %d, want %d", s[:8], got, want)
		}
	}
}

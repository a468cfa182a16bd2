package gazetteer_test

import (
	"strings"
	"testing"

	"riwaya/internal/gazetteer"
	"riwaya/internal/lang/ar"
	"riwaya/lexicon"
)

// entry is a place with the given names, spelt as in an article.
func entry(p gazetteer.Place, names ...string) gazetteer.Entry {
	return gazetteer.Entry{Place: p, Names: gazetteer.Speller(ar.PlaceName).Spell(p.Country, names...)}
}

func table(t testing.TB, entries ...gazetteer.Entry) *gazetteer.Table {
	t.Helper()
	g, err := gazetteer.Open(gazetteer.Build(entries))
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Check(); err != nil {
		t.Fatal(err)
	}
	return g
}

// named are the English names of the rows that a name leads to, over its skeleton.
func named(g *gazetteer.Table, name string) (out []string) {
	text, _ := ar.Spelling(name)
	words := strings.Fields(text)
	c, ok := g.Start(words[0])
	for _, w := range words[1:] {
		if !ok {
			return nil
		}
		c, ok = c.Next(w)
	}
	if !ok {
		return nil
	}
	lo, hi := c.Whole()
	for i := lo; i < hi; i++ {
		out = append(out, g.Row(g.Of(i)).Name)
	}
	return out
}

func TestNames(t *testing.T) {
	g := table(t,
		entry(gazetteer.Place{GeoNames: 5, Name: "Baghuz", Country: "SY", Lat: 34.45, Lon: 40.95, Point: true}, "الباغوز"),
		entry(gazetteer.Place{GeoNames: 3, Name: "Deir ez-Zor", Country: "SY"}, "دير الزور"),
		entry(gazetteer.Place{GeoNames: 4, Name: "Deir", Country: "EG"}, "دير"),
		entry(gazetteer.Place{GeoNames: 9, Name: "Deir Hafer", Country: "SY"}, "دير حافر"),
		entry(gazetteer.Place{GeoNames: 7, Name: "Daraa", Country: "SY"}, "درعا"),
		entry(gazetteer.Place{GeoNames: 8, Name: "Dir", Country: "PK"}, "ديرك"),
	)
	for name, want := range map[string]string{
		"الباغوز": "Baghuz", "الباجوز": "Baghuz", "باقوز": "Baghuz", "الباكوز": "Baghuz",
		"دير الزور": "Deir ez-Zor", "دير": "Deir", "دير حافر": "Deir Hafer", "درعة": "Daraa", "درعا": "Daraa", "ديرك": "Dir",
		"دير الزورق": "", "الزور": "", "در": "", "دير حافر الزور": "",
	} {
		if got := strings.Join(named(g, name), " "); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if p, ok := g.ByGeoNames(5); !ok || p.Name != "Baghuz" || p.Lat != 34.45 || p.Lon != 40.95 || p.Country != "SY" || !p.Point {
		t.Errorf("row 5: %+v", p)
	}
	if p, ok := g.ByGeoNames(3); !ok || p.Point {
		t.Errorf("row 3 has a point: %+v", p)
	}
	if _, ok := g.ByGeoNames(6); ok {
		t.Error("there is no row 6")
	}
	if lo, hi := g.Named("باجوز"); lo != hi {
		t.Error("a variant counts as the name itself")
	}
}

// TestShipped looks at the table that the program ships with.
func TestShipped(t *testing.T) {
	g, err := gazetteer.Open(built(t).Gazetteer)
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Check(); err != nil {
		t.Fatal(err)
	}
	if names, rows := g.Len(); names < 10_000 || rows < 20_000 || g.Countries() < 240 {
		t.Errorf("%d names, %d rows, %d countries", names, rows, g.Countries())
	}
	for name, want := range map[string]string{"حلب": "Aleppo", "بنغازي": "Benghazi"} {
		if got := named(g, name); len(got) == 0 || !strings.Contains(strings.Join(got, ","), want) {
			t.Errorf("%s: %v, want %s among them", name, got, want)
		}
	}
}

func built(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lx, err := lexicon.Load(lexicon.Embedded(), "ar")
	if err != nil {
		t.Fatal(err)
	}
	return lx
}

const dump = "1\tAl-Mudiriya\tAl-Mudiriya\tمديرية الشمال,Al Mudiriya\t13.5\t44.5\tA\tADM1\tYE\t\t25\t\t\t\t0\t\t0\tAsia/Aden\t2020-01-01\n" +
	"2\tQariya\tQariya\tالقرية العليا,قريه عليا\t13.1\t44.1\tP\tPPLA2\tYE\t\t25\t\t\t\t4000\t\t0\tAsia/Aden\t2020-01-01\n" +
	"3\tNowhere\tNowhere\tNowhere\t13.1\t44.1\tP\tPPL\tYE\t\t25\t\t\t\t10\t\t0\tAsia/Aden\t2020-01-01\n"

func TestReadGeoNames(t *testing.T) {
	e, err := gazetteer.ReadGeoNames(strings.NewReader(dump), ar.PlaceName)
	if err != nil || len(e) != 2 {
		t.Fatalf("%v, %v", e, err)
	}
	if p := e[1]; p.Name != "Qariya" || p.Admin1 != "Al-Mudiriya" || p.GeoNames != 2 || p.Country != "YE" || p.Minor || len(p.Names) != 2 {
		t.Errorf("%+v", p)
	}
	for _, bad := range []string{"1\ttoo few", strings.Replace(dump, "13.5", "x", 1), strings.Replace(dump, "13.5", "130.5", 1)} {
		if _, err := gazetteer.ReadGeoNames(strings.NewReader(bad), ar.PlaceName); err == nil || !strings.Contains(err.Error(), "line 1") {
			t.Errorf("%q: %v", bad[:10], err)
		}
	}
}

func TestReadDivisions(t *testing.T) {
	for _, text := range []string{
		"ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_AR,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE,Latitude,Longitude\nYemen,YE,North,الشمالية,YE25,Upper,العليا,YE2512,13.1,44.9\nYemen,YE,North,الشمالية,YE25,Lower,السفلى,YE2513,,\n",
		"\ufeffadm1_name,adm1_name1,adm1_pcode,adm2_name,adm2_name1,adm2_pcode,center_lat,center_lon\nNorth,الشمالية,YE25,Upper,العليا,YE2512,13.1,44.9\nNorth,الشمالية,YE25,Lower,السفلى,YE2513,,\n",
	} {
		e, err := gazetteer.ReadDivisions(strings.NewReader(text), ar.PlaceName)
		if err != nil || len(e) != 3 {
			t.Fatalf("%v, %v", e, err)
		}
		if p := e[0]; p.Kind != gazetteer.Admin1 || p.PCode != "YE25" || p.Point || p.Country != "YE" {
			t.Errorf("%+v", p)
		}
		if p := e[1]; p.Kind != gazetteer.Admin2 || p.Admin1 != "North" || p.Admin2 != "Upper" || !p.Point || p.Lon != 44.9 {
			t.Errorf("%+v", p)
		}
		if p := e[2]; p.Point {
			t.Errorf("a point from nothing: %+v", p)
		}
	}
	if _, err := gazetteer.ReadDivisions(strings.NewReader("a,b\n1,2\n"), ar.PlaceName); err == nil {
		t.Error("any table passes for one of divisions")
	}
}

// FuzzOpen wants that a block from elsewhere is refused, or read without a panic.
func FuzzOpen(f *testing.F) {
	good := gazetteer.Build([]gazetteer.Entry{entry(gazetteer.Place{GeoNames: 5, Name: "Baghuz", Country: "SY"}, "الباغوز", "باغوز فوقاني")})
	f.Add(good, "باغوز")
	f.Add(good[:len(good)-1], "باغوز")
	f.Add(good[:40]+strings.Repeat("\xff", len(good)-40), "باغوز")
	f.Fuzz(func(t *testing.T, b, word string) {
		g, err := gazetteer.Open(b)
		if err != nil || g.Check() != nil {
			return
		}
		if c, ok := g.Start(word); ok {
			lo, hi := c.Whole()
			for i := lo; i < hi; i++ {
				g.Row(g.Of(i))
			}
			c.Next(word)
			c.More()
		}
	})
}

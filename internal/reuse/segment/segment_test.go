package segment

import (
	"errors"
	"slices"
	"testing"
)

func entries(from, n int) []Entry {
	var out []Entry
	for i := from; i < from+n; i++ {
		id := IDHash(string(rune('a' + i)))
		e := Entry{ID: id, Raw: []byte{byte(i), 1, 2}}
		for p := range uint64(40) {
			e.Prints = append(e.Prints, (p+1+1000*uint64(i%3))*0x9e3779b97f4a7c15) // every third report has the same
		}
		slices.Sort(e.Prints)
		out = append(out, e)
	}
	return out
}

func TestHolders(t *testing.T) {
	all := entries(0, 30)
	s, err := Open(Build(all))
	if err != nil {
		t.Fatal(err)
	}
	var y Young
	for _, e := range all {
		y.Add(e)
	}
	for _, shelf := range []Shelf{s, &y} {
		if shelf.Size() != len(all) {
			t.Errorf("%d reports", shelf.Size())
		}
		for i, e := range all {
			if shelf.ID(i) != e.ID || !slices.Equal(shelf.Raw(i), e.Raw) {
				t.Errorf("report %d is another", i)
			}
			var want []uint32
			for j := i % 3; j < len(all); j += 3 {
				want = append(want, uint32(j))
			}
			if got := shelf.Holders(e.Prints[7], 100, nil); !slices.Equal(got, want) {
				t.Errorf("%v, want %v", got, want)
			}
			if got := shelf.Holders(e.Prints[7], 4, nil); !slices.Equal(got, want[:4]) {
				t.Errorf("of four %v, want %v", got, want[:4])
			}
			if got := shelf.Holders(e.Prints[7]+1, 4, nil); len(got) != 0 {
				t.Errorf("%v have what nobody has", got)
			}
		}
	}
}

// TestDay wants every report once, and what was removed nowhere, however the day is cut.
func TestDay(t *testing.T) {
	var d Day
	kept := map[string][]byte{}
	all := entries(0, 60)
	for i, e := range all {
		if err := d.Add("2019-02-18", e); err != nil {
			t.Fatal(err)
		}
		if i%10 == 9 {
			d.Remove(all[i-5].ID)
		}
		if i%7 != 0 {
			continue
		}
		if err := d.Seal("2019-02-18"); err != nil {
			t.Fatal(err)
		}
		put, drop := d.Kept()
		for _, name := range drop {
			delete(kept, name)
		}
		for _, k := range put {
			kept[k.Name] = k.Data
		}
		d = Day{}
		var named []Named
		for name, data := range kept {
			named = append(named, Named{name, data})
		}
		if err := d.Load(named); err != nil {
			t.Fatal(err)
		}
	}
	for i, e := range all {
		times := 0
		for s := range d.Shelves() {
			for _, r := range s.Holders(e.Prints[3], 100, nil) {
				if s.ID(int(r)) == e.ID {
					times++
				}
			}
		}
		want := 1
		if i%10 == 4 {
			want = 0
		}
		if times != want || d.Has(e.ID) != (want == 1) {
			t.Errorf("report %d: %d times", i, times)
		}
	}
}

// FuzzOpen wants damage told, or survived, never a panic.
func FuzzOpen(f *testing.F) {
	f.Add(Build(entries(0, 3)), uint64(3))
	f.Add(Build(nil), uint64(0))
	f.Add([]byte(magic), uint64(0))
	f.Fuzz(func(t *testing.T, data []byte, h uint64) {
		s, err := Open(data)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		for i := range s.Size() {
			s.ID(i)
			s.Raw(i)
		}
		s.Holders(h, 10, nil)
		if len(s.Entries()) > s.Size() {
			t.Fatal("more reports than there are")
		}
	})
}

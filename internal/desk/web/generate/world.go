package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
)

// A topology is a TopoJSON file with whole-numbered, delta-coded arcs
// (https://github.com/topojson/topojson-specification).
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int
	Objects   struct{ Countries, Land struct{ Geometries []shape } }
}

type shape struct {
	Type       string
	ID         string
	Arcs       json.RawMessage
	Properties struct{ Name string }
}

// polygons are the rings of a shape as numbers of arcs.
func (s shape) polygons() (out [][][]int, err error) {
	switch s.Type {
	case "Polygon":
		out = make([][][]int, 1)
		err = json.Unmarshal(s.Arcs, &out[0])
	case "MultiPolygon":
		err = json.Unmarshal(s.Arcs, &out)
	}
	return out, err
}

// A point is longitude and latitude in hundredths of a degree, about a kilometre: finer than the
// outlines at 1:50 million are, and a third of the bytes.
type point [2]int

func (p point) MarshalJSON() ([]byte, error) {
	b := strconv.AppendFloat([]byte{'['}, float64(p[0])/100, 'f', -1, 64)
	b = strconv.AppendFloat(append(b, ','), float64(p[1])/100, 'f', -1, 64)
	return append(b, ']'), nil
}

// lines are the arcs of a topology. An arc's number, where it is run backwards, is ^number.
func (t topology) lines() [][]point {
	out := make([][]point, len(t.Arcs))
	for i, arc := range t.Arcs {
		var x, y int
		for _, d := range arc {
			x, y = x+d[0], y+d[1]
			p := point{
				int(math.Round(100 * (float64(x)*t.Transform.Scale[0] + t.Transform.Translate[0]))),
				int(math.Round(100 * (float64(y)*t.Transform.Scale[1] + t.Transform.Translate[1]))),
			}
			if n := len(out[i]); n == 0 || out[i][n-1] != p {
				out[i] = append(out[i], p)
			}
		}
	}
	return out
}

func ring(lines [][]point, arcs []int) (out []point) {
	for _, a := range arcs {
		line, back := lines[max(a, ^a)], a < 0
		for i := range line {
			p := line[i]
			if back {
				p = line[len(line)-1-i]
			}
			if n := len(out); n == 0 || out[n-1] != p {
				out = append(out, p)
			}
		}
	}
	return out
}

// The whole way round, and halfway, in the units of a point.
const (
	around = 360 * 100
	half   = around / 2
	pole   = 90 * 100
)

// unwrapped is a ring that goes on beyond 180 degrees where it crosses that meridian, which a map
// draws in its place; jumping to -180 it would draw a line through all the world. One that goes round
// a pole (Antarctica) is led along it.
func unwrapped(r []point) []point {
	shift := 0
	for i := 1; i < len(r); i++ {
		r[i][0] += shift
		switch d := r[i][0] - r[i-1][0]; {
		case d > half:
			shift -= around
			r[i][0] -= around
		case d < -half:
			shift += around
			r[i][0] += around
		}
	}
	if n := len(r); n > 0 && shift != 0 && r[n-1][0] != r[0][0] {
		at := pole
		if r[0][1] < 0 {
			at = -pole
		}
		r = append(r, point{r[n-1][0], at}, point{r[0][0], at}, r[0])
	}
	return r
}

// rings are the polygons of shapes, without those that became smaller than the grid.
func rings(lines [][]point, shapes []shape) (out [][][]point, err error) {
	for _, s := range shapes {
		polygons, err := s.polygons()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.Properties.Name, err)
		}
		for _, polygon := range polygons {
			var made [][]point
			for i, arcs := range polygon {
				r := unwrapped(ring(lines, arcs))
				if len(r) < 4 {
					if i == 0 {
						break
					}
					continue
				}
				made = append(made, r)
			}
			if len(made) > 0 {
				out = append(out, made)
			}
		}
	}
	return out, nil
}

// borders are the arcs that two countries share, each once.
func borders(lines [][]point, countries []shape) (out [][]point, err error) {
	of := map[int]map[int]bool{}
	for i, s := range countries {
		polygons, err := s.polygons()
		if err != nil {
			return nil, err
		}
		for _, polygon := range polygons {
			for _, arcs := range polygon {
				for _, a := range arcs {
					a = max(a, ^a)
					if of[a] == nil {
						of[a] = map[int]bool{}
					}
					of[a][i] = true
				}
			}
		}
	}
	for a := range lines {
		if len(of[a]) > 1 && len(lines[a]) > 1 {
			out = append(out, lines[a])
		}
	}
	return out, nil
}

// middle is the centre of the largest of some polygons, and its area in square degrees as they
// shrink towards the poles: where a name is set, and which of two names goes first.
func middle(polygons [][][]point) (at point, area float64) {
	for _, p := range polygons {
		var a, x, y float64
		r := p[0]
		for i := range r[:len(r)-1] {
			x0, y0, x1, y1 := float64(r[i][0]), float64(r[i][1]), float64(r[i+1][0]), float64(r[i+1][1])
			cross := x0*y1 - x1*y0
			a, x, y = a+cross, x+(x0+x1)*cross, y+(y0+y1)*cross
		}
		if a == 0 {
			continue
		}
		size := math.Abs(a) / 2 / 10_000 * math.Cos(y/(3*a)/100*math.Pi/180)
		if size > area {
			area, at = size, point{int(math.Round(x / (3 * a))), int(math.Round(y / (3 * a)))}
		}
	}
	return at, area
}

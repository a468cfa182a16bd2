package show

import (
	"io"
	"strings"

	"riwaya/internal/show/terminal"
)

// style is how a run is coloured: the parameters of SGR (ECMA-48, 8.3.117).
type style string

const (
	normal style = ""
	strong style = "1"
	faint  style = "2"
	warm   style = "33"
	cool   style = "36"
)

// run is words of one style that belong together: a name, a content, a label.
type run struct {
	text  string
	style style
}

// part is the words of one run that stand on one line.
type part struct {
	words []string
	style style
	run   int
}

// page collects lines and writes them.
type page struct {
	o   Options
	out strings.Builder
}

// block lays runs out under a margin: the first line begins with label, the others
// with as many spaces. most bounds its lines, 0 for no bound; what is cut off is
// marked by an ellipsis.
func (p *page) block(label string, most int, runs ...run) {
	margin := strings.Repeat(" ", terminal.Columns(label))
	lines := layout(runs, max(p.o.Width-terminal.Columns(label), terminal.Narrowest), most)
	if len(lines) == 0 {
		p.out.WriteString(strings.TrimRight(label, " ") + "\n")
	}
	for i, l := range lines {
		if i == 0 {
			p.out.WriteString(label)
		} else {
			p.out.WriteString(margin)
		}
		for k, r := range l {
			if k > 0 {
				p.out.WriteByte(' ')
			}
			p.part(r)
		}
		p.out.WriteByte('\n')
	}
}

func (p *page) part(r part) {
	text := strings.Join(r.words, " ")
	if terminal.Turns(text) {
		text = terminal.FirstStrong + text + terminal.Pop
	}
	if p.o.Color && r.style != normal {
		text = "\x1b[" + string(r.style) + "m" + text + "\x1b[0m"
	}
	p.out.WriteString(text)
}

func (p *page) blank() { p.out.WriteByte('\n') }

func (p *page) writeTo(w io.Writer) error {
	_, err := io.WriteString(w, p.out.String())
	return err
}

// layout breaks runs into lines of at most wide columns, at spaces, and inside a word
// only where it is wider than a line.
func layout(runs []run, wide, most int) [][]part {
	l := layouter{wide: wide, most: most}
	for i, r := range runs {
		for word := range strings.FieldsSeq(strings.Map(terminal.Visible, r.text)) {
			for word != "" {
				head, rest := word, ""
				if terminal.Columns(word) > wide {
					head, rest = terminal.Cut(word, wide)
				}
				if !l.add(i, r.style, head) {
					return l.lines
				}
				word = rest
			}
		}
	}
	return l.lines
}

type layouter struct {
	wide, most int
	used       int // columns of the last line
	lines      [][]part
}

// add puts a word behind what stands. It reports false when the lines are full.
func (l *layouter) add(run int, s style, word string) bool {
	n := terminal.Columns(word)
	if len(l.lines) == 0 || l.used+1+n > l.wide {
		if l.most > 0 && len(l.lines) == l.most {
			l.shorten()
			return false
		}
		l.lines = append(l.lines, nil)
		l.used = -1
	}
	last := len(l.lines) - 1
	line := l.lines[last]
	if k := len(line); k > 0 && line[k-1].run == run {
		line[k-1].words = append(line[k-1].words, word)
	} else {
		l.lines[last] = append(line, part{[]string{word}, s, run})
	}
	l.used += 1 + n
	return true
}

// shorten ends the last line with an ellipsis, in place of words where it is full.
func (l *layouter) shorten() {
	line := l.lines[len(l.lines)-1]
	p := &line[len(line)-1]
	for len(p.words) > 1 && l.used+2 > l.wide {
		l.used -= 1 + terminal.Columns(p.words[len(p.words)-1])
		p.words = p.words[:len(p.words)-1]
	}
	if l.used+2 > l.wide { // one word as wide as the line
		p.words[0], _ = terminal.Cut(p.words[0], max(terminal.Columns(p.words[0])-2, 1))
	}
	p.words = append(p.words, "…")
}

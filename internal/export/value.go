package export

import "strconv"

// kind is what a value is.
type kind byte

const (
	nothing kind = iota
	text
	number
	truth
	list
)

// value is what stands in a cell.
type value struct {
	kind kind
	text string
	num  float64
	list []string
}

// str is a text; nothing where it is empty.
func str(s string) value {
	if s == "" {
		return value{}
	}
	return value{kind: text, text: s}
}

// opt is a text that may be missing.
func opt(s *string) value {
	if s == nil {
		return value{}
	}
	return str(*s)
}

func num(n float64) value { return value{kind: number, num: n} }

func count(n int) value { return num(float64(n)) }

// optNum is a number that may be missing.
func optNum(n *float64) value {
	if n == nil {
		return value{}
	}
	return num(*n)
}

func yes(b bool) value {
	v := value{kind: truth}
	if b {
		v.num = 1
	}
	return v
}

func many(s []string) value {
	if len(s) == 0 {
		return value{}
	}
	return value{kind: list, list: s}
}

// between stands between the parts of a list where a cell takes only text.
const between = " | "

// cell is a value as text: numbers without an exponent, since spreadsheets round those.
func (v value) cell() string {
	switch v.kind {
	case text:
		return v.text
	case number:
		return strconv.FormatFloat(v.num, 'f', -1, 64)
	case truth:
		if v.num != 0 {
			return "true"
		}
		return "false"
	case list:
		s := ""
		for i, one := range v.list {
			if i > 0 {
				s += between
			}
			s += one
		}
		return s
	}
	return ""
}

package mention

// Tallies count how often the article speaks of each country.
type Tallies struct {
	code [16]string
	n    [16]int
	len  int
}

// Add counts a country once more, or n times.
func (c *Tallies) Add(code string, n int) {
	if len(code) != 2 {
		return
	}
	for i := range c.len {
		if c.code[i] == code {
			c.n[i] += n
			return
		}
	}
	if c.len < len(c.code) {
		c.code[c.len], c.n[c.len] = code, n
		c.len++
	}
}

// Of is how often a country was spoken of.
func (c *Tallies) Of(code string) int {
	for i := range c.len {
		if c.code[i] == code {
			return c.n[i]
		}
	}
	return 0
}

// Top is how often the country most spoken of is.
func (c *Tallies) Top() int {
	n := 0
	for i := range c.len {
		n = max(n, c.n[i])
	}
	return n
}

// Most is the country that the article is about: spoken of three times or more, and four
// times as often as any other; "" if there is none.
func (c *Tallies) Most() string {
	best, second, code := 0, 0, ""
	for i := range c.len {
		switch {
		case c.n[i] > best:
			best, second, code = c.n[i], best, c.code[i]
		case c.n[i] > second:
			second = c.n[i]
		}
	}
	if best < 3 || best < 4*second {
		return ""
	}
	return code
}

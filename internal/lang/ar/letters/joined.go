package letters

// Joined are the ways in which a name is written behind what is written on to it: by itself, with "and", "to",
// "by", "as", and "and" with either.
func Joined(name string) []string {
	out := []string{name}
	for _, p := range []string{"و", "ل", "ب", "ول", "وب", "ك"} {
		out = append(out, p+name)
	}
	return out
}

// To is a name behind "to", which the article gives its first letter up to.
func To(name string) string {
	if rest := Bare(name); rest != name {
		return "لل" + rest
	}
	return "ل" + name
}

package letters

// Skeleton is what of a folded word the forms of one root mostly share: its letters without the
// weak ones, without what prefixes and the patterns of derived words put in front, and without
// common endings; never less than two letters. Different roots can share one, so it is good for
// saying that two words are hardly different, not for saying that they are the same.
func Skeleton(word string) string {
	var out []rune
	for _, r := range word {
		switch r {
		case Alef, Waw, Ya, Hamza, TaMarbuta:
		default:
			out = append(out, r)
		}
	}
	const least = 2
	for len(out) > least && (out[0] == Lam || out[0] == Ta || out[0] == 'ب' || out[0] == 'ك' || out[0] == 'ف' || out[0] == 'س' || out[0] == 'ن' || out[0] == 'م') {
		out = out[1:]
	}
	for len(out) > least && (out[len(out)-1] == Ta || out[len(out)-1] == Ha || out[len(out)-1] == 'ن') {
		out = out[:len(out)-1]
	}
	return string(out)
}

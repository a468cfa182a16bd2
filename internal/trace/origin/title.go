package origin

// titles joins whom a title names, and nothing that the text below names is one with, with whom the text names: a title sums up
// who speaks in it. That is the first who has a word in common with what the title calls him, else the first of all.
func (g *gathering) titles() {
	title := func(i int) bool {
		c := g.claim(i)
		return c != nil && start(c) < len(g.s.Reports[g.s.At[g.chains[i].Article]].Rec.Article.Title)
	}
	body := map[string][]int{} // a report -> the chains of whom its text names
	for i := range g.chains {
		if g.claim(i) != nil && g.chains[i].End.Known && !title(i) {
			body[g.chains[i].Article] = append(body[g.chains[i].Article], i)
		}
	}
	told := map[int]bool{} // who is somebody whom a text names, or only a title over a text that names nobody
	for i := range g.chains {
		if !title(i) || len(body[g.chains[i].Article]) == 0 {
			told[g.u.Find(i)] = true
		}
	}
	var only []int
	for i := range g.chains {
		if !told[g.u.Find(i)] {
			only = append(only, i)
		}
	}
	for _, i := range only {
		best, like := -1, false
		for _, j := range body[g.chains[i].Article] {
			alike := g.s.ShareWord(g.chains[i].End.Name, g.all(&g.chains[j].End))
			if best < 0 || alike && !like || alike == like && start(g.claim(j)) < start(g.claim(best)) {
				best, like = j, alike
			}
		}
		g.join(best, i, "title", called(&g.chains[i].End), called(&g.chains[best].End))
	}
}

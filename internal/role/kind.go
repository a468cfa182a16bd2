package role

// person reports whether the phrase names one person.
func (r *Reader) person(j int) bool {
	a := r.C[j].Actor
	return a >= 0 && r.C[j].Figure < 0 && r.Rec.Actors[a].Kind == "person"
}

// Armed reports whether actor a is armed: what it announces, it mostly did itself.
func (r *Reader) Armed(a int) bool {
	if a < 0 {
		return false
	}
	switch r.Rec.Actors[a].Kind {
	case "military", "police", "armed_group":
		return true
	}
	return false
}

// fighters reports whether the head of phrase j is a word for people of arms.
func (r *Reader) fighters(j int) bool {
	return r.Armed(r.C[j].Actor) || r.StandsFor(r.C[j].Head, true)
}

// people reports whether the phrase's head is a word for people whose plural may look like a
// feminine.
func (r *Reader) people(j int) bool {
	c := &r.C[j]
	h := c.Head
	for h+1 < c.To && r.K[h].Word != nil && r.word(&r.K[h], some) {
		h++ // several groups of theirs
	}
	return r.StandsFor(h, true)
}

// arm reports whether the phrase's head is a word for arms, which act for whom they belong to.
func (r *Reader) arm(j int) bool {
	c := &r.C[j]
	for i := c.Head; c.Actor < 0 && i < c.To && (i == c.Head || c.Figure >= 0); i++ {
		if r.K[i].Word != nil && r.word(&r.K[i], arms) {
			return true
		}
	}
	return false
}

// acts reports whether the phrase names a body that does such things to others more often
// than it has them done to itself.
func (r *Reader) acts(j int) bool {
	a := r.C[j].Actor
	if a < 0 || r.C[j].Figure >= 0 {
		return false
	}
	switch r.Rec.Actors[a].Kind {
	case "military", "police", "government", "armed_group", "other":
		return true
	}
	return false
}

// suffers reports whether the phrase names people who have things done to them more often
// than they do them.
func (r *Reader) suffers(j int) bool {
	a := r.C[j].Actor
	return a >= 0 && (r.Rec.Actors[a].Kind == "civilians" || r.Rec.Actors[a].Kind == "other")
}

// Package kind says what sort of happening an event is, and which sorts one happening can be told as.
package kind

import (
	"strings"

	"riwaya"
)

// Kind is what sort of happening an event is, as coarse as one teller's choice of words.
type Kind string

// Kinds of violence. All other events are of the kind of their type and mode.
const (
	Harm      Kind = "harm" // people died or were hurt; how is not said
	Attack    Kind = "attack"
	Explosion Kind = "explosion"
	Air       Kind = "air"
	Shelling  Kind = "shelling"
	Shooting  Kind = "shooting"
	Battle    Kind = "battle"
	Ground    Kind = "ground"
	Disaster  Kind = "disaster"
	Protest   Kind = "protest"
	Arrest    Kind = "COERCE arrest"
)

// exactness is how much a kind says: of one incident the events of the most exact kind name it.
var exactness = map[Kind]int{Harm: 0, Attack: 1, Battle: 2, Ground: 3}

// Exact is how much a kind says, from 0.
func (k Kind) Exact() int {
	if n, ok := exactness[k]; ok {
		return n
	}
	return 4
}

// Of is the kind of an event.
func Of(e *riwaya.Event) Kind {
	mode := ""
	if e.Mode != nil {
		mode = *e.Mode
	}
	sub := ""
	if e.ACLED != nil {
		sub = e.ACLED.SubEventType
	}
	switch {
	case e.Type == "DISASTER":
		return Disaster
	case e.Type == "PROTEST":
		return Protest
	case e.Type != "ASSAULT":
		return Kind(e.Type + " " + mode)
	case mode == "explosives":
		return Explosion
	case mode == "aerial":
		return Air
	case mode == "heavy-weapons", sub == "Shelling/artillery/missile attack":
		return Shelling
	case mode == "firearms":
		return Shooting
	case mode == "" && sub == "Armed clash":
		return Battle
	case mode == "" && (sub == "Government regains territory" || sub == "Non-state actor overtakes territory"):
		return Ground
	case mode == "" && sub == "Attack":
		return Attack
	case mode == "" && sub == "":
		return Harm
	}
	return Kind(e.Type + " " + mode)
}

// allows are the kinds that one happening can be told as beside the kind itself.
var allows = map[Kind][]Kind{
	Harm:   {Attack, Explosion, Air, Shelling, Shooting, Battle, Disaster, "ASSAULT targeted", "ASSAULT crowd-control"},
	Attack: {Harm, Explosion, Air, Shelling, Shooting, Battle, "ASSAULT targeted"},
	Battle: {Harm, Attack, Ground, Shooting},
	Ground: {Battle},
}

// Fits reports whether two tellings of these kinds can be of one happening.
func (k Kind) Fits(o Kind) bool {
	if k == o {
		return true
	}
	if k.Exact() > o.Exact() {
		k, o = o, k
	}
	for _, a := range allows[k] {
		if a == o {
			return true
		}
	}
	return false
}

// Once reports whether what is of the kind happens at a place on a day once, as a rule: blasts,
// accidents and protests do; raids, shelling and fights come in many.
func (k Kind) Once() bool { return k == Explosion || k == Disaster || k == Protest }

// Local reports whether the place and the day tell two of a kind apart. Visits, talks and
// statements of one day and place are many: there it takes the parties too.
func (k Kind) Local() bool {
	switch k {
	case Harm, Attack, Explosion, Air, Shelling, Shooting, Battle, Ground, Disaster, Protest, Arrest:
		return true
	}
	return strings.HasPrefix(string(k), "ASSAULT ")
}

// Heads reports whether two reports of one story that begin with such an event tell of one. Of
// words (who said what) and of visits and talks there are many, and "people died" or "the war" says too
// little.
func (k Kind) Heads() bool {
	if k.Local() {
		return k.Exact() > exactness[Battle]
	}
	for _, head := range []string{"AID", "COERCE", "DISPLACE", "RETREAT", "SANCTION"} {
		if strings.HasPrefix(string(k), head+" ") {
			return true
		}
	}
	return false
}

// Violent reports whether a kind says that somebody was attacked, and maybe how: one attack is told by its weapon or without.
func (k Kind) Violent() bool {
	switch k {
	case Attack, Explosion, Air, Shelling, Shooting:
		return true
	}
	return false
}

// Raids reports whether a kind is what happens again and again where there is war.
func (k Kind) Raids() bool { return k == Air || k == Shelling || k == Battle || k == Ground }

// Formulaic reports whether reports of two happenings of the kind read alike, of one place and day too: of help that
// arrives, and of executions, there are many, told in set phrases.
func (k Kind) Formulaic() bool {
	return strings.HasPrefix(string(k), "AID ") || k == "ASSAULT targeted"
}

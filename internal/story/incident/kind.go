package incident

import (
	"strings"

	"riwaya"
)

// kind is what sort of happening an event is, as coarse as one teller's choice of words.
type kind string

// Kinds of violence. All other events are of the kind of their type and mode.
const (
	harm      kind = "harm" // people died or were hurt; how is not said
	attack    kind = "attack"
	explosion kind = "explosion"
	air       kind = "air"
	shelling  kind = "shelling"
	shooting  kind = "shooting"
	battle    kind = "battle"
	ground    kind = "ground"
	disaster  kind = "disaster"
	protest   kind = "protest"
	arrest    kind = "COERCE arrest"
)

// exactness is how much a kind says: of one incident the events of the most exact kind name it.
var exactness = map[kind]int{harm: 0, attack: 1, battle: 2, ground: 3}

func (k kind) exact() int {
	if n, ok := exactness[k]; ok {
		return n
	}
	return 4
}

func kindOf(e *riwaya.Event) kind {
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
		return disaster
	case e.Type == "PROTEST":
		return protest
	case e.Type != "ASSAULT":
		return kind(e.Type + " " + mode)
	case mode == "explosives":
		return explosion
	case mode == "aerial":
		return air
	case mode == "heavy-weapons", sub == "Shelling/artillery/missile attack":
		return shelling
	case mode == "firearms":
		return shooting
	case mode == "" && sub == "Armed clash":
		return battle
	case mode == "" && (sub == "Government regains territory" || sub == "Non-state actor overtakes territory"):
		return ground
	case mode == "" && sub == "Attack":
		return attack
	case mode == "" && sub == "":
		return harm
	}
	return kind(e.Type + " " + mode)
}

// allows are the kinds that one happening can be told as beside the kind itself.
var allows = map[kind][]kind{
	harm:   {attack, explosion, air, shelling, shooting, battle, disaster, "ASSAULT targeted", "ASSAULT crowd-control"},
	attack: {harm, explosion, air, shelling, shooting, battle, "ASSAULT targeted"},
	battle: {harm, attack, ground, shooting},
	ground: {battle},
}

// fits reports whether two tellings of these kinds can be of one happening.
func (k kind) fits(o kind) bool {
	if k == o {
		return true
	}
	if k.exact() > o.exact() {
		k, o = o, k
	}
	for _, a := range allows[k] {
		if a == o {
			return true
		}
	}
	return false
}

// once reports whether what is of the kind happens at a place on a day once, as a rule: blasts,
// accidents and protests do; raids, shelling and fights come in many.
func (k kind) once() bool { return k == explosion || k == disaster || k == protest }

// local reports whether the place and the day tell two of a kind apart. Visits, talks and
// statements of one day and place are many: there it takes the parties too.
func (k kind) local() bool {
	switch k {
	case harm, attack, explosion, air, shelling, shooting, battle, ground, disaster, protest, arrest:
		return true
	}
	return strings.HasPrefix(string(k), "ASSAULT ")
}

// heads reports whether two reports of one story that begin with such an event tell of one. Of
// words (who said what) and of visits and talks there are many, and "people died" or "the war" says too
// little.
func (k kind) heads() bool {
	if k.local() {
		return k.exact() > exactness[battle]
	}
	for _, head := range []string{"AID", "COERCE", "DISPLACE", "RETREAT", "SANCTION"} {
		if strings.HasPrefix(string(k), head+" ") {
			return true
		}
	}
	return false
}

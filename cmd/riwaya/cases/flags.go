package cases

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"riwaya/cmd/riwaya/cli"
	"riwaya/internal/casefile"
)

// caseConfig is what `riwaya case` was asked for.
type caseConfig struct {
	verb                 string
	args                 []string
	ledger, by           string
	language             string
	comment, translation string
	out, why             string
	names, history       bool
	at                   time.Time
}

// caseVerb is something that can be done with cases, with how many arguments at least and at most;
// -1 is any number.
type caseVerb struct {
	name        string
	least, most int
	wants       string
}

var caseVerbs = []caseVerb{
	{"list", 0, 0, "no argument is wanted"},
	{"show", 1, 1, "give the ID of one case"},
	{"new", 1, -1, "give the case a name"},
	{"add", 2, -1, "give the ID of a case, and what is to be added"},
	{"note", 2, -1, "give the ID of a case, and the note"},
	{"comment", 2, -1, "give the ID of a case, an item, and the comment"},
	{"translate", 2, -1, "give the ID of a case, an item, and the translation"},
	{"include", 2, 2, "give the ID of a case, and an item"},
	{"exclude", 2, 2, "give the ID of a case, and an item"},
	{"move", 3, 3, "give the ID of a case, an item, and its new place"},
	{"remove", 2, 2, "give the ID of a case, and an item"},
	{"rename", 2, -1, "give the ID of a case, and its new name"},
	{"language", 2, 2, "give the ID of a case, and ar or en"},
	{"undo", 1, 2, "give the ID of a case, and the number of a change, or none for the last"},
	{"delete", 1, 1, "give the whole ID of one case"},
	{"export", 1, 1, "give the ID of one case"},
}

// CaseFlags declares the flags of `riwaya case`. The function returned gathers them once they are parsed.
func CaseFlags() (*cli.Options, func() caseConfig) {
	o := cli.NewOptions("case")
	dir := o.Ledger()
	by := o.Set.String("by", "", "`PSEUDONYM` of who does it")
	lang := "" // of a case that is exported its own, of a new one Arabic
	o.Set.Func("lang", "new, export: `LANGUAGE` of the document: "+strings.Join(casefile.Languages, ", "), func(s string) error {
		if !slices.Contains(casefile.Languages, s) {
			return fmt.Errorf("want one of %s", strings.Join(casefile.Languages, ", "))
		}
		lang = s
		return nil
	})
	comment := o.Set.String("comment", "", "add: `TEXT` that is said of it")
	translation := o.Set.String("translation", "", "add: `TEXT`, your translation of its quote")
	history := o.Set.Bool("history", false, "show: all that was done to it, too")
	out := o.Set.String("out", "", "export: write the folder `DIR`, which must not be there yet")
	names := o.Set.Bool("names", false, "export: name private persons; needs --reason")
	why := o.Set.String("reason", "", "export: `WHY` they are to be named; it stands on the first page and in the history")
	var at time.Time
	o.Set.Func("at", "export: the `TIME` that the document states, like 2021-03-05T09:00:00Z (default now)", func(s string) (err error) {
		if at, err = time.Parse(time.RFC3339, s); err != nil {
			return fmt.Errorf("want a time like 2021-03-05T09:00:00Z")
		}
		return nil
	})
	return o, func() caseConfig {
		c := caseConfig{ledger: *dir, by: *by, comment: *comment, translation: *translation, out: *out, why: *why, names: *names, history: *history, at: at}
		c.language = lang
		if len(o.Args) > 0 {
			c.verb, c.args = o.Args[0], o.Args[1:]
		}
		return c
	}
}

// wrong says what is wrong with the command line, "" where nothing is.
func (c *caseConfig) wrong() string {
	i := slices.IndexFunc(caseVerbs, func(v caseVerb) bool { return v.name == c.verb })
	if i < 0 {
		var all []string
		for _, v := range caseVerbs {
			all = append(all, v.name)
		}
		return "say what to do: " + strings.Join(all, ", ")
	}
	v := caseVerbs[i]
	switch {
	case len(c.args) < v.least || v.most >= 0 && len(c.args) > v.most:
		return v.wants
	case c.verb == "export" && c.out == "":
		return "--out DIR is missing: where the folder is to be written"
	case c.names && strings.TrimSpace(c.why) == "":
		return "--names needs --reason WHY"
	case c.why != "" && !c.names:
		return "--reason is for --names"
	}
	return ""
}

package annotated

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// A NAME.jsonl is gold of many short texts, one a line: what a
// NAME.ann.json holds, and beside it its name and its text.
//
//	{"doc": "s001", "half": "open", "stratum": "…", "text": "…", "claims": [{"cue": "…", …}], …}
//
// The document is called by the file's name and its own: sentences/s001.
const linesSuffix = ".jsonl"

// loadLines reads gold of which each line is one text.
func loadLines(name, path string) ([]Doc, error) {
	var docs []Doc
	n := 0
	err := eachLine(path, func(line []byte) error {
		n++
		var f fields
		if err := json.Unmarshal(line, &f); err != nil {
			return err
		}
		text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(f.str("text"))
		if text == "" {
			return errors.New(`no "text"`)
		}
		f, err := build(f, []rune(text))
		if err != nil {
			return err
		}
		own := f.str("doc")
		if own == "" {
			own = fmt.Sprint(n)
		}
		doc, err := newDoc(name+"/"+own, text, f)
		docs = append(docs, doc)
		return err
	})
	return docs, err
}

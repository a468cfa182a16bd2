// Package web has what the desk sends besides words: the pages' templates, styles, modules, fonts.
// All of it is in the program.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:templates
var templates embed.FS

// Templates are the files of the pages' templates.
func Templates() fs.FS {
	sub, err := fs.Sub(templates, "templates")
	if err != nil {
		panic(err) // the folder is in the program
	}
	return sub
}

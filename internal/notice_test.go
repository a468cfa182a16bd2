package internal_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestNotice wants every module that is linked into the program in NOTICE: their licences ask
// for it.
func TestNotice(t *testing.T) {
	notice, err := os.ReadFile("../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", "./cmd/riwaya")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range slices.Compact(slices.Sorted(slices.Values(strings.Fields(string(out))))) {
		name := strings.TrimPrefix(strings.TrimPrefix(m, "golang.org/"), "modernc.org/")
		if !strings.Contains(string(notice), name) && !strings.Contains(string(notice), strings.TrimPrefix(name, "github.com/hablullah/")) {
			t.Errorf("%s is linked in, and NOTICE does not name it", m)
		}
	}
}

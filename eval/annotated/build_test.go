package annotated

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// shared is where the gold stands that this project was given.
const shared = "../../../shared/gold"

// TestBuildAgreesWithGoldbuild reads each annotation twice, by its words and as
// goldbuild.py left it.
func TestBuildAgreesWithGoldbuild(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join(shared, "dev*", "*"+annSuffix))
	if len(files) == 0 {
		t.Skipf("skipped: no gold at %s, so no annotation was built", shared)
	}
	for _, f := range files {
		stem := strings.TrimSuffix(f, annSuffix)
		if !exists(stem + goldSuffix) {
			continue
		}
		byWords, err := loadDoc("x", f)
		if err != nil {
			t.Error(err)
			continue
		}
		built, err := loadDoc("x", stem+goldSuffix)
		if err != nil {
			t.Error(err)
			continue
		}
		byWords.Gold.Annotated = built.Gold.Annotated // goldbuild.py has an empty list for what is left out
		if a, b := fmt.Sprintf("%+v", byWords), fmt.Sprintf("%+v", built); a != b {
			t.Errorf("%s: built otherwise than goldbuild.py", filepath.Base(f))
		}
	}
}

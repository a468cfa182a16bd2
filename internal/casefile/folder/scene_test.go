package folder_test

import (
	"context"
	"testing"

	"riwaya/internal/across"
	"riwaya/internal/matter"
	"riwaya/internal/shelf/shelftest"
)

// acrossOf asks for the incidents of a story.
func acrossOf(story string) across.Happened { return across.Happened{Story: story} }

// question is one that a report's story answers, "" where there is none.
func question(t *testing.T, l *shelftest.Ledger, article string) (id string) {
	t.Helper()
	if err := l.Shelf.Story(context.Background(), article, func(m *matter.Matter) error {
		for _, q := range m.Questions() {
			id = q.ID
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return id
}

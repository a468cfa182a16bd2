// Package absence finds the messages of a chat that are no longer there: one that came in
// before, and that an export lacks which has messages before and behind it. Numbers
// of messages only grow and none comes back, so that export was made after it was deleted, whenever it was added.
//
// It promises to say nothing of what an export does not cover: what stands before its first
// and behind its last message, and of one that lacks most of what is known between these, as one does
// that holds a single topic, or one member's messages. That an export was not cut in other ways it cannot know.
package absence

import (
	"context"
	"strconv"
	"strings"

	"riwaya/internal/ledger"
	"riwaya/internal/telegram"
)

// Store has what is known of chats.
type Store interface {
	Coverages(ctx context.Context, chat string) ([]ledger.Coverage, error)
	Under(ctx context.Context, start string, each func(address string, absent bool) error) error
}

// Missing is a message that is no longer there.
type Missing struct {
	Address string
	Capture string // the first export that lacks it
}

// An export that lacks more than one in so many of the messages known between its first and its
// last was cut. In a group one can export a topic, or one's own messages only.
const (
	ofChannel = 2
	ofGroup   = 10
)

// Find finds the messages of a chat that are newly missing. cut are the captures that were taken for cut.
func Find(ctx context.Context, s Store, chat string) (missing []Missing, cut []string, err error) {
	all, err := s.Coverages(ctx, chat)
	if err != nil {
		return nil, nil, err
	}
	looks := make([]look, len(all))
	for i := range all {
		looks[i].Coverage = telegram.CoverageOf(all[i].Runs)
	}
	err = s.Under(ctx, chat, func(address string, absent bool) error {
		id, err := strconv.ParseInt(strings.TrimPrefix(address, chat), 10, 64)
		if err != nil {
			return nil // of a topic, or no message
		}
		for i := range looks {
			looks[i].at(id, address, absent)
		}
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	said := map[string]bool{}
	for i, l := range looks {
		one := ofChannel
		if all[i].Group {
			one = ofGroup
		}
		if l.lacks*one > l.known {
			cut = append(cut, all[i].Capture)
			continue
		}
		for _, address := range l.missing {
			if !said[address] {
				said[address] = true
				missing = append(missing, Missing{address, all[i].Capture})
			}
		}
	}
	return missing, cut, nil
}

// look is one export, held against what is known.
type look struct {
	telegram.Coverage
	known, lacks int
	missing      []string // that nobody has said
}

func (l *look) at(id int64, address string, absent bool) {
	from, to, ok := l.Between()
	if !ok || id < from || id > to {
		return
	}
	l.known++
	if !l.Lacks(id) {
		return
	}
	l.lacks++
	if !absent {
		l.missing = append(l.missing, address)
	}
}

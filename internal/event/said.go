package event

import (
	"riwaya"
	"riwaya/internal/event/status"
	"riwaya/internal/lang"
)

// said is the status of an event by the claim in whose content it stands, where the event is
// what the claim is about: the first that its content tells. What is denied did not happen by
// that word, what is demanded or promised has not yet.
func (s *search) said(a *happening, claim *riwaya.Claim, first bool) string {
	if claim == nil || !first {
		return a.status
	}
	switch claim.Cue.Class {
	case "deny":
		if !a.Rule.Verbal || !a.Nominal() {
			return status.Denied
		}
	case "accuse", "claim":
		if p := s.Rec.ClaimOf(claim.Parent); p != nil && p.Cue.Class == "deny" {
			return status.Denied // he denies the accusations that
		}
	}
	if a.status != status.Happened && a.status != status.Ongoing || !s.heads(a, claim) {
		return a.status
	}
	switch claim.Cue.Class {
	case "demand":
		return status.Demanded
	case "promise":
		return status.Planned
	case "threaten":
		return status.Threatened
	case "warn":
		return status.Hypothetical
	case "expect":
		if a.Nominal() {
			return status.Hypothetical
		}
	}
	return a.status
}

// heads reports whether the content of a claim begins with a noun or a verb of the present
// that is, or is bound to, the happening.
func (s *search) heads(a *happening, claim *riwaya.Claim) bool {
	if len(claim.Content.Spans) == 0 {
		return false
	}
	if !a.Nominal() && a.Reading.Feat&lang.Present == 0 {
		return false
	}
	n := 0
	for t := a.From - 1; t >= 0 && s.K[t].Start >= claim.Content.Spans[0].Start; t-- {
		if n++; n > 2 || s.K[t].Word == nil || s.K[t].Word.Feats&(lang.Past|lang.Present) != 0 && s.K[t].Word.Feats&lang.Noun == 0 {
			return false
		}
	}
	return true
}

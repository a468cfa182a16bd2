package desk

import (
	"slices"

	"riwaya/internal/desk/cases"
	"riwaya/internal/desk/chain"
	"riwaya/internal/desk/compare"
	"riwaya/internal/desk/enter"
	"riwaya/internal/desk/evidence"
	"riwaya/internal/desk/incident"
	"riwaya/internal/desk/leave"
	"riwaya/internal/desk/outlets"
	"riwaya/internal/desk/question"
	"riwaya/internal/desk/report"
	"riwaya/internal/desk/reviewing"
	"riwaya/internal/desk/search"
	"riwaya/internal/desk/site"
	"riwaya/internal/desk/source"
	"riwaya/internal/desk/sources"
	"riwaya/internal/desk/story"
	"riwaya/internal/desk/today"
)

// Routes are all pages and forms of the desk, without the language that their addresses begin
// with.
func Routes() []site.Route {
	return slices.Concat(
		enter.Routes(),
		leave.Routes(),
		today.Routes(),
		story.Routes(),
		chain.Routes(),
		compare.Routes(),
		question.Routes(),
		incident.Routes(),
		sources.Routes(),
		report.Routes(),
		reviewing.Routes(),
		evidence.Routes(),
		outlets.Routes(),
		search.Routes(),
		source.Routes(),
		cases.Routes(),
	)
}

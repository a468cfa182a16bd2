// Package incident finds which events of several reports are the same happening: the row that a coder
// of conflict data codes.
//
// Within finds those of one story; package joint joins those that are told in several stories, as the bombing is
// that reports of later raids recall. What is planned, demanded, denied or only thought of is no
// happening. Two events are one where their kinds, places, days, tolls and parties allow it and enough
// of these say so: the place and the day, the place and a toll, a day that fits and two reports that begin alike, or a
// sentence that is told in much the same words (package sentence), … Where a story has two that an event
// could be, it is of neither. An event that has neither place nor day nor toll is of an incident of its
// own report only, and only where that has one.
//
// It promises that the same reports give the same incidents whatever their order, but for their IDs,
// which are those of what came first; and that each event says what it has in common with its
// incident. It adds nothing up. Better two incidents than one wrong one.
package incident

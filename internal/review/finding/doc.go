// Package finding says what a finding of an article says, field by field: which fields each layer
// has, what can stand in them, and what a reading has there. Claims, figures, times, places, actors,
// events and positions are asked alike, so that reviewers can.
//
// Positions in values are code points, as the contract of records counts: [Ranges] and [Spans] lead
// there and back.
package finding

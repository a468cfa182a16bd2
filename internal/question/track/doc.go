// Package track keeps tables of figures: which country, place or actor has how many, and who
// says so. What a table asks for stands in a small text file.
//
// A file has one word and its values on a line; # begins a comment. A list has commas.
//
//	tracker    what it is called                                    (wanted)
//	predicate  killed, injured, …: as the record has them            (wanted)
//	group      people, children, …: as the record has them           (any, where left out)
//	by         origin | country | place | actor | source             (wanted)
//	keys       the countries (DE, FR), places or actors of the table (all, where left out)
//	scope      incident, cumulative, stock                           (any)
//	least      the lowest number that counts                         (any)
//	from, to   the first and last day, 2006-01-02                    (open)
//
// "country" is where, "origin" is whose: the state whose people are counted, by the actor that
// the figure belongs to or the state that its sentence names last before it. "place" is a town
// or a facility. A day is that of what is counted; for tolls since a date and for stocks, where
// that is not known, that of the report.
//
// It promises that nothing is added up: a row has one figure that somebody gave, the newest
// of the most direct, and says how many others there are. A figure of which the key is not
// sure is in no row.
package track

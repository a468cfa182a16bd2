package main

// aboutAcross says more of each command that looks across the reports of a ledger.
func aboutAcross(name string) string {
	return map[string]string{
		"stories": `Lists stories, those with the latest report first: how many reports of how many
outlets each has, from how many independent origins they come, and what holds
them together. What is new in the ledger is looked through first: copies,
stories and incidents are kept in its folder, in across.sqlite, which can be
deleted at any time. docs/stories.md says what makes a story.`,
		"story": `ID is that of a story (s-...), or of one of its articles (art-..., or its
address). Shows its questions and what was answered, its incidents, its reports
in the order of time with what each copies, and what was changed on the way.

    riwaya story merge s-1 s-2        these stories are one
    riwaya story split art-1 art-2    these reports are a story of their own
    riwaya story undo 4711            that decision does not hold any more
    riwaya story decisions            all decisions

A decision is entered into the ledger's log under the pseudonym of --by. It
names reports, so that it holds when stories are made anew.`,
		"review": aboutReview,
		"incidents": `Lists incidents, the latest first: what happened where and when, who names which
party, the lowest and the highest number and who gave them. ID (i-...) shows one
with every telling of it, and from how many independent origins it is told, as a
range with the reasons. --format acled drafts rows of ACLED's tables into a
folder: the 31 columns, a second table with every report behind each row, and
what could not be said. Nothing is added up or averaged.`,
		"question": `ID (q-...) is that of a question, as riwaya story prints it: how many of whom
something happened to, where, in which happening or since when. Shows each
account with its figures in the order of time, how accounts stand to one
another, and the likely cause where they contradict. docs/questions.md.`,
		"trace": `Shows where something comes from, as a tree from its origin to the reports:

    riwaya trace c-...            a claim, with all that say the same
    riwaya trace art-...          a report, by ID or address
    riwaya trace '"..."'          words that somebody said
    riwaya trace '32 killed in Aleppo'     a number in words, Arabic too

Of a number: every report with it, the same number of something else, and other
numbers for the same. How many origins there are is said as a range and among
which reports; nothing is said of what is not in this ledger. docs/chains.md.`,
		"compare": `A and B are articles (art-...) or addresses; ADDRESS@1 is the first version of a
report, ADDRESS its newest. Shows the passages that the two share, which has
them from which where that shows, and what was changed between them: numbers,
names, hedges, sources, judging words.`,
		"outlets": `Says of each outlet how many of its reports share most of their words with a
report of another, copy one, credit a source, and have an agency's text without
naming it.`,
		"case": `A case is what you put together out of the ledger, in your order and with your
words. VERB is what to do:

    list                     all cases
    new NAME                 begins one, and prints its ID
    show ID [--history]      what is in it, and what was done to it
    add ID THING...          a report (art-... or its address), a claim (c-...),
                             a figure or event (art-.../f-..., art-.../e-...),
                             an incident (i-...), a question (q-...)
    note ID TEXT             a note of your own
    comment ID ITEM TEXT     what you say of an item; no TEXT takes it away
    translate ID ITEM TEXT   your translation of its quote
    include, exclude ID ITEM whether it is in the document
    move ID ITEM PLACE       another place in the order
    remove ID ITEM           out of the case
    rename ID NAME           another name
    language ID ar|en        the language of its document
    undo ID [N]              takes a change back: the last, or that number
    delete ID                the case and its history, for good
    export ID --out DIR      a folder: document, tables, captures, proofs

ITEM is an item's ID or its number in the order. What you write stands in
desk.sqlite in the ledger's folder, and nowhere else. docs/cases.md.`,
		"track": `TRACKER is a small text file, or the name of one that is built in: which
predicate, of whom, by country, place, actor or source, in which period. Writes
one row for each with the figure as it was printed, who said it, and where.
docs/questions.md tells how such a file is written.`,
	}[name]
}

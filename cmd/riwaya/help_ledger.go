package main

// aboutLedger says more of each command that works on a ledger.
func aboutLedger(name string) string {
	if about := aboutAcross(name); about != "" {
		return about
	}
	return map[string]string{
		"add": `INPUT is a file, a folder, an address, or - for standard input; what is read is
what riwaya read reads, and feeds, sitemaps and lists of them (OPML), with the
pages that they lead to; of Telegram, the export of a channel (JSON, with its
folder) and saved pages of channels. Chats that are not public are refused
unless --private-chat. In a folder, indexes of archives, checksums and the parts
of saved pages are passed over. What came in is kept byte for byte, entered into
the ledger's log, and read. What is known already is not kept twice. What fails
is named, counted by riwaya status, and never the end of the run. A run that was
stopped goes on with the next, also without INPUT. At the end stands the head of
the log: kept elsewhere, it pins everything before. Then the index of riwaya
search is brought up to date; stopping that is safe. All of it gives way to
other programs, such as a desk that is read in.

Addresses are fetched politely: a second between two requests to a host, or
what its robots.txt asks for. What it does not allow, or what a check for robots
stands in front of, can be saved in a browser and added as a file.`,
		"watch": `FEED is a feed (RSS, Atom, JSON Feed), a sitemap, or a list of these (OPML, an
index of sitemaps), as a file or an address; a single page's address is watched
too. New pages are taken in as riwaya add does. Each page is looked at again 1
hour, 6 hours, 24 hours and 7 days after it was first seen: what was changed is
another version, 404, 410 and 451 mean that it is gone, and all of it is kept.
What fails is tried again, later each time. What is due follows from the
ledger: stopping and starting loses no look. The ledger is held only while
something is written. Ctrl-C ends it. docs/watching.md says more.`,
		"status": `Says what was taken in, what was read of it, what failed and why.`,
		"search": `QUERY has words, phrases in quotation marks, - before what is excluded, OR, and
fields: speaker, outlet, actor, place, near, event, class, lang, figures such as
killed:>100, and the dates before, after and on. Put all of it between single
quotation marks:

    riwaya search 'speaker:reuters killed:>10 place:Aleppo after:2019-02-01'

docs/query.md has the whole language. An index is kept in the ledger's folder
and brought up to date first. Private persons are shown by what they are.`,
		"export": `KIND is claims, figures, events, positions or articles. Writes one row for each,
with its words, who said it, through whom it came, the article, the hash of what
came in, where it stands, the rule that found it, and whether anybody has looked
at it. Private persons stand there by what they are; there is no option for
names. geojson holds figures and events whose place has coordinates. With
--query, all rows of the articles that riwaya search finds with QUERY. Each
column is told in docs/formats.md.`,
		"head": `Prints the log's head: first short, to be read out or written down, then as a
signed note. Give it to somebody else to keep: whoever holds this ledger and its
key could write all of it anew, but not so that it fits a head kept elsewhere.
With --timestamp the head is also seen by an authority; of the ledger it is sent
a hash and nothing else, and its answer is kept beside the log.`,
		"verify": `Compares every stored byte and row with the log, and names what is missing or
was altered or withdrawn. With --head, also compares the log with a head that
was kept elsewhere: FILE has what riwaya head or riwaya add printed. Time stamps
that the ledger keeps are verified too; by --tsa-roots they are witnesses. Ends
by saying what is proved, and against which witness. Changes nothing.`,
		"proof": `ID is that of a capture (cap-...) or of an article (art-...). The folder DIR can
be verified without the ledger: with riwaya verify --proof, with the Python that
lies in it, or by hand; its README.txt says how, and what it does not prove.`,
		"withdraw": `ID is that of a capture (cap-...) or of an article (art-...). What came in and
all that was read of it goes, from the archive and from the store; that it was
there, its hash, the date, the reason and who took it out stay in the log. It
does not come in again. Of a file with other articles in it a copy is kept in
which the line, or the message, that goes is empty.`,
		"repair": `Makes the store (ledger.sqlite) anew from the archive and its log, and ends
withdrawals that were cut short. What was withdrawn stays withdrawn.`,
	}[name]
}

package main

// aboutReview says more of `riwaya review`.
const aboutReview = `Lets a person decide about what the machine read. Decisions are leaves of the
ledger's log, under a pseudonym; what was read is never overwritten.

    riwaya review list                      what to look at first, and why
    riwaya review show art-.../c-...        a finding, with what was decided
    riwaya review accept art-.../c-... --by R1
    riwaya review reject art-.../f-... --by R1 --note "an ordinal"
    riwaya review correct art-.../f-... op=at_least 'noun=...' --by R1
    riwaya review add art-... times 'span=...' value=2019-02 type=DATE --by R1
    riwaya review whole art-... claims figures --by R1
    riwaya review undo 4711 --by R2         a decision does not hold any more
    riwaya review decisions                 all of them
    riwaya review agreement                 where reviewers disagree, and alpha
    riwaya review export --out gold/        reviewed articles for riwaya eval

A place in the text is given as words that stand in it once, or as characters
from 0: span=12-25. An empty value (noun=) empties a field. whole says that all
of an article was looked at for findings of these layers: only then is what is
not there known to be missing, and the layer is exported as gold.
docs/reviewing.md says what agreement is, and when there is no number for it.`

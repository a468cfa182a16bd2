// Package chains holds what the program finds of copies, stories, incidents, changes on the
// way and origins against the project's own gold for them (eval/gold/chains, made as its
// PROTOCOL.md says).
//
// What it promises: precision is over all that was predicted for what the gold has, recall
// over all that the gold has, so that finding less never raises both; what the annotator was
// unsure of counts nowhere; findings about articles that are not in the gold are not judged;
// the same gold and findings give the same result, byte for byte; the locked half is read
// only where it is asked for, and no result names an item of it.
//
// What it does not do: it finds nothing itself, and it reads no file: the caller opens the
// gold, the findings and the texts.
//
// The ways in are [Load], [ReadFindings] and [Score].
//
// # Findings
//
// Findings are one JSON object, made by whoever runs the program:
//
//	{"unit": "bytes",
//	 "articles":  [{"id": "art-…", "text_id": "sha256:…"}, …],
//	 "copies":    [a riwaya.Copy, …],
//	 "stories":   [{"id": "…", "articles": ["art-…", …]}, …],
//	 "incidents": [{"id": "…", "mentions": [{"article": "art-…", "span": [[3, 9]]}, …]}, …],
//	 "changes":   [{"kind": "number", "a": "art-…", "b": "art-…", "from": [3, 9], "to": [4, 6]}, …],
//	 "ranges":    [{"articles": ["art-…", …], "origins": [1, 3], "texts": [1, 1],
//	                "statements": [{"mentions": [{"article": "art-…", "span": [[3, 9]]}], "origins": [1, 1]}]}]}
//
// unit is what positions count: "bytes" (as inside the program; then the texts are needed) or
// "points" (code points, as in exports). text_id is of the text that positions count in: a
// page whose text was altered is another text, and is not judged. Copies and changes may name
// their articles in either order.
//
// Ranges are asked for: for each story of the gold, over exactly its reports, since a range is
// true of a ledger only, and the annotator's ledger was these reports. texts and statements
// may be left out.
package chains

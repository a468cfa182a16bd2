package proof

const readMe = `What this folder proves
=======================

A ledger is a log to which records are only added. This folder holds one or two of its
records, byte for byte as they are stored (NAME.warc.gz), and shows that they were in the
log when the head in head.txt was signed.

  capture.warc.gz   what came in: a page as the server sent it, or a file as it was
  record.warc.gz    what the program read in it (JSON)

With the program:    riwaya verify --proof FOLDER

By hand, with common tools:
  1. sha256sum NAME.warc.gz      must be the second word of line 3 of NAME.proof.
  2. gzip -dc NAME.warc.gz       shows the record. Its header says when and how it came:
                                 WARC-Date (UTC), WARC-Target-URI, Riwaya-Came.
  3. NAME.proof leads from that line to the root in head.txt: it is a Merkle audit path as
     in RFC 6962, section 2.1.1. The leaf's hash is SHA-256 of a zero byte and line 3
     (without its end); each following line is the next sibling, in base64.
  4. head.txt is a signed note (C2SP signed-note), verified with the key in verifier.txt.

What it does not prove
======================

- That the page or file says what is true.
- That the server sent the same to others, or that the address belonged to whom it seems to.
- When it came in, beyond the word of who kept the ledger. The head fixes the order: what is
  in it was there when it was signed.
- That the ledger was not written anew before this head was signed. Who holds a ledger and
  its key can do that. Compare head.txt with a head that was kept elsewhere at the time: by a
  colleague, a lawyer, or a time-stamping authority. Both must be of the same log.
`

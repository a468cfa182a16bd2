package proof

import _ "embed"

// script verifies a proof without this program.
//
//go:embed verify.py
var script []byte

const readMe = `What this folder proves
=======================

A ledger is a log to which records are only added. This folder holds one or two of its
records, byte for byte as they are stored (NAME.warc.gz), and shows that they were in the
log when the head in head.txt was signed.

  capture.warc.gz   what came in: a page as the server sent it, or a file as it was
  record.warc.gz    what the program read in it (JSON)
  capture.proof, record.proof
                    the record's line in the log, and the way from there to the head
  head.txt          the signed head of the log; verifier.txt is the key that verifies it
  head.tsr          if it is there: a time stamp of head.txt by an authority (RFC 3161)

How to verify it
================

Everything at once, with Python 3 (and OpenSSL 3 for the signature), in this folder:

    python3 verify.py

It is a page long and can be read. With riwaya itself:

    riwaya verify --proof FOLDER

Piece by piece, with common tools:

  1. The record is the one that was logged:
         sha256sum capture.warc.gz            (macOS: shasum -a 256; Windows: certutil -hashfile
         sed -n 3p capture.proof               capture.warc.gz SHA256)
     The sum must be the second word of that line.
  2. What it says; its header tells when and how it came (WARC-Date is UTC):
         gzip -dc capture.warc.gz | less
  3. Line 3 of the .proof leads to the third line of head.txt: a Merkle audit path as in RFC
     9162, 2.1.3.2. The leaf's hash is SHA-256 of a zero byte and line 3 (without its end); each
     line from the fifth on is the next sibling, in base64. verify.py has it in 14 lines.
  4. head.txt is a signed note (C2SP signed-note): Ed25519 over its lines before the empty one.
  5. Where there is a head.tsr, with the authority's root certificate in roots.pem:
         openssl ts -verify -data head.txt -in head.tsr -CAfile roots.pem
         openssl ts -reply -in head.tsr -text      (when, and by whom)

Then compare head.txt with a head of the same log that somebody else has kept.

What it does not prove
======================

- That the page or file says what is true.
- That the server sent the same to others, or that the address belonged to whom it seems to.
- When it came in, beyond the word of who kept the ledger. The head fixes the order: what is
  in it was there when it was signed; a time stamp says when that was at the latest.
- That the ledger was not written anew before this head was signed. Who holds a ledger and
  its key can do that. Compare head.txt with a head that was kept elsewhere at the time: by a
  colleague, a lawyer, or a time-stamping authority. Both must be of the same log.
`

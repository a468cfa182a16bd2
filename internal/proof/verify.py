#!/usr/bin/env python3
"""Verifies the proof in this folder with Python 3 alone; its signature with OpenSSL 3, where
there is one. It reads the files beside it, writes nothing that stays, and uses no network."""
import base64, glob, hashlib, os, subprocess, sys, tempfile

os.chdir(os.path.dirname(os.path.abspath(__file__)))


def read(name):
    with open(name, "rb") as f:
        return f.read()


def sha(b):
    return hashlib.sha256(b).digest()


def fail(what):
    sys.exit("NOT PROVED: " + what)


def unpacked(s):
    b = base64.b64decode(s, validate=True)
    if base64.b64encode(b).decode() != s:
        raise ValueError("base64 in another form")
    return b


def root_of(leaf, n, size, way):
    """The root that a leaf's audit path leads to: RFC 9162, 2.1.3.2."""
    fn, sn, r = n, size - 1, sha(b"\x00" + leaf)
    for p in way:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            r = sha(b"\x01" + p + r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = sha(b"\x01" + r + p)
        fn, sn = fn >> 1, sn >> 1
    return r if sn == 0 else None


def signature(text, signatures):
    """Verifies the head's Ed25519 signature: C2SP signed-note."""
    name, number, key = read("verifier.txt").decode().removesuffix("\n").split("+", 2)
    key = unpacked(key)
    if number != sha(name.encode() + b"\n" + key)[:4].hex():
        fail("verifier.txt: altered")
    if not signatures.endswith("\n"):
        fail("head.txt: cut short")
    for line in signatures.split("\n"):
        if line.startswith("\u2014 " + name + " "):
            sig = unpacked(line.rsplit(" ", 1)[1])
            break
    else:
        fail("head.txt: not signed by the key in verifier.txt")
    if sig[:4].hex() != number:
        fail("head.txt: signed by another key")
    with tempfile.TemporaryDirectory() as d:
        at = lambda n: os.path.join(d, n)
        der = bytes.fromhex("302a300506032b6570032100") + key[1:]  # RFC 8410
        for n, b in (("key", der), ("text", text), ("sig", sig[4:])):
            with open(at(n), "wb") as f:
                f.write(b)
        cmd = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", at("key"), "-rawin", "-in", at("text"), "-sigfile", at("sig")]
        try:
            done = subprocess.run(cmd, capture_output=True)
        except FileNotFoundError:
            print("head.txt: its signature was NOT VERIFIED: there is no openssl here")
            return
    if done.returncode != 0:
        fail("head.txt: its signature does not hold")
    print("head.txt: signed by the key in verifier.txt")


def main():
    text, _, signatures = read("head.txt").decode().partition("\n\n")
    origin, size, root = text.split("\n")[:3]
    signature((text + "\n").encode(), signatures)
    proofs = sorted(glob.glob("*.proof"))
    if not proofs:
        fail("there is no .proof here")
    for name in proofs:
        proof = read(name).decode()
        lines = proof.split("\n")
        n, of = int(lines[1].split()[1]), int(lines[3].split()[1])
        file, sum = name[: -len(".proof")] + ".warc.gz", lines[2].split()[1]
        if sha(read(file)).hex() != sum:
            fail(file + ": its SHA-256 is not the one in " + name)
        way = [unpacked(line) for line in lines[4:] if line]
        exact = ["riwaya proof/1", "leaf %d" % n, lines[2], "of %d" % of, *(base64.b64encode(h).decode() for h in way)]
        if proof != "\n".join(exact) + "\n":
            fail(name + ": not in the form that proofs are written in")
        if of != int(size) or root_of(lines[2].encode(), n, of, way) != unpacked(root):
            fail(name + ": it does not lead to the head")
        print("%s: its SHA-256 is that of record %d in the log of %s" % (file, n, origin))
    print("PROVED against head.txt: compare that with one that you have from elsewhere")


try:
    main()
except (ValueError, IndexError, OSError) as e:
    fail("a file cannot be read as what it should be: %s" % e)

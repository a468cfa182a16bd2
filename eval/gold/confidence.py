#!/usr/bin/env python3
"""Writes how often each rule was right into lexicon/ar/attribution.rules, key `sure`.

    eval/gold/confidence.py RIWAYA CORPUS [MORE_GOLD...]

RIWAYA is the program, CORPUS the folder of the articles that are kept as addresses,
MORE_GOLD further folders of annotated articles. Of this folder only the open half is
used. A rule's share is drawn toward the share of all rules by eight findings, so that a
rule seen twice promises little: (right + 8 * all) / (found + 8).
"""
import glob, json, os, re, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
RULES = os.path.join(HERE, "../../lexicon/ar/attribution.rules")
ROW = re.compile(r"^([a-z-]+) +(\d+) +(\d+) +(\d+) +[\d.]+$")
DRAW = 8


def open_half(to):
    for ann in glob.glob(HERE + "/posts/*.ann.json"):
        if json.load(open(ann))["half"] == "open":
            for f in glob.glob(ann[: -len("ann.json")] + "*"):
                shutil.copy(f, to)
    for addr in glob.glob(HERE + "/corpus/*.addr.json"):
        if json.load(open(addr))["half"] == "open":
            shutil.copy(addr, to)
    with open(os.path.join(to, "sentences.jsonl"), "w") as out:
        for line in open(HERE + "/sentences.jsonl"):
            if json.loads(line)["half"] == "open":
                out.write(line)


def main(riwaya, corpus, *more):
    found, right = {}, {}
    with tempfile.TemporaryDirectory() as to:
        open_half(to)
        for d in (to, *more):
            text = subprocess.run([riwaya, "eval", d, "--corpus", corpus, "--layers", "claims"],
                                  capture_output=True, text=True, check=True).stdout
            for m in filter(None, map(ROW.match, text[text.index("rules of claims"):].split("\n"))):
                found[m[1]] = found.get(m[1], 0) + int(m[2])
                right[m[1]] = right.get(m[1], 0) + int(m[4])
    share = sum(right.values()) / sum(found.values())
    out = []
    for block in re.split(r"(?m)^(?=rule )", re.sub(r"(?m)^  sure .*\n", "", open(RULES).read())):
        m = re.match(r"rule ([a-z-]+)\n", block)
        if m:
            n, k = found.get(m[1], 0), right.get(m[1], 0)
            sure = (k + DRAW * share) / (n + DRAW)
            block = re.sub(r"(?m)^(  weight .*\n)", r"\g<1>  sure    %.2f\n" % sure, block, count=1)
        out.append(block)
    open(RULES, "w").write("".join(out))
    print("%d findings, %.3f right" % (sum(found.values()), share))


main(*sys.argv[1:])

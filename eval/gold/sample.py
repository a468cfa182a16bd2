#!/usr/bin/env python3
"""Draw the sample of corpus articles that this project annotates itself.

usage: sample.py CORPUS_DIR OUT_DIR

Strata, named before anything was drawn: `gulf-2015` (24 articles of
saudinewsnet-2015-07, at most three an outlet) and `elsewhere` (16 of other-ar, at most
three an outlet), of 700 to 3,200 characters, with two or more words of conflict or
displacement. Seed 20261126. Articles of the shared gold are left out by their text.
Odd numbers are locked, even ones open. Writes NAME.txt for the annotator and
sample.json with address and half; the texts stay outside the project.
"""
import glob, gzip, hashlib, json, os, random, re, sys

WORDS = ("قتل قتيل قتلى جرحى جريح هجوم قصف اشتباك تفجير نزوح نازح لاجئ غارة غارات مسلح معارك الجيش القوات هدنة حصار "
         "اعتقال مظاهر احتجاج ضحايا انفجار").split()

def main(corpus, out):
    known = set()
    for f in glob.glob(os.path.join(corpus, "../gold/*/*.txt")):
        known.add(re.sub(r"\s+", "", open(f, encoding="utf-8").read())[200:400])
    rows = []
    for stratum, name, n in (("gulf-2015", "saudinewsnet-2015-07.jsonl.gz", 24), ("elsewhere", "other-ar.jsonl.gz", 16)):
        rng = random.Random(20261126)
        all_ = [json.loads(l) for l in gzip.open(os.path.join(corpus, name), "rt", encoding="utf-8")]
        rng.shuffle(all_)
        per, taken = {}, 0
        for a in all_:
            text = (a["title"] or "") + "\n" + (a["text"] or "")
            if not 700 <= len(text) <= 3200 or sum(w in text for w in WORDS) < 2 or per.get(a["outlet"], 0) >= 3:
                continue
            if re.sub(r"\s+", "", text)[200:400] in known:
                continue
            per[a["outlet"]] = per.get(a["outlet"], 0) + 1
            taken += 1
            rows.append((stratum, name, a, text))
            if taken == n:
                break
    index = []
    os.makedirs(out, exist_ok=True)
    for i, (stratum, name, a, text) in enumerate(rows, 1):
        doc = f"c{i:02d}"
        open(os.path.join(out, doc + ".txt"), "w", encoding="utf-8").write(text)
        index.append({"doc": doc, "corpus": name, "url": a.get("url"), "outlet": a["outlet"], "stratum": stratum,
                      "sha256": hashlib.sha256(text.encode()).hexdigest(), "half": "locked" if i % 2 else "open",
                      "published": (a.get("seen") or "")[:10] or None})
    json.dump(index, open(os.path.join(out, "sample.json"), "w"), ensure_ascii=False, indent=1)

main(*sys.argv[1:])

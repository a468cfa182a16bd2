#!/usr/bin/env python3
"""Check the project's own gold: every span must be found by the rules of goldbuild.

usage: validate.py [--build DIR]

Reads posts/*.txt with posts/*.ann.json and sentences.jsonl beside this file. With
--build, writes NAME.txt and NAME.gold.json (offsets in code points, half open) for
all of them to DIR, in the form that score.py reads.
"""
import collections, glob, json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
SPANS = ("source", "cue", "content", "span", "noun")
LAYERS = ("claims", "figures", "times", "places", "actors", "events", "positions", "credits")
CLASSES = set("assert announce confirm claim deny accuse warn expect believe demand promise threaten ask agree reject condemn cite other".split())
KINDS = set("person government military police armed_group party igo ngo media medical court company document witness unnamed other".split())


def find(text, span, lo=0, hi=None, what=""):
    hi = len(text) if hi is None else hi
    s, n = (span, None) if isinstance(span, str) else span
    hits, i = [], text.find(s, lo, hi)
    while i >= 0:
        hits.append(i)
        i = text.find(s, i + 1, hi)
    if not hits or (n is None and len(hits) > 1) or (n or 1) > len(hits):
        raise ValueError(f"{what}: {len(hits)} times in the text: {s!r}")
    at = hits[(n or 1) - 1]
    return [at, at + len(s)]


def build(text, ann):
    out = {"doc": ann["doc"], "language": ann["language"], "published": ann["published"], "text_len": len(text)}
    for layer in LAYERS:
        out[layer] = []
        for k, item in enumerate(ann.get(layer, [])):
            what = f"{ann['doc']} {layer}[{k}]"
            lo, hi = find(text, item["near"], what=what) if "near" in item else (0, None)
            row = {}
            for key, v in item.items():
                if key == "near":
                    continue
                if key in SPANS and v is not None:
                    parts = v["parts"] if isinstance(v, dict) else [v]
                    at = row["span"]["spans"][0] if key == "noun" else (lo, hi)
                    offs = [find(text, p, *at, f"{what}.{key}") for p in parts]
                    row[key] = {"spans": offs, "text": " … ".join(text[a:b] for a, b in offs)}
                else:
                    row[key] = v
            out[layer].append(row)
    return out


def check(text, gold, half):
    doc, claims = gold["doc"], gold["claims"]
    bad = []
    if half not in ("open", "locked"):
        bad.append("half")
    for k, c in enumerate(claims):
        if c["class"] not in CLASSES or c["source_kind"] not in KINDS or c["mode"] not in ("direct", "indirect", "mixed"):
            bad.append(f"claims[{k}]: vocabulary")
        if c["source"] is None and "elided" not in c:
            bad.append(f"claims[{k}]: no source and no elided")
        if c["source"] is None and not c.get("resolved"):
            bad.append(f"claims[{k}]: elided without resolved")
        body = c["content"]["text"]
        if body[-1] in "،, " or (body[-1] == "." and c["mode"] != "direct") or body[0] in " \n":
            bad.append(f"claims[{k}]: content edges")
        p = c.get("parent")
        if p is not None:
            a, b = c["cue"]["spans"][0]
            if not any(x <= a and b <= y for x, y in claims[p]["content"]["spans"]):
                bad.append(f"claims[{k}]: not inside its parent")
    for k, f in enumerate(gold["figures"]):
        if f["claim"] is not None:
            a, b = f["span"]["spans"][0]
            if not any(x <= a and b <= y for x, y in claims[f["claim"]]["content"]["spans"]):
                bad.append(f"figures[{k}]: not inside its claim")
    return [f"{doc} {x}" for x in bad]


def main():
    outdir = sys.argv[sys.argv.index("--build") + 1] if "--build" in sys.argv else None
    docs = []
    for p in sorted(glob.glob(os.path.join(HERE, "posts", "*.ann.json"))):
        ann = json.load(open(p, encoding="utf-8"))
        docs.append((open(p[:-len(".ann.json")] + ".txt", encoding="utf-8").read(), ann))
    for line in open(os.path.join(HERE, "sentences.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        docs.append((row["text"], row))
    bad, count = [], collections.Counter()
    for text, ann in docs:
        try:
            gold = build(text, ann)
        except ValueError as e:
            bad.append(str(e))
            continue
        bad += check(text, gold, ann.get("half"))
        for layer in LAYERS:
            count[layer] += len(gold[layer])
        if outdir:
            os.makedirs(outdir, exist_ok=True)
            open(os.path.join(outdir, ann["doc"] + ".txt"), "w", encoding="utf-8").write(text)
            json.dump(gold, open(os.path.join(outdir, ann["doc"] + ".gold.json"), "w", encoding="utf-8"), ensure_ascii=False, indent=1)
    print(len(docs), "documents;", ", ".join(f"{n} {k}" for k, n in count.items()))
    for x in bad:
        print("BAD", x)
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()

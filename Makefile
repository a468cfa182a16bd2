# Riwaya: `make help` says what there is. Go and make are all that is needed; the tests in a browser
# (browser/run) get the rest themselves on Debian, or are skipped and say so.

export CGO_ENABLED := 0
export GOTOOLCHAIN ?= auto
GO ?= go
TESTFLAGS ?=
FUZZTIME ?= 30s
SHARED ?= ../shared

.PHONY: help check test browser docs eval bench fuzz run release

help: ## what each of these does
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /make \1\t/'

check: ## formatting, vet, and the lexicon with all its examples
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	$(GO) vet ./...
	$(GO) run ./cmd/riwaya lexicon check

test: check ## all checks and tests
	$(GO) test $(TESTFLAGS) ./...
	@GO=$(GO) browser/run

browser: ## the desk looked at in a browser; screenshots in browser/artifacts
	@GO=$(GO) browser/run

docs: ## docs/events.md, what is coded as an event, from the lexicon; docs/api.md from the code
	@$(GO) run ./cmd/riwaya lexicon events > docs/events.md.new && mv docs/events.md.new docs/events.md || { rm -f docs/events.md.new; exit 1; }
	@$(GO) run ./internal/desk/api/reference/generate > docs/api.md.new && mv docs/api.md.new docs/api.md || { rm -f docs/api.md.new; exit 1; }

LAYERS := figures,times,places,actors
# what two layers of the guide's articles and of the articles of the corpora have, the project's own posts and sentences have not
GUIDE := $(LAYERS),events,positions

eval: ## quality on annotated articles; writes eval/reports
	@mkdir -p eval/reports
	$(GO) run ./cmd/riwaya eval eval/gold --corpus $(SHARED)/corpus --layers claims,credits --ci --report eval/reports/claims.md
	$(GO) run ./cmd/riwaya eval eval/gold --corpus $(SHARED)/corpus --layers $(LAYERS) --ci --report eval/reports/layers.md | grep -E '^(figure|time|place|actor)\.'
	$(GO) run ./cmd/riwaya eval eval/gold/corpus --corpus $(SHARED)/corpus --layers events,positions --ci --report eval/reports/events.md | grep -E '^(event|position)\.'
	@[ ! -d $(SHARED)/gold/dev ] || $(GO) run ./cmd/riwaya eval $(SHARED)/gold/dev --layers $(GUIDE) --ci --report eval/reports/guide-layers.md >/dev/null
	@$(GO) test ./internal/review/queue -run Reliability -update >/dev/null # what the queue believes of rules
	@for d in dev check; do [ ! -d $(SHARED)/gold/$$d ] || { echo $$d; $(GO) run ./cmd/riwaya eval $(SHARED)/gold/$$d --layers claims,credits,$(GUIDE) --ci | grep -E '^(claim|credit|figure|time|place|actor|event|position)\.'; }; done
	@for f in $(SHARED)/corpus/*.jsonl.gz; do [ ! -e $$f ] || $(GO) run ./cmd/riwaya lexicon coverage $$f --top 0 2>/dev/null || true; done

bench: ## speed and memory: reading on one core, the ledger on all
	GOMAXPROCS=1 $(GO) test -run '^$$' -bench 'Read$$' -benchtime 5s ./internal/read
	$(GO) test -run '^$$' -bench Cold -benchtime 10x ./cmd/riwaya
	$(GO) test -run '^$$' -bench Stream -benchtime 1x ./cmd/riwaya
	$(GO) test -run '^$$' -bench Add -benchtime 1x ./cmd/riwaya

fuzz: ## every fuzz test for FUZZTIME (30s)
	@set -e; for p in $$($(GO) list ./...); do \
		for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz' || true); do \
			echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$p; \
		done; \
	done

run: ## read the sample article and show who said what
	@$(GO) run ./cmd/riwaya read examples/article.txt --published 2019-02-19

VERSION ?= $(shell git describe --tags --always 2>/dev/null || echo dev)
release: ## programs for Linux, Windows and macOS that open the desk by a double click, in dist/
	$(GO) run ./release $(VERSION)

module riwaya/eval/extractors

go 1.26.0

require github.com/markusmobius/go-trafilatura v1.12.2

package letters

import "riwaya/internal/lang"

// MarkOf is which punctuation a rune is.
func MarkOf(r rune) lang.Mark {
	switch r {
	case '،', ',', '、', '﹐', '，':
		return lang.Comma
	case '.', '۔':
		return lang.Stop
	case '…':
		return lang.Ellipsis
	case '?', '؟':
		return lang.Question
	case '!', '！':
		return lang.Exclamation
	case ':', '：':
		return lang.Colon
	case ';', '؛':
		return lang.Semicolon
	case '«', '“', '‹', '„', '〝':
		return lang.QuoteOpen
	case '»', '”', '›', '‟', '〞':
		return lang.QuoteClose
	case '"', '‘', '’', '＂', '`':
		return lang.QuoteEither
	case '(', '[', '{', '﴿', '（':
		return lang.BracketOpen
	case ')', ']', '}', '﴾', '）':
		return lang.BracketClose
	case '-', '–', '—', '―', '−', '‐', '‑', Tatweel:
		return lang.Dash
	case '/', '\\':
		return lang.Slash
	case '|', '¦', '❘':
		return lang.Bar
	case '#', '＃':
		return lang.Hash
	case '_':
		return lang.Underscore
	}
	return lang.OtherMark
}

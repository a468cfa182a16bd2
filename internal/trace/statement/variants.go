package statement

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"slices"
	"strings"

	"riwaya"
	"riwaya/internal/trace/union"
)

var idCoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// write fills the statements from what was joined.
func (s *Set) write(all []Saying, u *union.Union) {
	groups := map[int][]int{}
	for i := range all {
		if len(all[i].In) > 0 {
			root := u.Find(i)
			groups[root] = append(groups[root], i)
		}
	}
	for _, group := range groups {
		slices.SortFunc(group, func(i, j int) int { return CompareRefs(s.Ref(&all[i]), s.Ref(&all[j])) })
		st := riwaya.Statement{ID: statementID(s.Ref(&all[group[0]]))}
		st.Source = all[s.fullest(all, group)].Claim.Source
		st.Source.Spans = nil // of one article only
		variants := map[string]int{}
		for _, i := range group {
			ref := s.Ref(&all[i])
			st.Claims = append(st.Claims, ref)
			key := s.wording(&all[i])
			n, ok := variants[key]
			if !ok {
				n = len(st.Variants)
				variants[key] = n
				st.Variants = append(st.Variants, riwaya.Variant{Text: all[i].Claim.Content.Text, Mode: all[i].Claim.Content.Mode})
			}
			st.Variants[n].Claims = append(st.Variants[n].Claims, ref)
		}
		slices.SortStableFunc(st.Variants, func(a, b riwaya.Variant) int { return cmp.Compare(len(b.Claims), len(a.Claims)) })
		s.Statements = append(s.Statements, st)
	}
	slices.SortFunc(s.Statements, func(a, b riwaya.Statement) int { return CompareRefs(a.Claims[0], b.Claims[0]) })
	of := make(map[riwaya.ClaimRef]int, len(all))
	for n := range s.Statements {
		for _, ref := range s.Statements[n].Claims {
			of[ref] = n
		}
	}
	for i := range all {
		all[i].Statement = of[s.Ref(&all[i])]
	}
}

// fullest is the claim of a group that says most about its source: known by the lexicon, then
// named, then the longest.
func (s *Set) fullest(all []Saying, group []int) int {
	best := group[0]
	score := func(i int) int {
		n := min(len(all[i].Claim.Source.Text), 500)
		if all[i].Who.Name != "" {
			n += 1000
		}
		if all[i].Who.Actor != nil {
			n += 2000
		}
		if all[i].Who.Private { // who may be private in one report is not named by another
			n += 4000
		}
		return n
	}
	for _, i := range group {
		if score(i) > score(best) {
			best = i
		}
	}
	return best
}

// wording is a content as terms, by which two spellings of it are one.
func (s *Set) wording(x *Saying) string {
	var b strings.Builder
	for _, w := range s.ContentOf(x) {
		b.WriteString(s.Vocabulary.Terms[w.Term])
		b.WriteByte(' ')
	}
	return b.String()
}

func (s *Set) Ref(x *Saying) riwaya.ClaimRef {
	return riwaya.ClaimRef{Article: s.Reports[x.Report].Rec.Article.ID, Claim: x.Claim.ID}
}

func CompareRefs(a, b riwaya.ClaimRef) int {
	return cmp.Or(strings.Compare(a.Article, b.Article), strings.Compare(a.Claim, b.Claim))
}

// statementID names a statement by the claim of it that comes first.
func statementID(first riwaya.ClaimRef) string {
	sum := sha256.Sum256([]byte("statement\x00" + first.Article + "\x00" + first.Claim))
	return "st-" + idCoding.EncodeToString(sum[:])[:10]
}

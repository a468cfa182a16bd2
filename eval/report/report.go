package report

// Report is how a set of predictions did.
type Report struct {
	Measures    []Measure     // over all documents, by name
	Docs        []DocReport   // in the order scored, without the locked ones
	Locked      int           // how many more documents are in the measures alone
	Reliability []Reliability // of claims and of figures
	Rules       []RuleRow     // by layer and rule
}

// DocReport is how one document did.
type DocReport struct {
	Name     string
	Measures []Measure // without intervals
	Log      []string  // what was off, missed or spurious, with its words
}

// Measure is one thing that is measured, over all the documents together.
type Measure struct {
	Name      string
	Right     float64
	Predicted float64
	Gold      float64
	Low, High float64 // the 95 % interval of F
}

// P is the precision, false where nothing was predicted.
func (m Measure) P() (float64, bool) { return share(m.Right, m.Predicted) }

// R is the recall, false where the gold has nothing.
func (m Measure) R() (float64, bool) { return share(m.Right, m.Gold) }

// F is the harmonic mean of both, false where neither side has anything.
func (m Measure) F() (float64, bool) {
	if m.Predicted+m.Gold == 0 {
		return 0, false
	}
	return 2 * m.Right / (m.Predicted + m.Gold), true
}

func share(a, b float64) (float64, bool) {
	if b == 0 {
		return 0, false
	}
	return a / b, true
}

// Measure returns the measure of a name, false where no document has it.
func (r Report) Measure(name string) (Measure, bool) { return measureOf(r.Measures, name) }

// Measure returns the document's measure of a name, false where it has none.
func (d DocReport) Measure(name string) (Measure, bool) { return measureOf(d.Measures, name) }

func measureOf(ms []Measure, name string) (Measure, bool) {
	for _, m := range ms {
		if m.Name == name {
			return m, true
		}
	}
	return Measure{}, false
}

// Outcomes tells, for each document that is not locked, whether it passes a
// measure: all of the gold right and nothing else predicted. It is what [Known]
// judges.
func (r Report) Outcomes(measure string) map[string]bool {
	out := map[string]bool{}
	for _, d := range r.Docs {
		m, _ := d.Measure(measure)
		out[d.Name] = m.Right == m.Gold && m.Predicted == m.Gold
	}
	return out
}

// Reliability is how far a layer's confidence can be believed: of all predictions
// at 0.8, eight in ten should be right. Right is claim.full for claims and
// figure.whole for figures.
type Reliability struct {
	Layer    string
	Bins     []Bin
	Unstated int // predictions without a confidence between 0 and 1
}

// Bin is the predictions with a confidence in [Low, High), the last bin's High
// included.
type Bin struct {
	Low, High  float64
	Predicted  int
	Right      int
	Confidence float64 // the mean, 0 where nothing was predicted
}

// Share is how many of the bin were right, false where nothing was predicted.
func (b Bin) Share() (float64, bool) { return share(float64(b.Right), float64(b.Predicted)) }

// RuleRow is how the findings of one rule did. Rule is the name up to "@", empty
// for findings that name none.
type RuleRow struct {
	Layer     string
	Rule      string
	Predicted int
	Matched   int // paired with a finding of the gold
	Full      int // and right as whole, as the layer's own measure has it
}

package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"strconv"
)

// jsonl is one JSON object a line, its fields the columns in their order: numbers, true
// and false as such, lists as lists, null for nothing.
type jsonl struct {
	w       *bufio.Writer
	columns []column
	object  object
}

func (f *jsonl) begin(columns []column) error {
	f.columns = columns
	return nil
}

func (f *jsonl) row(values []value, _ *point) error {
	b, err := f.object.of(f.columns, values)
	if err != nil {
		return err
	}
	f.w.Write(b)
	return f.w.WriteByte('\n')
}

func (f *jsonl) end() error { return nil }

// object makes JSON objects of rows.
type object struct {
	b   bytes.Buffer
	enc *json.Encoder
}

// of is one row; what it gives is good until it is called again.
func (o *object) of(columns []column, values []value) ([]byte, error) {
	if o.enc == nil {
		o.enc = json.NewEncoder(&o.b)
		o.enc.SetEscapeHTML(false)
	}
	o.b.Reset()
	o.b.WriteByte('{')
	for i := range columns {
		if i > 0 {
			o.b.WriteByte(',')
		}
		o.b.WriteString(strconv.Quote(columns[i].name)) // ASCII
		o.b.WriteByte(':')
		if err := o.value(values[i]); err != nil {
			return nil, err
		}
	}
	o.b.WriteByte('}')
	return o.b.Bytes(), nil
}

func (o *object) value(v value) error {
	var any any
	switch v.kind {
	case nothing:
		o.b.WriteString("null")
		return nil
	case truth:
		o.b.WriteString(v.cell())
		return nil
	case number:
		any = v.num
	case list:
		any = v.list
	default:
		any = v.text
	}
	err := o.enc.Encode(any)
	o.b.Truncate(max(0, o.b.Len()-1)) // the end of line
	return err
}

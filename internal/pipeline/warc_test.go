package pipeline

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"riwaya/internal/archive/warc"
)

// TestWARC reads the pages of an archive; the archive is the capture. A record that was cut
// short is a failure, and those around it are read.
func TestWARC(t *testing.T) {
	b := newBench(t)
	page := "<html><head><title>A title</title></head><body><article>" + strings.Repeat("<p>"+strings.Repeat("words of an article, ", 20)+"</p>", 5) + "</article></body></html>"
	var w bytes.Buffer
	for i, c := range []struct{ kind, media, block string }{
		{warc.Info, "application/warc-fields", "software: x\r\n"},
		{warc.Response, "application/http;msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page},
		{warc.Response, "application/http", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + page},
		{warc.Response, "application/http", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx"},
		{warc.Response, "application/http", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>"},
		{warc.Resource, "text/html", page},
	} {
		h := warc.Header{{Name: "WARC-Type", Value: c.kind}, {Name: "WARC-Target-URI", Value: fmt.Sprintf("https://outlet.example/%d", i)},
			{Name: "WARC-Date", Value: "2019-02-20T14:05:00Z"}, {Name: "Content-Type", Value: c.media}}
		m, err := warc.Member(h, []byte(c.block))
		must(t, err)
		w.Write(m)
		if i == 2 {
			w.Write(m[:len(m)-20])
		}
	}
	b.want(b.add(AddOptions{}, file("crawl.warc.gz", w.String())), "captured 1, read 2, failed 2")
	for _, e := range b.said {
		if e.Err != nil && !strings.HasPrefix(e.Name, "crawl.warc.gz: byte ") {
			t.Errorf("%s: %v", e.Name, e.Err)
		}
	}
	b.want(b.add(AddOptions{}, file("crawl.warc.gz", w.String())), "nothing 1")
	b.sound()
}

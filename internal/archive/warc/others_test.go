package warc

import (
	"bytes"
	"compress/gzip"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadsWget reads what GNU wget keeps of a page, a chunked page and a redirect, and
// holds the digests that wget computed against the blocks that were read.
func TestReadsWget(t *testing.T) {
	wget, err := exec.LookPath("wget")
	if err != nil {
		t.Skip("no wget: apt install wget")
	}
	page := "<html><body>" + strings.Repeat("قال مدير المستشفى إن الطريق مفتوح. ", 400) + "</body></html>"
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/moved":
			http.Redirect(w, r, "/page", http.StatusFound)
		case "/chunks":
			for part := range strings.SplitAfterSeq(page, ". ") {
				_, _ = io.WriteString(w, part)
				w.(http.Flusher).Flush()
			}
		default:
			_, _ = io.WriteString(w, page)
		}
	}))
	defer s.Close()
	for _, packed := range []bool{true, false} {
		name := filepath.Join(t.TempDir(), "crawl")
		args := []string{"--no-config", "--no-proxy", "-q", "-O", os.DevNull, "--warc-file=" + name, s.URL + "/moved", s.URL + "/chunks"}
		file := name + ".warc.gz"
		if !packed {
			args, file = append(args, "--no-warc-compression"), name+".warc"
		}
		if out, err := exec.Command(wget, args...).CombinedOutput(); err != nil {
			t.Fatalf("wget: %v\n%s", err, out)
		}
		f, err := os.Open(file)
		must(t, err)
		bodies := map[string]string{}
		kinds := map[string]int{}
		for r := NewReader(f); ; {
			rec, err := r.Next()
			if err == io.EOF {
				break
			}
			must(t, err)
			kinds[rec.Type()]++
			block, err := io.ReadAll(rec.Block)
			must(t, err)
			sum := sha1.Sum(block)
			if want := rec.Header.Get("WARC-Block-Digest"); want != "" && want != "sha1:"+base32.StdEncoding.EncodeToString(sum[:]) {
				t.Errorf("%s: digest %s is not that of the block", rec.URI(), want)
			}
			if rec.Type() == Response {
				h, err := ParseHTTP(bytes.NewReader(block))
				must(t, err)
				body, err := io.ReadAll(h.Body)
				must(t, err)
				bodies[fmt.Sprintf("%s %d", rec.URI(), h.Status)] = string(body)
			}
		}
		must(t, f.Close())
		if bodies[s.URL+"/page 200"] != page || bodies[s.URL+"/chunks 200"] != page {
			t.Errorf("packed %v: not the pages that were sent: %d answers", packed, len(bodies))
		}
		if _, ok := bodies[s.URL+"/moved 302"]; !ok || kinds[Info] != 1 || kinds["request"] != 3 {
			t.Errorf("packed %v: %v", packed, kinds)
		}
	}
}

// TestWarcioReads has another implementation, webrecorder's warcio for Node, read what is
// written here, and hash each block itself.
func TestWarcioReads(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node: warcio runs on it")
	}
	if root, err := exec.Command("npm", "root", "-g").Output(); err == nil && os.Getenv("NODE_PATH") == "" {
		t.Setenv("NODE_PATH", strings.TrimSpace(string(root)))
	}
	if err := exec.Command(node, "-e", "require('warcio')").Run(); err != nil {
		t.Skip("no warcio: npm install -g warcio")
	}
	var file bytes.Buffer
	var want []string
	add := func(h Header, block string) {
		sum := sha256.Sum256([]byte(block))
		h.Add("WARC-Block-Digest", "sha256:"+hex.EncodeToString(sum[:]))
		m, err := Member(h, []byte(block))
		must(t, err)
		file.Write(m)
		want = append(want, h.Get("WARC-Type")+" "+h.Get("WARC-Target-URI")+" "+hex.EncodeToString(sum[:]))
	}
	add(header(Info, ""), "software: riwaya\r\n")
	add(header(Resource, "urn:riwaya:file:a.txt"), strings.Repeat("قال إن الجسر مغلق. ", 4000))
	h := header(Response, "https://outlet.example/1")
	h.Add("Content-Type", "application/http;msgtype=response")
	add(h, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>نص</p>")
	h = header(Revisit, "https://outlet.example/1")
	h.Add("WARC-Profile", SamePayload)
	add(h, "")
	m, err := Notice(header(Metadata, "urn:riwaya:gone"), []byte("withdrawn"), 200000)
	must(t, err)
	file.Write(m)
	add(header(Metadata, "urn:riwaya:record:1"), `{"a":1}`)
	big := strings.Repeat("x", 1<<20)
	h = header(Resource, "urn:riwaya:file:b.gz")
	must(t, Stream(&file, h, int64(len(big)), strings.NewReader(big), gzip.NoCompression))

	name := filepath.Join(t.TempDir(), "a.warc.gz")
	must(t, os.WriteFile(name, file.Bytes(), 0o600))
	const program = `
const {WARCParser} = require('warcio'), fs = require('fs'), crypto = require('crypto');
(async () => {
  const out = [];
  const parser = new WARCParser(fs.createReadStream(process.argv[1]), {parseHttp: false});
  for await (const r of parser) {
    const hash = crypto.createHash('sha256');
    let size = 0;
    for await (const chunk of r) { hash.update(chunk); size += chunk.length; }
    out.push({type: r.warcType, uri: r.warcTargetURI || '', sum: hash.digest('hex'), size});
  }
  console.log(JSON.stringify(out));
})();`
	out, err := exec.Command(node, "-e", program, name).Output()
	must(t, err)
	var got []struct {
		Type, URI, Sum string
		Size           int
	}
	must(t, json.Unmarshal(out, &got))
	var lines []string
	for _, g := range got {
		if !strings.HasSuffix(g.URI, "gone") && g.Size != len(big) {
			lines = append(lines, g.Type+" "+g.URI+" "+g.Sum)
		}
	}
	if strings.Join(lines, "\n") != strings.Join(want, "\n") || len(got) != len(want)+2 {
		t.Errorf("warcio read\n%s\nwant\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

package follow

import (
	"context"
	"iter"
	"net/url"
	"sync"
)

// got is what came of a request.
type got struct {
	Request
	Answer
	err error
}

// get asks for addresses, as many hosts at a time as there are jobs, of each host one after another
// in their order. What has not been taken up waits; so many answers are held at most.
func get(ctx context.Context, web Web, jobs int, all []Request) iter.Seq[got] {
	return func(yield func(got) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var working sync.WaitGroup
		defer working.Wait()
		defer cancel()
		hosts, out := make(chan []Request), make(chan got)
		for range max(1, jobs) {
			working.Go(func() {
				for some := range hosts {
					for _, r := range some {
						a, err := web.Get(ctx, r)
						if ctx.Err() != nil { // whatever came says nothing of the server
							return
						}
						select {
						case out <- got{r, a, err}:
						case <-ctx.Done():
							return
						}
					}
				}
			})
		}
		working.Go(func() {
			defer close(hosts)
			for _, some := range byHost(all) {
				select {
				case hosts <- some:
				case <-ctx.Done():
					return
				}
			}
		})
		for range all {
			select {
			case g := <-out:
				if !yield(g) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// byHost are requests by their hosts, in the order in which these first stand.
func byHost(all []Request) [][]Request {
	var out [][]Request
	at := map[string]int{}
	for _, r := range all {
		host := r.URL
		if u, err := url.Parse(r.URL); err == nil {
			host = u.Host
		}
		i, ok := at[host]
		if !ok {
			i = len(out)
			at[host] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], r)
	}
	return out
}

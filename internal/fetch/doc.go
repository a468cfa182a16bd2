// Package fetch gets pages from the web, politely.
//
// A [Client] lives as long as a run and remembers what the hosts asked for. What it promises:
// a host is asked by one at a time, with a delay in between; what could be otherwise a little
// later is tried again, as late as the server asks, a bounded number of times; a user agent that
// names the program and nothing about who runs it; no cookies, no referrer. Everything is
// bounded: time, redirects, and the size of the body both as sent and unpacked. Addresses that
// are not on the public internet are refused where the connection is made, after every redirect
// and every answer of DNS, so that no page can make the program read a router, a cloud's
// metadata or the local machine. Every redirect is handed back with its answer. Errors are one
// line that a person can act on, and values that a program can tell apart.
//
// What it does not do: it keeps nothing on disk, and does not look for an article in what it got.
package fetch

// Package fetch gets one page from the web, politely.
//
// What it promises: one attempt at a time and one connection, closed afterwards; a
// user agent that names the program and nothing about who runs it; no cookies, no
// referrer, no proxy. Everything is bounded: time, redirects, and the size of the body
// both as sent and unpacked. Addresses that are not on the public internet are refused
// where the connection is made, after every redirect and every answer of DNS, so that
// no page can make the program read a router, a cloud's metadata or the local machine.
// Errors are one line that a person can act on.
//
// What it does not do: it repeats nothing, keeps nothing, does not read robots.txt, and
// does not look into what it got. When to try again is the caller's matter; an
// [Error] says whether that could help.
package fetch

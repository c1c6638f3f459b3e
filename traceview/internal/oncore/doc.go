// Package oncore joins the running spans of goroutines with the times that the kernel says
// their threads were on a core.
package oncore

// Package grow has tables that grow on demand, and lists that are thinned out.
package grow

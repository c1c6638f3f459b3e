// Package grow provides tables that grow on demand, and a way to thin out lists.
package grow

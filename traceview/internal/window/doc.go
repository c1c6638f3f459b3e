// Package window is the sink that keeps the spans of an interval in lanes: exactly if there are few
// enough, otherwise merged with their neighbours. If there are very many goroutines, those without
// a lane are added up by start function.
package window

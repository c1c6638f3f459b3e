// Package window is the sink that keeps the spans of a stretch of time in lanes, exactly
// while there are few enough, else merged with their neighbours; of very many goroutines it
// adds up those without a lane by start function.
package window

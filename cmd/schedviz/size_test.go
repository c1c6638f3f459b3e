package main

import "testing"

func TestSize(t *testing.T) {
	for text, want := range map[string]string{
		"1": "1", "1500": "1500", "2000": "2kB", "10B": "10", "500MB": "500MB", "500mb": "500MB", "2G": "2GB", "2 GB": "2GB",
		"1.5kB": "1500", "1KiB": "1024", "0.5gib": "536870912", "3TB": "3TB", "5000TB": "5000TB",
		"": "", "0": "", "-1": "", "GB": "", "1.2.3": "", "1XB": "", "9999999TB": "", "1e9": "", "NaN": "",
	} {
		var s size
		switch err := s.Set(text); {
		case (err != nil) != (want == ""):
			t.Errorf("Set(%q) = %v, want an error: %v", text, err, want == "")
		case err == nil && s.String() != want:
			t.Errorf("Set(%q) sets %s, want %s", text, &s, want)
		}
	}
}

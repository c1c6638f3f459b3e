package record

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
)

// raceLog begins the name of the file that the race detector writes; a dot and the process's ID follow.
const raceLog = "race"

// raceEnv makes the race detector of a child write its reports to the run directory dir, and leave the exit status to
// the child. What the user has in GORACE comes first; later settings win.
func raceEnv(dir string) string {
	return fmt.Sprintf(`GORACE=%s log_path="%s" exitcode=0 atexit_sleep_ms=0`, os.Getenv("GORACE"),
		filepath.Join(dir, raceLog))
}

// keepRaces gives the reports of the child's race detector their name. There is no file if there is nothing to report.
func (r *Run) keepRaces(pid int) error {
	err := os.Rename(r.Path(raceLog+"."+strconv.Itoa(pid)), r.Path(RacesFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("keeping what the race detector reported about %s: %w", r.Workload, err)
	}
	return nil
}

// RaceReports returns what the race detector reported, "" if nothing.
func (r *Run) RaceReports() (string, error) {
	text, err := os.ReadFile(r.Path(RacesFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("reading what the race detector reported: %w", err)
	}
	return string(text), nil
}

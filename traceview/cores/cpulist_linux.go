package cores

import (
	"strconv"
	"strings"
)

// parseCPUList parses a list such as "0-3,8".
func parseCPUList(list string) (cpus []int, ok bool) {
	for part := range strings.SplitSeq(list, ",") {
		low, high, isRange := strings.Cut(part, "-")
		from, err := strconv.ParseUint(low, 10, 32)
		if err != nil {
			return nil, false
		}
		to := from
		if isRange {
			if to, err = strconv.ParseUint(high, 10, 32); err != nil {
				return nil, false
			}
		}
		if to < from || to >= MaxCPUs {
			return nil, false
		}
		for cpu := from; cpu <= to; cpu++ {
			cpus = append(cpus, int(cpu))
		}
	}
	return cpus, true
}

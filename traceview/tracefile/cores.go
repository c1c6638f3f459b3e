package tracefile

import "schedviz/traceview/cores"

// SetCores joins the trace with d, the kernel's record of which thread was on
// which core: from now on Summarize and Window tell of cores. Whether d belongs to
// the trace shows when the trace is read; if not, it is left aside with a warning.
// The caller closes d when it is done with f.
func (f *File) SetCores(d *cores.Data) { f.cores = d }

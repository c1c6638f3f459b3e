package record

import (
	"debug/buildinfo"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"schedviz/traceview/cores"
)

// Program is the program of a run, as far as its file says.
type Program struct {
	Args     []string `json:"args"`     // its command line; only its name if it was attached to: arguments may be secret
	Dir      string   `json:"dir"`      // the directory that it ran in
	Package  string   `json:"package"`  // import path of its main package, "" if it is no Go program
	Module   string   `json:"module"`   // "example.com/app"
	Version  string   `json:"version"`  // of the module
	Revision string   `json:"revision"` // of the version control system, "" if unknown
	Modified bool     `json:"modified"` // there were changes that are not in the revision
	Flags    []string `json:"flags"`    // build settings as name=value: "-race=true", "GOARCH=amd64"
	Recorded string   `json:"recorded"` // why the recording ended before the program: a sentence, "" if it did not
}

// ProgramOptions say which program to record and where.
type ProgramOptions struct {
	Out     string   // the directory that run directories are made in
	Name    string   // what the run, and its directory, are called: "app"
	Command []string // the user's command line, recorded with the run

	Binary string    // the program's file
	Path   string    // what to start: the binary, or a command that runs it
	Args   []string  // its command line, with its name
	Dir    string    // the directory to run it in; "" is the current one
	Stdin  io.Reader // its standard streams; files are given to it as they are
	Stdout io.Writer
	Stderr io.Writer

	// Request returns the environment variable, as name=value, that asks the program to write its trace to a file.
	Request func(trace string) (string, error)
	Signals Signals

	Procs  int        // GOMAXPROCS; 0 leaves it to the program
	Cores  cores.Mode // how to capture which thread is on which core; "" is off
	Queues bool       // sample the run queues, by GODEBUG=schedtrace; only on Linux
}

// RecordProgram runs a program, which records itself, until it ends, and returns its run directory. Run.Exit says how
// the program ended; the error says why there is no recording, or that run.json could not be completed.
func RecordProgram(o ProgramOptions) (*Run, error) {
	r, err := create(Options{Out: o.Out, Name: o.Name, Workload: o.Name, Command: o.Command, Procs: o.Procs})
	if err != nil {
		return nil, err
	}
	r.Params = map[string]string{}
	r.Program = programOf(o)
	if info, err := buildinfo.ReadFile(o.Binary); err == nil {
		r.GoVersion = info.GoVersion
		r.Program.Describe(info)
	}
	relay := o.Signals.listen()
	runtime.LockOSThread() // for launch
	defer runtime.UnlockOSThread()
	var c *program
	capture, err := r.launch(o.Cores, func() (pid int, err error) {
		if c, err = startProgram(r, o); err != nil {
			return 0, err
		}
		return c.cmd.Process.Pid, nil
	})
	if err != nil {
		relay.stop()
		return nil, err
	}
	relay.passTo(c.cmd.Process)
	c.cmd.Wait() // ProcessState has all that matters
	interrupted := relay.stop()
	if err := r.ended(capture, c.queues); err != nil {
		return r, err
	}
	r.Exit = exitOfProgram(c.cmd.ProcessState, interrupted)
	r.Complete = true
	return r, r.Save()
}

func programOf(o ProgramOptions) *Program {
	dir, _ := filepath.Abs(o.Dir)
	return &Program{Args: o.Args, Dir: dir, Flags: []string{}}
}

// Describe fills in what the program's file says.
func (p *Program) Describe(info *debug.BuildInfo) {
	p.Package, p.Module, p.Version = info.Path, info.Main.Path, info.Main.Version
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			p.Revision = s.Value
		case "vcs.modified":
			p.Modified = s.Value == "true"
		default:
			if !strings.HasPrefix(s.Key, "vcs") && s.Key != "DefaultGODEBUG" && s.Value != "" {
				p.Flags = append(p.Flags, s.Key+"="+s.Value)
			}
		}
	}
}

// program is a running program.
type program struct {
	cmd    *exec.Cmd
	queues *queueWatch // nil if run queues are not sampled
}

func startProgram(r *Run, o ProgramOptions) (*program, error) {
	request, err := o.Request(r.Path(TraceFile))
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(o.Path)
	cmd.Args, cmd.Dir = o.Args, o.Dir
	cmd.Stdin, cmd.Stdout, cmd.Stderr = o.Stdin, o.Stdout, o.Stderr
	cmd.Env = append(os.Environ(), request)
	if o.Procs > 0 {
		cmd.Env = append(cmd.Env, "GOMAXPROCS="+strconv.Itoa(o.Procs))
	}
	p := &program{cmd: cmd}
	if o.Queues {
		if p.queues, err = watchQueues(o.Stderr); err != nil {
			return nil, err
		}
		cmd.Stderr = p.queues
		cmd.Env = append(cmd.Env, r.queuesEnv())
		cmd.WaitDelay = time.Second // in case a grandchild keeps standard error open
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", o.Args[0], Cause(err))
	}
	return p, nil
}

// exitOfProgram assembles how a program ended.
func exitOfProgram(state *os.ProcessState, interrupted bool) Exit {
	x := statusOf(state)
	switch {
	case x.Signal != "":
		x.Error, x.Interrupted = "killed by signal: "+x.Signal, interrupted
	case x.Status != 0:
		x.Error, x.Interrupted = "exit status "+strconv.Itoa(x.Status), interrupted
	}
	return x
}

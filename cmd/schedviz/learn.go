package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"schedviz/traceview/record"
	"schedviz/traceview/words"
	"schedviz/workloads/experiment"
)

// learnFlags are the flags of learn.
type learnFlags struct {
	experiment.Options
	run, open, json bool
	output          string
}

// newLearnCommand makes the learn command. args is the whole command line, recorded with the runs it makes.
func newLearnCommand(args []string) *cobra.Command {
	f := &learnFlags{Options: experiment.Defaults()}
	c := &cobra.Command{
		Use:   "learn [--run] [-o FILE] [flags]",
		Short: "Put a course together from runs on this machine",
		Long: `Put a course together: one page, without scripts and offline, that takes a reader through
goroutines and the scheduler by what introductions to Go teach. Each section has a command,
a picture of the run that it made on this machine, its claims with their verdicts, and a link
to its page.

The course uses the newest runs in --out, and lists what is missing; --run makes the missing
ones first, one after another. Ctrl-C ends that; what was made by then stays, and --run
goes on from there. The last line printed is the path of the page.`,
		Example: `  schedviz learn                      what there is to learn, and what was run already
  schedviz learn --run --open         make all runs, and read the course`,
		Args:              exactly(0, ""),
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := f.Check(c.Flags()); err != nil {
				return err
			}
			return f.do(c, args)
		},
		DisableFlagsInUseLine: true,
	}
	fs := c.Flags()
	fs.BoolVar(&f.run, "run", false, "make the runs that are missing")
	fs.StringVarP(&f.output, "output", "o", "", "write the page to `FILE` (default learn.html in --out)")
	fs.StringVar(&f.Out, "out", f.Out, "look for runs, and make them, in `DIR`")
	experiment.BindCores(fs, &f.Cores)
	fs.DurationVar(&f.Timeout, "timeout", f.Timeout, "end a run after this time")
	bindOpen(fs, &f.open)
	bindJSON(fs, &f.json)
	completeChoices(c)
	return c
}

func (f *learnFlags) do(c *cobra.Command, args []string) error {
	o := f.Options
	o.Command, o.Hooks = append([]string{"schedviz"}, args...), hooks(c.ErrOrStderr())
	course, err := experiment.NewCourse(o)
	if err != nil {
		return err
	}
	pageMemory.use()
	var failed error
	if f.run {
		failed = makeRuns(c, course)
		if failed != nil && c.Context().Err() != nil {
			return failed
		}
	}
	page := cmp.Or(f.output, filepath.Join(f.Out, experiment.CourseFile))
	if err := course.Write(c.Context(), page, f.output != ""); err != nil {
		return err
	}
	if err := f.print(c.OutOrStdout(), course, page); err != nil {
		return err
	}
	if f.open {
		openBrowser(c.ErrOrStderr(), page)
	}
	return failed
}

// makeRuns makes the missing runs and returns an error if some failed.
func makeRuns(c *cobra.Command, course *experiment.Course) error {
	outcomes, err := course.RunMissing(c.Context())
	if err != nil {
		return err
	}
	var failure batchFailed
	for _, o := range outcomes {
		if o.Err != nil {
			failure.add(o)
		}
	}
	if failure.first != nil {
		return failure
	}
	return nil
}

func (f *learnFlags) print(w io.Writer, course *experiment.Course, page string) error {
	if f.json {
		return words.WriteJSON(w, listedCourse(course, page))
	}
	for i, ch := range course.Chapters {
		fmt.Fprintf(w, "%d. %s\n", i+1, ch.Title)
		t := table{}
		for _, l := range ch.Lessons {
			done := "not run yet"
			if l.Run != nil {
				done = cmp.Or(l.Verdict(), "run")
			}
			t.add(l.Command(), done, l.Setup.Workload.Title)
		}
		t.write(w, "llw")
		fmt.Fprintln(w)
	}
	if n := len(course.Missing()); n > 0 {
		fmt.Fprintf(w, "%s not made yet; schedviz learn --run makes them.\n", words.Counted(n, "run"))
	}
	fmt.Fprintln(w, page)
	return nil
}

// courseJSON is what learn --json prints.
type courseJSON struct {
	Schema   int           `json:"schema"`
	Page     string        `json:"page"`
	Chapters []chapterJSON `json:"chapters"`
}

type chapterJSON struct {
	Title    string        `json:"title"`
	Seen     string        `json:"seen"`
	Sections []sectionJSON `json:"sections"`
}

// sectionJSON is a section of the course; a run that is missing has no directory and no claims.
type sectionJSON struct {
	Workload string         `json:"workload"`
	Title    string         `json:"title"`
	Command  string         `json:"command"`
	RunDir   string         `json:"run_dir"`
	Report   string         `json:"report"`
	Claims   []record.Claim `json:"claims"`
}

func listedCourse(course *experiment.Course, page string) courseJSON {
	out := courseJSON{Schema: 1, Page: page, Chapters: []chapterJSON{}}
	for _, ch := range course.Chapters {
		cj := chapterJSON{Title: ch.Title, Seen: ch.Seen, Sections: []sectionJSON{}}
		for _, l := range ch.Lessons {
			s := sectionJSON{
				Workload: l.Setup.Workload.Name, Title: l.Setup.Workload.Title, Command: l.Command(), Claims: []record.Claim{},
			}
			if r := l.Run; r != nil {
				s.RunDir, s.Report = r.Dir, r.Path(record.ReportFile)
				s.Claims = append(s.Claims, r.Claims...)
			}
			cj.Sections = append(cj.Sections, s)
		}
		out.Chapters = append(out.Chapters, cj)
	}
	return out
}

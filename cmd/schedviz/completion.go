package main

import (
	"fmt"
	"io"

	"schedviz/workloads/usage"

	"github.com/spf13/cobra"
)

var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print a script that completes commands, workloads and flags",
		Long: `Print a script that lets a shell (bash, zsh, fish or powershell) complete
commands, workloads, flags and their values.`,
		Example: `  source <(schedviz completion bash)
  schedviz completion zsh > "${fpath[1]}/_schedviz"
  schedviz completion fish | source
  schedviz completion powershell | Out-String | Invoke-Expression`,
		Args:              exactly(1, "one SHELL: bash, zsh, fish or powershell"),
		ValidArgs:         shells,
		ValidArgsFunction: cobra.FixedCompletions(shells, cobra.ShellCompDirectiveNoFileComp),
		RunE: func(c *cobra.Command, args []string) error {
			return completionScript(c.Root(), args[0], c.OutOrStdout())
		},
	}
}

func completionScript(root *cobra.Command, shell string, w io.Writer) (err error) {
	switch shell {
	case "bash":
		err = root.GenBashCompletionV2(w, true)
	case "zsh":
		err = root.GenZshCompletion(w)
	case "fish":
		err = root.GenFishCompletion(w, true)
	case "powershell":
		err = root.GenPowerShellCompletionWithDesc(w)
	default:
		return usage.Unknown("shell", shell, shells)
	}
	if err != nil {
		return fmt.Errorf("writing the completion script: %w", err)
	}
	return nil
}

//go:build ignore

// Records what real Go says about the wrong programs in this folder.
//
//	go run record.go *.txt
//
// Each file holds programs that begin with a line "=== name" and are followed by a line "---" and Go's output, which this
// program rewrites.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	folder, err := os.MkdirTemp("", "errors")
	check(err)
	defer os.RemoveAll(folder)
	for _, name := range os.Args[1:] {
		text, err := os.ReadFile(name)
		check(err)
		var out strings.Builder
		for _, part := range strings.Split("\n"+string(text), "\n=== ")[1:] {
			title, rest, _ := strings.Cut(part, "\n")
			program, _, _ := strings.Cut(rest+"\n", "\n---\n")
			program = strings.TrimRight(program, "\n") + "\n"
			check(os.WriteFile(filepath.Join(folder, "p.go"), []byte(program), 0o644))
			fmt.Fprintf(&out, "=== %s\n%s---\n%s", title, program, build(folder))
		}
		check(os.WriteFile(name, []byte(out.String()), 0o644))
	}
}

// build answers what the go command prints about p.go, without its heading and the "./" of names.
func build(folder string) string {
	command := exec.Command("go", "build", "-o", filepath.Join(folder, "program"), "p.go")
	command.Dir = folder
	printed, _ := command.CombinedOutput()
	var lines []string
	for _, line := range strings.Split(strings.TrimSpace(string(printed)), "\n") {
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		line = strings.ReplaceAll(line, "./p.go:", "p.go:")
		line = strings.ReplaceAll(line, folder+"/p.go:", "p.go:")
		if at := strings.Index(line, " (/"); at >= 0 && strings.Contains(line, "is not in std") {
			line = line[:at]
		}
		lines = append(lines, line+"\n")
	}
	return strings.Join(lines, "")
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

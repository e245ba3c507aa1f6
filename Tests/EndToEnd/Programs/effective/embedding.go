package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"strings"
)

type Job struct {
	Command string
	*log.Logger
}

func NewJob(command string, l *log.Logger) *Job { return &Job{command, l} }
func (job *Job) Printf(format string, args ...any) {
	job.Logger.Printf("%q: %s", job.Command, fmt.Sprintf(format, args...))
}

type ReadWriter struct {
	*bufio.Reader
	*bufio.Writer
}
type Counter int

func (c *Counter) Inc() int { *c++; return int(*c) }

type page struct {
	title string
	Counter
}

func main() {
	job := NewJob("build", log.New(os.Stdout, "Job: ", 0))
	job.Println("starting now...")
	job.Printf("%d of %d", 1, 2)
	rw := ReadWriter{bufio.NewReader(strings.NewReader("in\n")), bufio.NewWriter(os.Stdout)}
	line, _ := rw.ReadString('\n')
	fmt.Fprintf(rw, "echo %q\n", line)
	rw.Flush()
	var p page
	p.Inc()
	inc := p.Inc
	fmt.Println(inc(), p.Counter)
}

package main

import "fmt"

type State int

const (
	Idle State = iota
	Running
	Paused
	Stopped
)

//go:generate stringer -type=State
func (s State) String() string { return [...]string{"Idle", "Running", "Paused", "Stopped"}[s] }

type Trigger string
type transition struct {
	from State
	on   Trigger
}
type Machine struct {
	state State
	table map[transition]State
	hooks map[State][]func(from, to State)
}

func (m *Machine) On(s State, f func(from, to State)) {
	if m.hooks == nil {
		m.hooks = make(map[State][]func(State, State))
	}
	m.hooks[s] = append(m.hooks[s], f)
}
func (m *Machine) Fire(t Trigger) error {
	next, ok := m.table[transition{m.state, t}]
	if !ok {
		return fmt.Errorf("no transition from %v on %q", m.state, t)
	}
	old := m.state
	m.state = next
	for _, h := range m.hooks[next] {
		h(old, next)
	}
	return nil
}

func main() {
	m := &Machine{table: map[transition]State{
		{Idle, "start"}:    Running,
		{Running, "pause"}: Paused,
		{Paused, "start"}:  Running,
		{Running, "stop"}:  Stopped,
	}}
	runs := 0
	m.On(Running, func(f, _ State) { runs++; fmt.Println("running, was", f) })
	for _, t := range []Trigger{"start", "pause", "stop", "start", "stop", "start"} {
		if err := m.Fire(t); err != nil {
			fmt.Println("error:", err)
		}
	}
	fmt.Println(m.state, runs)
	fmt.Printf("%d %v %s %x\n", m.state, Paused, Idle, Stopped)
}

// A bank with accounts of several kinds, errors of its own, a journal and a report.
package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
)

type Money int64

func (m Money) String() string {
	sign := ""
	if m < 0 {
		sign, m = "-", -m
	}
	return fmt.Sprintf("%s$%d.%02d", sign, m/100, m%100)
}

type Kind uint8

const (
	Checking Kind = iota + 1
	Savings
	Credit
)

var kindNames = map[Kind]string{Checking: "checking", Savings: "savings", Credit: "credit"}

func (k Kind) String() string {
	if n, ok := kindNames[k]; ok {
		return n
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

var (
	ErrFrozen   = errors.New("account is frozen")
	ErrNoSuch   = errors.New("no such account")
	ErrNegative = errors.New("amount must be positive")
)

type InsufficientFunds struct {
	Account      string
	Need, Having Money
}

func (e *InsufficientFunds) Error() string {
	return fmt.Sprintf("%s: need %v, have %v (short by %v)", e.Account, e.Need, e.Having, e.Need-e.Having)
}

type Account interface {
	ID() string
	Balance() Money
	Deposit(Money) error
	Withdraw(Money) error
	fmt.Stringer
}

type base struct {
	id      string
	kind    Kind
	balance Money
	frozen  bool
	history []entry
}

type entry struct {
	what  string
	delta Money
	after Money
}

func (b *base) ID() string     { return b.id }
func (b *base) Balance() Money { return b.balance }
func (b *base) apply(what string, d Money) {
	b.balance += d
	b.history = append(b.history, entry{what, d, b.balance})
}
func (b *base) Deposit(m Money) error {
	switch {
	case b.frozen:
		return fmt.Errorf("deposit to %s: %w", b.id, ErrFrozen)
	case m <= 0:
		return ErrNegative
	}
	b.apply("deposit", m)
	return nil
}
func (b *base) Withdraw(m Money) error {
	if b.frozen {
		return fmt.Errorf("withdraw from %s: %w", b.id, ErrFrozen)
	}
	if b.balance < m {
		return &InsufficientFunds{b.id, m, b.balance}
	}
	b.apply("withdraw", -m)
	return nil
}
func (b *base) String() string { return fmt.Sprintf("%-8s %-9v %12v", b.id, b.kind, b.balance) }

type savings struct {
	base
	rate float64
	left int
}

func (s *savings) Withdraw(m Money) error {
	if s.left == 0 {
		return errors.New("no withdrawals left")
	}
	if err := s.base.Withdraw(m); err != nil {
		return fmt.Errorf("savings: %w", err)
	}
	s.left--
	return nil
}
func (s *savings) AddInterest() { s.apply("interest", Money(float64(s.balance)*s.rate)) }

type credit struct {
	base
	limit Money
}

func (c *credit) Withdraw(m Money) error {
	if c.balance-m < -c.limit {
		return &InsufficientFunds{c.id, m, c.balance + c.limit}
	}
	c.apply("charge", -m)
	return nil
}

type Bank struct {
	accounts map[string]Account
	log      []string
}

func (b *Bank) Open(a Account) { b.accounts[a.ID()] = a }
func (b *Bank) get(id string) (Account, error) {
	a, ok := b.accounts[id]
	if !ok {
		return nil, fmt.Errorf("%q: %w", id, ErrNoSuch)
	}
	return a, nil
}

func (b *Bank) Transfer(from, to string, m Money) (err error) {
	defer func() {
		status := "ok"
		if err != nil {
			status = "FAILED: " + err.Error()
		}
		b.log = append(b.log, fmt.Sprintf("%s -> %s %v %s", from, to, m, status))
	}()
	src, err := b.get(from)
	if err != nil {
		return err
	}
	dst, err := b.get(to)
	if err != nil {
		return err
	}
	if err = src.Withdraw(m); err != nil {
		return fmt.Errorf("transfer: %w", err)
	}
	if err = dst.Deposit(m); err != nil {
		if undo := src.Deposit(m); undo != nil {
			return errors.Join(err, undo)
		}
		return fmt.Errorf("transfer undone: %w", err)
	}
	return nil
}

func (b *Bank) Report() {
	ids := make([]string, 0, len(b.accounts))
	var total Money
	for id, a := range b.accounts {
		ids = append(ids, id)
		total += a.Balance()
	}
	sort.Strings(ids)
	fmt.Println(strings.Repeat("=", 32))
	for _, id := range ids {
		a := b.accounts[id]
		fmt.Print(a)
		if s, ok := a.(interface{ AddInterest() }); ok {
			s.AddInterest()
			fmt.Printf(" with interest %v", a.Balance())
		}
		fmt.Println()
	}
	fmt.Printf("%-18s %13v\n", "total", total)
}

func main() {
	b := &Bank{accounts: make(map[string]Account)}
	b.Open(&base{id: "alice", kind: Checking, balance: 100_00})
	b.Open(&savings{base: base{id: "bob", kind: Savings, balance: 500_50}, rate: 0.0125, left: 1})
	b.Open(&credit{base{id: "carol", kind: Credit}, 50_00})
	b.Open(&base{id: "dave", kind: Kind(9), frozen: true})
	steps := []struct {
		from, to string
		m        Money
	}{
		{"alice", "bob", 25_25}, {"bob", "alice", 1000_00}, {"bob", "carol", 10_01}, {"bob", "carol", 1},
		{"carol", "alice", 60_00}, {"carol", "alice", 60_02}, {"alice", "dave", 1_00}, {"alice", "zoe", 5},
		{"dave", "alice", 1}, {"alice", "bob", 0},
	}
	for i, s := range steps {
		err := b.Transfer(s.from, s.to, s.m)
		var short *InsufficientFunds
		switch {
		case err == nil:
			fmt.Println(i, "done")
		case errors.As(err, &short):
			fmt.Println(i, "short by", short.Need-short.Having, "in", short.Account)
		case errors.Is(err, ErrFrozen), errors.Is(err, ErrNegative):
			fmt.Println(i, "refused:", err)
		default:
			fmt.Println(i, "error:", err)
		}
	}
	b.Report()
	fmt.Println(strings.Join(b.log, "\n"))
	alice := b.accounts["alice"].(*base)
	for _, e := range alice.history {
		fmt.Printf("%+v\n", e)
	}
	fmt.Fprintf(os.Stderr, "%d accounts, %d transfers\n", len(b.accounts), len(b.log))
	_ = b.accounts["bob"].(*credit)
}

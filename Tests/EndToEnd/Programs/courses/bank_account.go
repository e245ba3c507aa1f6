package main

import (
	"errors"
	"fmt"
	"sync"
)

type Money int64

func (m Money) String() string { return fmt.Sprintf("$%d.%02d", int64(m)/100, int64(m)%100) }

var ErrFunds = errors.New("insufficient funds")

type InsufficientError struct {
	Need, Have Money
}

func (e InsufficientError) Error() string { return fmt.Sprintf("need %v, have %v", e.Need, e.Have) }
func (e InsufficientError) Is(t error) bool { return t == ErrFunds }

type Account struct {
	mu      sync.Mutex
	owner   string
	balance Money
	history []string
}

func (a *Account) Deposit(m Money) error {
	if m <= 0 {
		return fmt.Errorf("deposit of %v: not positive", m)
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.balance += m
	a.history = append(a.history, "+"+m.String())
	return nil
}
func (a *Account) Withdraw(m Money) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if m > a.balance {
		return InsufficientError{m, a.balance}
	}
	a.balance -= m
	a.history = append(a.history, "-"+m.String())
	return nil
}
func Transfer(from, to *Account, m Money) error {
	if err := from.Withdraw(m); err != nil {
		return fmt.Errorf("transfer %s to %s: %w", from.owner, to.owner, err)
	}
	return to.Deposit(m)
}

func main() {
	a, b := &Account{owner: "ann", balance: 10000}, &Account{owner: "bob"}
	fmt.Println(Transfer(a, b, 2550), a.balance, b.balance)
	err := Transfer(b, a, 999999)
	fmt.Println(err, errors.Is(err, ErrFunds))
	var ie InsufficientError
	if errors.As(err, &ie) {
		fmt.Println(ie.Need-ie.Have, "short")
	}
	fmt.Println(a.Deposit(-5))
	var wg sync.WaitGroup
	for range 100 {
		wg.Add(2)
		go func() { defer wg.Done(); Transfer(a, b, 10) }()
		go func() { defer wg.Done(); Transfer(b, a, 10) }()
	}
	wg.Wait()
	fmt.Println(a.balance+b.balance, len(a.history) > 0, a.history[0])
}

package main

import "fmt"

func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		prev := row[0]
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			prev, row[j] = row[j], min(row[j]+1, row[j-1]+1, prev+cost)
		}
	}
	return row[len(y)]
}

func lcs(a, b string) string {
	dp := make([][]string, len(a)+1)
	for i := range dp {
		dp[i] = make([]string, len(b)+1)
	}
	for i := range len(a) {
		for j := range len(b) {
			if a[i] == b[j] {
				dp[i+1][j+1] = dp[i][j] + a[i:i+1]
			} else if len(dp[i+1][j]) > len(dp[i][j+1]) {
				dp[i+1][j+1] = dp[i+1][j]
			} else {
				dp[i+1][j+1] = dp[i][j+1]
			}
		}
	}
	return dp[len(a)][len(b)]
}

func main() {
	fmt.Println(distance("kitten", "sitting"), distance("", "abc"), distance("größe", "grosse"))
	fmt.Println(lcs("AGGTAB", "GXTXAYB"), lcs("thisisatest", "testing123testing"))
}

// Package html writes text so that it can stand in HTML.
package html

import "strings"

// EscapeString replaces < > & ' and " by entities.
func EscapeString(s string) string {
	return strings.NewReplacer("&", "&amp;", "'", "&#39;", "<", "&lt;", ">", "&gt;", `"`, "&#34;").Replace(s)
}

package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"html"
	"net/url"
)

func main() {
	for _, s := range []string{"http://user:p%40ss@example.com:8080/a%20b/c?x=1&y=2&x=3#frag%20ment", "mailto:a@b.c", "/rel/path?q", "//host/path", "http://[::1]:80/", "http://[fe80::1%25en0]/x", "a/b/c", "", "?", "#f", "http://h?q=a+b%26c", "http://a b/", "http://h/%zz", ":x", "1http://x", "http://h:port/", "file:///etc/passwd", "HTTP://UP/", "http://h/a%2Fb", "x:y/z", "a:b", "./a:b", "http://h/\x01", "http://%41/", "http://h/[x]!'()*;"} {
		u, err := url.Parse(s)
		if err != nil {
			fmt.Println(s, "->", err)
			continue
		}
		p, has := u.User.Password()
		fmt.Printf("%q %q %q %q %q %q %q %q %q %v|%s|%s|%s|%s|%s|%q %v|%v|%s\n", u.Scheme, u.Opaque, u.User.Username(), u.Host, u.Path, u.RawPath, u.RawQuery, u.Fragment, u.RawFragment, u.ForceQuery, u, u.Hostname(), u.Port(), u.RequestURI(), u.Redacted(), p, has, u.IsAbs(), u.Query().Encode())
	}
	base, _ := url.Parse("http://h/b/c/d;p?q#f")
	for _, r := range []string{"g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "/./g", "/../g", "g.", "..g", "./../g", "./g/.", "g/../h", "mailto:x"} {
		u, err := base.Parse(r)
		fmt.Println(r, u, err)
	}
	fmt.Println(url.QueryEscape("a b&c=d/é?+%"), url.PathEscape("a b/c?d;e,f:g@h"))
	fmt.Println(url.QueryUnescape("a+b%20c"))
	fmt.Println(url.PathUnescape("a+b%2Fc%"))
	fmt.Println(url.ParseQuery("a=1&b=2;c=3&a=%zz&d&=e&a=4"))
	v := url.Values{}
	v.Set("k", "v")
	v.Add("k", "w x")
	v.Add("a", "&")
	fmt.Println(v.Encode(), v.Get("k"), v.Has("z"), v)
	v.Del("k")
	fmt.Println(v)
	fmt.Println(url.JoinPath("http://h/a/", "../b", "/c/"))
	fmt.Println(html.EscapeString(`<a href="x">'&'</a>`))
	fmt.Printf("%x\n%x\n", sha512.Sum512([]byte("abc")), sha512.Sum384(make([]byte, 200)))
	m := hmac.New(sha256.New, []byte("key"))
	m.Write([]byte("message"))
	sum := m.Sum(nil)
	fmt.Printf("%x %v %v\n", sum, hmac.Equal(sum, sum), hmac.Equal(sum, sum[1:]))
}

module sum

go 1.23

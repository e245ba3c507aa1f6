// GoEscape

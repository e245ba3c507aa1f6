// GoSyntax

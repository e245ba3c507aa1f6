// GoTypes
